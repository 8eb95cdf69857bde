import { type Frame, PLAIN_LAYOUT } from '#shared/sync/frame'
import { frameLayout } from '#wire/frames'
import { isAnyOf } from '../database/inside'
import type { Inside } from '../database/tables'

/** A frame as it is kept; `toLayOut`: the name of one that lies in plain, and whose reader wants it laid out. */
export type KeptFrame = Frame & { toLayOut?: string }

/** How much is read at once: changes, and bytes of frames. */
export type PageLimit = { changes: number; bytes: number }

/** The frames of these names, for a reader of that layout. */
export async function listFrames(inside: Inside, ids: readonly string[], layout: number): Promise<Map<string, KeptFrame>> {
  if (ids.length === 0) return new Map()
  const found = await inside.trx
    .selectFrom('frame')
    .select(['id', 'device', 'epoch', 'first', 'count', 'signature', 'layout'])
    .select(ask =>
      ask.case().when('layout', 'in', [layout, PLAIN_LAYOUT]).then(ask.ref('payload')).else(ask.ref('plain')).end().as('payload')
    )
    .where('district', '=', inside.district)
    .where(isAnyOf(inside, 'id', ids))
    .execute()
  return new Map(
    found.map(({ id, payload, signature, layout: kept, ...frame }) => {
      const read = { ...frame, payload: plain(payload), signature: plain(signature) }
      return [id, { ...read, ...(kept === PLAIN_LAYOUT && layout === frameLayout() && { toLayOut: id }) }]
    })
  )
}

/** The drivers give Node's own kind of bytes, which no other code should have to know. */
const plain = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
