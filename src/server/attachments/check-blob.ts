import { inDistrict } from '../database/inside'
import type { Database } from '../database/place'
import { lockDistrict } from '../districts/districts.store'
import { type Blob, findBlob, hashChunks, OF_DISTRICT, wantBlob } from './blobs.store'

/**
 * Whether an attachment still is what its name says. One that the disk has spoilt is asked for from the desks again; the pieces of the
 * district's own files are checked by whoever fetches them. SPEC P14.
 */
export function checkBlob(server: Database, district: string, blob: Blob): Promise<boolean> {
  return inDistrict(server, district, async inside => {
    if (blob.device === OF_DISTRICT || (await hashChunks(inside, blob)) === blob.hash) return true
    await lockDistrict(inside)
    // somebody else may have found the same, and a desk have brought it since
    if ((await findBlob(inside, blob.hash))?.isWhole === 1) await wantBlob(inside, blob.hash)
    return false
  })
}
