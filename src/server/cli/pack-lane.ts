import { servedSpans } from '#registry/snapshot/served'
import { FILE_PIECE, piecesAt, piecesIn } from '#shared/sync/district-file'
import type { Holds, LaneMessage, Piece } from '#shared/sync/lane'
import { inPieces } from '#wire/district-file'
import { findBlob } from '../attachments/blobs.store'
import { readBlob } from '../attachments/read-blob'
import { takeChunk } from '../attachments/take-chunk'
import { inDistrict } from '../database/inside'
import type { Database } from '../database/place'
import { storedSnapshot } from '../files/stored-snapshot'
import { LIMITS } from '../limits'
import { filesFor, type LaneFile } from './lane-files'
import type { District } from './pack-answer'

/**
 * What the second part of a desk's pack has said: the attachments in it, the files that the desk has, and of which villages it takes a registry; and whether
 * somebody wants the registry's difference beside the whole. SPEC P8.
 */
export type LaneSaid = { hashes: Set<string>; holds: Holds; villages: readonly string[] | null; withDifference: boolean }

export const nothingSaid = (withDifference = false): LaneSaid => ({ hashes: new Set(), holds: [], villages: null, withDifference })

/** Takes a message of the lane. A piece that does not go on where the district stands is left: the desk sends it again until it is told that all is here. */
export async function takeLane({ server, district, now }: District, device: string, message: LaneMessage, said: LaneSaid): Promise<void> {
  if (message.kind === 'holds') {
    said.holds = message.files
    said.villages = message.villages ?? null
  }
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
    for await (const message of fileFor(server, district, file, said)) {
      left -= message.kind === 'piece' ? message.bytes.length : 0
      if (left < 0) return
      yield message
    }
  }
}

async function* fileFor(server: Database, district: string, file: LaneFile, said: LaneSaid): AsyncGenerator<LaneMessage> {
  const { name, version, text, signature, hash, size, isBare } = file
  const held = said.holds.find(known => known.name === name)
  // a desk that has spoken names all that is of any use to it
  if (held ? held.version >= version : said.holds.length > 0) return
  yield { kind: 'file', text, signature }
  if (isBare) return
  const isPart = name === 'registry' && said.villages
  const wanted = isPart ? piecesAt(await servedSpans(storedSnapshot(server, district, file), isPart)) : piecesIn(file)
  for (const { from, to } of runsOf(wanted.slice(held?.next === version ? held.pieces : 0))) {
    let at = from * FILE_PIECE
    for await (const bytes of inPieces(readBlob(server, district, hash, at, Math.min(size, to * FILE_PIECE) - 1), FILE_PIECE)) {
      yield { kind: 'piece', hash, size, at, bytes }
      at += bytes.length
    }
  }
}

/** Pieces that follow each other are read at once: from one up to but not with another. */
function runsOf(pieces: readonly number[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = []
  for (const piece of pieces) {
    const last = runs.at(-1)
    if (last?.to === piece) last.to++
    else runs.push({ from: piece, to: piece + 1 })
  }
  return runs
}
