import type { KeyObject } from 'node:crypto'
import { FILE_PIECE } from '#shared/sync/district-file'
import type { LaneMessage } from '#shared/sync/lane'
import { openManifest } from '#wire/district-file'
import type { Desk } from '../desk'
import { blobBytes, confirmBlobs, listUnsentBlobs } from './attachments.store'

/** The district takes attachments in pieces of this size. */
const PIECE = 262_144

/** The second part of a pack: which files are here, and the attachments that the district is not known to have, the oldest first, as far as there is room. SPEC P8. */
export async function* laneOut(desk: Pick<Desk, 'db' | 'files'>, room: number): AsyncGenerator<LaneMessage> {
  const files = desk.files.standings().map(({ name, held, next }) => ({
    name,
    version: held?.publishedAt ?? 0,
    next: next?.publishedAt ?? 0,
    pieces: next ? Math.ceil(next.have / FILE_PIECE) : 0
  }))
  const villages = desk.files.villages()
  yield { kind: 'holds', files, ...(villages && { villages: [...villages] }) }
  let left = room
  for (const hash of await listUnsentBlobs(desk.db)) {
    const bytes = await blobBytes(desk.db, hash)
    if (!bytes) continue
    left -= bytes.length
    if (left < 0) return
    for (let at = 0; at < bytes.length; at += PIECE)
      yield { kind: 'piece', hash, size: bytes.length, at, bytes: bytes.subarray(at, at + PIECE) }
  }
}

/** What a lane is taken with: the files and attachments of this desk, and whose signature counts. */
export type LaneTaker = Pick<Desk, 'db' | 'files'> & { district: string; districtKey: KeyObject }

/** Takes what the district's pack brings behind its feed; says whether it was anything new. */
export async function takeLane(message: LaneMessage, { files, db, district, districtKey }: LaneTaker): Promise<boolean> {
  if (message.kind === 'kept') return (await confirmBlobs(db, message.hashes)) > 0
  if (message.kind === 'file') {
    const signed = { text: message.text, signature: message.signature }
    const manifest = openManifest(signed, district, districtKey)
    if (manifest) await files.offer(signed, manifest)
    return false
  }
  if (message.kind !== 'piece' || message.at % FILE_PIECE !== 0) return false
  return (await files.take(message.hash, message.at / FILE_PIECE, message.bytes)) === 'taken'
}
