import type { Desk } from '../desk'
import { blobBytes } from './attachments.store'

/** The bytes of an attachment: those that are kept here, or else the district's; undefined where it cannot be asked now. */
export const attachmentBytes = async (desk: Pick<Desk, 'db' | 'sync'>, hash: string): Promise<Uint8Array | undefined> =>
  (await blobBytes(desk.db, hash)) ?? (await desk.sync.fetch(hash))
