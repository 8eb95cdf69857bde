import { FILE_PIECE } from '#shared/sync/district-file'
import type { Holds, LaneMessage, Piece } from '#shared/sync/lane'
import { inPieces } from '#wire/district-file'
import { findBlob } from '../attachments/blobs.store'
import { readBlob } from '../attachments/read-blob'
import { takeChunk } from '../attachments/take-chunk'
import { inDistrict } from '../database/inside'
import { LIMITS } from '../limits'
import { filesFor, type LaneFile } from './lane-files'
import type { District } from './pack-answer'

/** What the second part of a desk's pack has said: the attachments in it, and the files that the desk has; and whether somebody wants the registry's difference beside the whole. SPEC P8. */
export type LaneSaid = { hashes: Set<string>; holds: Holds; withDifference: boolean }

export const nothingSaid = (withDifference = false): LaneSaid => ({ hashes: new Set(), holds: [], withDifference })

/** Takes a message of the lane. A piece that does not go on where the district stands is left: the desk sends it again until it is told that all is here. */
export async function takeLane({ server, district, now }: District, device: string, message: LaneMessage, said: LaneSaid): Promise<void> {
  if (message.kind === 'holds') said.holds = message.files
  if (message.kind !== 'piece') return
  const { hash, size, at: offset, bytes }: Piece = message
  said.hashes.add(hash)
  if (size <= LIMITS.blobBytes) await takeChunk(server, { district, device }, { hash, offset, size, bytes }, now)
}

const MOST_AT_ONCE = 500

/** Which of the attachments the district has now, and its files as far as the desk lacks them; no more bytes than there is room for. */
export async function* laneAnswers({ server, district }: District, said: LaneSaid, room: number): AsyncGenerator<LaneMessage> {
  const hashes = [...said.hashes]
  for (let i = 0; i < hashes.length; i += MOST_AT_ONCE) {
    const asked = hashes.slice(i, i + MOST_AT_ONCE)
    const kept = await inDistrict(server, district, async inside => {
      const found = await Promise.all(asked.map(hash => findBlob(inside, hash)))
      return found.flatMap(blob => (blob?.isWhole ? blob.hash : []))
    })
    if (kept.length > 0) yield { kind: 'kept', hashes: kept }
  }
  const files = await inDistrict(server, district, inside => filesFor(inside, said.holds, said.withDifference))
  let left = room
  for (const file of files) {
    for await (const message of fileFor(server, district, file, said.holds)) {
      left -= message.kind === 'piece' ? message.bytes.length : 0
      if (left < 0) return
      yield message
    }
  }
}

async function* fileFor(server: District['server'], district: string, file: LaneFile, holds: Holds): AsyncGenerator<LaneMessage> {
  const { name, version, text, signature, hash, size, isBare } = file
  const held = holds.find(known => known.name === name)
  if (held && held.version >= version) return
  yield { kind: 'file', text, signature }
  let at = (held?.next === version ? held.pieces : 0) * FILE_PIECE
  if (isBare || at >= size) return
  for await (const bytes of inPieces(readBlob(server, district, hash, at, size - 1), FILE_PIECE)) {
    yield { kind: 'piece', hash, size, at, bytes }
    at += bytes.length
  }
}
