import { inDistrict } from '../database/inside'
import type { Database } from '../database/place'
import { findChunkAt } from './blobs.store'

/** The bytes of an attachment from one place to another, a piece at a time, so that none is ever in memory as a whole. */
export async function* readBlob(server: Database, district: string, hash: string, from: number, to: number): AsyncGenerator<Uint8Array> {
  for (let at = from; at <= to; ) {
    const chunk = await inDistrict(server, district, inside => findChunkAt(inside, hash, at))
    if (!chunk) throw new Error('a piece of an attachment is missing')
    const piece = chunk.bytes.subarray(at - chunk.start, to + 1 - chunk.start)
    if (piece.length === 0) throw new Error('a piece of an attachment is missing')
    yield piece
    at += piece.length
  }
}
