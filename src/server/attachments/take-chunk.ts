import { ok, type Result, refuse } from '#shared/result'
import { FILE_PIECE } from '#shared/sync/district-file'
import { inDistrict } from '../database/inside'
import type { Database } from '../database/place'
import { hasBroughtTooMuch, noteBrought } from '../devices/brought.store'
import { lockDistrict } from '../districts/districts.store'
import { CHUNK_BYTES } from '../limits'
import { appendChunk, type Blob, discardBlob, findBlob, finishBlob, hashChunks, listUnfinished, saveBlob } from './blobs.store'

/** How many attachments one device may have begun. */
const MOST_UNFINISHED = 16

export type Chunk = { hash: string; offset: number; size: number; bytes: Uint8Array }
export type Taken = { have: number; isWhole: boolean }
export type ChunkRefusal =
  | { kind: 'hash-differs' | 'size-differs' | 'too-many-unfinished' | 'too-much' | 'wrong-piece' }
  | { kind: 'elsewhere'; have: number }

/**
 * Takes the next piece of an attachment, by line or by stick, as far as it is not there yet; one that is there is answered as if it were new. Pieces end
 * where those of the line do. The whole is kept only if it has its hash.
 */
export function takeChunk(
  server: Database,
  by: { district: string; device: string; dayBytes?: number },
  chunk: Chunk,
  now: number
): Promise<Result<Taken, ChunkRefusal>> {
  return inDistrict(server, by.district, async inside => {
    await lockDistrict(inside)
    const { hash, offset, size, bytes } = chunk
    const found = await findBlob(inside, hash)
    const isOther = found && found.size !== size
    if (isOther && found.isWhole) return refuse({ kind: 'size-differs' })
    // one of the two lengths is wrong, and which nobody knows before the whole is here: what was begun keeps nobody out
    if (isOther) await discardBlob(inside, hash)
    const known = isOther ? undefined : found
    const have = known?.have ?? 0
    const end = offset + bytes.length
    if (known && end <= have) return ok({ have, isWhole: known.isWhole === 1 })
    if (offset > have) return refuse({ kind: 'elsewhere', have })
    const isLast = end === size
    if (bytes.length === 0 || end > size || bytes.length > CHUNK_BYTES || (!isLast && end % FILE_PIECE !== 0))
      return refuse({ kind: 'wrong-piece' })
    const { device, dayBytes } = by
    if (dayBytes !== undefined && (await hasBroughtTooMuch(server, inside, device, { now, most: dayBytes })))
      return refuse({ kind: 'too-much' })
    const blob: Blob = known ?? { hash, size, have: 0, isWhole: 0, device, madeAt: now }
    if (!known) {
      if ((await listUnfinished(inside, device)).length >= MOST_UNFINISHED) return refuse({ kind: 'too-many-unfinished' })
      await saveBlob(inside, blob)
    }
    await appendChunk(inside, hash, have, bytes.subarray(have - offset))
    if (dayBytes !== undefined) await noteBrought(inside, device, end - have, now)
    if (!isLast) return ok({ have: end, isWhole: false })
    if ((await hashChunks(inside, blob)) !== hash) {
      await discardBlob(inside, hash)
      return refuse({ kind: 'hash-differs' })
    }
    await finishBlob(inside, hash)
    return ok({ have: size, isWhole: true })
  })
}
