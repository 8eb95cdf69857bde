import { createHash } from 'node:crypto'
import { MOST_WANTED } from '#shared/sync/wanted'
import type { Inside, Tables } from '../database/tables'

export type Blob = Omit<Tables['blob'], 'district'>

/** What stands for a device beside the files that the district hands out itself. */
export const OF_DISTRICT = 'district'

export function findBlob({ trx, district }: Inside, hash: string): Promise<Blob | undefined> {
  return trx.selectFrom('blob').selectAll().where('district', '=', district).where('hash', '=', hash).executeTakeFirst()
}

/** The attachments that a device has begun and not finished. */
export async function listUnfinished({ trx, district }: Inside, device: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('blob')
    .select('hash')
    .where('district', '=', district)
    .where('device', '=', device)
    .where('isWhole', '=', 0)
    .where('have', '>', 0)
    .execute()
  return rows.map(({ hash }) => hash)
}

/** Forgets what a device has begun and, being shut out, will not finish; another that has it begins anew. */
export async function discardUnfinished(inside: Inside, device: string): Promise<void> {
  for (const hash of await listUnfinished(inside, device)) await discardBlob(inside, hash)
}

/** The attachments of which nothing is left here, the first of them. */
export async function listWanted({ trx, district }: Inside): Promise<string[]> {
  const wanted = trx.selectFrom('blob').select('hash').where('district', '=', district).where('isWhole', '=', 0).where('have', '=', 0)
  const rows = await wanted.orderBy('hash').limit(MOST_WANTED).execute()
  return rows.map(({ hash }) => hash)
}

/** Forgets the bytes of an attachment, and that it was ever whole. */
export async function wantBlob({ trx, district }: Inside, hash: string): Promise<void> {
  await trx.deleteFrom('blobChunk').where('district', '=', district).where('hash', '=', hash).execute()
  await trx.updateTable('blob').set({ have: 0, isWhole: 0 }).where('district', '=', district).where('hash', '=', hash).execute()
}

export async function saveBlob({ trx, district }: Inside, blob: Blob): Promise<void> {
  await trx
    .insertInto('blob')
    .values({ district, ...blob })
    .execute()
}

export async function appendChunk({ trx, district }: Inside, hash: string, start: number, bytes: Uint8Array): Promise<void> {
  await trx.insertInto('blobChunk').values({ district, hash, start, bytes }).execute()
  await trx
    .updateTable('blob')
    .set({ have: start + bytes.length })
    .where('district', '=', district)
    .where('hash', '=', hash)
    .execute()
}

export async function finishBlob({ trx, district }: Inside, hash: string): Promise<void> {
  await trx.updateTable('blob').set({ isWhole: 1 }).where('district', '=', district).where('hash', '=', hash).execute()
}

/** Forgets an attachment that turned out to be another one than it was said to be. */
export async function discardBlob({ trx, district }: Inside, hash: string): Promise<void> {
  await trx.deleteFrom('blobChunk').where('district', '=', district).where('hash', '=', hash).execute()
  await trx.deleteFrom('blob').where('district', '=', district).where('hash', '=', hash).execute()
}

/** The piece of an attachment that holds the byte at `at`. */
export function findChunkAt(
  { trx, district }: Inside,
  hash: string,
  at: number
): Promise<{ start: number; bytes: Uint8Array } | undefined> {
  return trx
    .selectFrom('blobChunk')
    .select(['start', 'bytes'])
    .where('district', '=', district)
    .where('hash', '=', hash)
    .where('start', '<=', at)
    .orderBy('start', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The SHA-256 of what is there, piece by piece. */
export async function hashChunks(inside: Inside, { hash, size }: Blob): Promise<string> {
  const sum = createHash('sha256')
  for (let at = 0; at < size; ) {
    const chunk = await findChunkAt(inside, hash, at)
    if (!chunk || chunk.bytes.length === 0) break
    sum.update(chunk.bytes)
    at = chunk.start + chunk.bytes.length
  }
  return sum.digest('hex')
}
