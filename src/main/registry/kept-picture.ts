import type { Desk } from '../desk'
import { type PictureType, pictureType } from '../files/picture-type'
import { attachmentBytes } from '../sync/attachment-bytes'

export type KeptPicture = { bytes: Uint8Array<ArrayBuffer>; type: PictureType }

/** A picture that was kept with a hand lookup, by its hash. Another desk's is fetched from the district; `elsewhere` where that cannot be done now. */
export async function keptPicture(desk: Pick<Desk, 'db' | 'sync'>, hash: string): Promise<KeptPicture | 'elsewhere' | 'no-picture'> {
  const bytes = await attachmentBytes(desk, hash)
  if (!bytes) return 'elsewhere'
  const type = pictureType(bytes)
  return type ? { bytes: new Uint8Array(bytes), type } : 'no-picture'
}
