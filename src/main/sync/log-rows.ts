// How a change stands in the log's columns.
import type { Change } from '#shared/changes/change'
import type { Place } from '#shared/sync/desk-store'
import type { OpenedChange } from '#shared/sync/frame'

export type Stored = {
  id: string
  hash: string
  state: Place['state']
  feed: number | null
  note: string | null
  is_out: number
  replaces: string | null
}

/** What `Stored` reads. */
export const STORED = 'id, hash, state, feed, note, is_out, replaces'

export function placeOf({ state, feed, note }: Stored): Place {
  if (state === 'fed') return { state, feed: feed ?? 0 }
  if (state === 'waiting') return { state, for: JSON.parse(note ?? '[]') }
  return state === 'refused' ? { state, reason: note as Extract<Place, { state: 'refused' }>['reason'] } : { state }
}

export const columnsOf = (place: Place): { feed: number | null; note: string | null } => ({
  feed: place.state === 'fed' ? place.feed : null,
  note: place.state === 'waiting' ? JSON.stringify(place.for) : place.state === 'refused' ? place.reason : null
})

export type Own = { epoch: number; seq: number; hash: string; body: string }

/** The first changes that stand in one epoch without a gap. */
export function inOneRun(changes: Own[]): Own[] {
  const [first] = changes
  const end = changes.findIndex(({ epoch, seq }, i) => epoch !== first?.epoch || seq !== first.seq + i)
  return end < 0 ? changes : changes.slice(0, end)
}

/** What is in the log was looked at when it was made or came; it is read only for who asks what it says. */
export function opened(body: string, hash: string): OpenedChange {
  let change: Change | undefined
  return {
    get change() {
      change ??= JSON.parse(body) as Change
      return change
    },
    body,
    hash
  }
}
