import { changeId } from '#shared/changes/change'
import { takeFeedPart } from '#shared/sync/desk-feed'
import { moveTo } from '#shared/sync/desk-order'
import type { DeskPorts, Place } from '#shared/sync/desk-store'
import { takeParked, takeVerdicts } from '#shared/sync/desk-verdicts'
import { type FeedPart, type FromServer, type Hello, PROTOCOL_VERSION } from '#shared/sync/protocol'

type Message<K extends FromServer['kind']> = Extract<FromServer, { kind: K }>
type Verdict = Message<'verdicts'>['verdicts'][number]

/** What a pack has brought, and why not all of it. `needsEarlier`: its feed goes on behind what is here, so another pack has to be read first. */
export type Brought = { fault: 'damaged' | 'another-version' | undefined; isNews: boolean; needsEarlier: boolean; changes: number }

export const NOTHING: Brought = { fault: undefined, isNews: false, needsEarlier: false, changes: 0 }

/** `isOfThisLife`: the pack tells of the life of the feed that is known here now. */
export type PackSession = { take(message: FromServer): void; isOfThisLife(): boolean; brought(): Brought }

/**
 * The desk's half of a conversation whose other half lies in a pack: as in a conversation, but of what is older than what is here nothing
 * is taken. `answered`: the hello that the pack answers, if it answers one. SPEC P5, P7.
 */
export function packSession(ports: DeskPorts, answered: Hello | undefined): PackSession {
  const { store } = ports
  const brought = { ...NOTHING }
  let reading: 'unread' | 'current' | 'new-life' | 'stale' = 'unread'
  /** The feed rests, as in a conversation; or it has a hole. */
  let isResting = false
  let head = 0

  const welcome = ({ protocol, feedEpoch, extents, ...said }: Message<'welcome'>) => {
    head = said.head
    if (protocol !== PROTOCOL_VERSION) {
      brought.fault = 'another-version'
      return
    }
    const known = store.progress().feedEpoch
    if (feedEpoch === known) reading = 'current'
    // a life of the feed is taken from an answer to this one alone: a pack of an earlier life leads nowhere
    else if (extents && (answered?.feedEpoch ?? null) === known) {
      reading = 'new-life'
      brought.isNews = true
      const shared = extents.filter(({ device, epoch, seq, hash }) => store.find(changeId(device, epoch, seq))?.hash === hash)
      store.atomically(() => {
        store.forgetFeed(shared)
        store.setProgress({ feedEpoch, cursor: 0, cursorHash: null })
      })
    } else reading = 'stale'
  }

  const roster = (message: Message<'roster'>) => {
    if (!ports.isGenuine(message)) brought.fault = 'damaged'
    else if (message.version > store.progress().roster || reading === 'new-life') {
      store.saveRoster(message.version, message.entries)
      brought.isNews = true
    }
  }

  const isNews = (id: string, verdict: Verdict): boolean => {
    const place = store.find(id)?.place
    return place !== undefined && goesBeyond(place, verdict, reading === 'new-life')
  }

  const parked = ({ changes }: Message<'parked'>) => {
    const isLater = head >= store.progress().cursor
    const news = changes.filter(({ id, verdict }) => (store.find(id) ? isNews(id, verdict) : isLater))
    if (news.length === 0) return
    takeParked(ports, news)
    brought.isNews = true
  }

  const verdicts = ({ device, epoch, first, verdicts: said, ...message }: Message<'verdicts'>) =>
    store.atomically(() => {
      for (const [i, verdict] of said.entries()) {
        if (verdict.kind === 'gap') offerAgain(device, epoch, verdict.expected, first + i)
        if (verdict.kind === 'gap' || !isNews(changeId(device, epoch, first + i), verdict)) continue
        brought.isNews = true
        takeVerdicts(store, { ...message, device, epoch, first: first + i, verdicts: [verdict] })
        // the rest of the frame shares this verdict, under names that are no more
        if (verdict.kind === 'forked' && device === store.me().device) return
      }
    })

  /** What the district was said to hold and did not; what its feed has brought, it holds. */
  const offerAgain = (device: string, epoch: number, from: number, to: number) => {
    for (let seq = Math.max(1, from); seq < to; seq++) {
      const known = store.find(changeId(device, epoch, seq))
      if (known?.place.state === 'held') moveTo(store, known, { state: 'new' })
    }
  }

  const part = (message: FeedPart) => {
    const { cursor } = store.progress()
    const rest = restOf(message, cursor)
    if (!rest || isResting) return
    if (rest.feed > cursor + 1) {
      brought.needsEarlier = true
      isResting = true
      return
    }
    const fault = takeFeedPart(ports, rest)
    if (fault === 'ask-first') isResting = true
    else if (fault === 'another-past') {
      store.atomically(() => store.setProgress({ feedEpoch: null, cursor: 0, cursorHash: null }))
      reading = 'stale'
      brought.isNews = true
    } else if (fault) brought.fault = 'damaged'
    else {
      brought.isNews = true
      brought.changes += store.progress().cursor - cursor
    }
  }

  /** As at the end of a conversation, but that nothing was offered in this one. SPEC D2, L6, N2. */
  const done = (end: number) => {
    if (isResting || store.progress().cursor !== end) return
    const { device, epoch } = store.me()
    store.atomically(() => {
      const unfed = store.unfed().flatMap(id => store.find(id) ?? [])
      for (const known of unfed) if (known.place.state === 'held') moveTo(store, known, { state: 'new' })
      const isWhole = !unfed.some(({ change }) => change.device === device)
      // the district has spoken since this epoch began, so all the letters that it knows of are here
      if (isWhole && answered?.epoch === epoch && store.numbering() === 'held') store.setNumbering('open')
    })
  }

  return {
    take(message) {
      if (brought.fault) return
      if (message.kind === 'welcome' && reading === 'unread') return welcome(message)
      if (reading === 'unread' || message.kind === 'welcome' || message.kind === 'turned-away') brought.fault = 'damaged'
      else if (reading === 'stale') return
      else if (message.kind === 'roster') roster(message)
      else if (message.kind === 'parked') parked(message)
      else if (message.kind === 'verdicts') verdicts(message)
      else if (message.kind === 'done') done(message.head)
      else part(message)
    },
    isOfThisLife: () => reading === 'current' || reading === 'new-life',
    brought: () => ({ ...brought })
  }
}

/** Whether a verdict tells of a later standing than the known one. On the server a change waits, is refused, is fed or replaced, in this order and never back. */
function goesBeyond({ state }: Place, { kind }: Verdict, isNewLife: boolean): boolean {
  if (state === 'new') return true
  if (state === 'held') return kind === 'refused' || kind === 'replaced' || (kind === 'waiting' && isNewLife)
  if (state === 'waiting') return kind === 'refused' || kind === 'replaced' || kind === 'fed'
  return state === 'refused' && kind === 'replaced'
}

/** What of a part of the feed lies behind a number. */
function restOf(part: FeedPart, cursor: number): FeedPart | undefined {
  const count = part.kind === 'own' ? part.count : part.picks.length
  const known = Math.max(0, cursor + 1 - part.feed)
  if (known >= count) return undefined
  if (part.kind === 'own') return { ...part, feed: part.feed + known, first: part.first + known, count: count - known }
  return { ...part, feed: part.feed + known, picks: part.picks.slice(known) }
}
