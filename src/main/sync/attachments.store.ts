import type { Reader } from '../database/tables'

/** Attachments that the district is not known to have, the oldest first. */
export async function listUnsentBlobs(db: Reader): Promise<string[]> {
  const rows = await db.selectFrom('blobToSend').select('hash').orderBy('n').execute()
  return rows.map(row => row.hash)
}

export async function blobBytes(db: Reader, hash: string): Promise<Uint8Array | undefined> {
  return (await db.selectFrom('blob').select('bytes').where('hash', '=', hash).executeTakeFirst())?.bytes
}

export async function keepBlob(db: Reader, hash: string, bytes: Uint8Array): Promise<void> {
  await db
    .insertInto('blob')
    .values({ hash, bytes })
    .onConflict(known => known.doNothing())
    .execute()
  await markBlobSent(db, hash)
}

export async function markBlobSent(db: Reader, hash: string): Promise<void> {
  await db.deleteFrom('blobToSend').where('hash', '=', hash).execute()
}

/** Those of these attachments that are here wait to be sent again. */
export async function offerBlobs(db: Reader, hashes: readonly string[]): Promise<void> {
  if (hashes.length === 0) return
  await db
    .insertInto('blobToSend')
    .columns(['hash'])
    .expression(db.selectFrom('blob').select('hash').where('hash', 'in', hashes))
    .onConflict(known => known.doNothing())
    .execute()
}

/** The district has these; says how many of them were not known to be there. */
export async function confirmBlobs(db: Reader, hashes: readonly string[]): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('blobToSend').where('hash', 'in', hashes).executeTakeFirst()
  return Number(numDeletedRows)
}

/** The next number under which this desk signs a call; it rises with every one. */
export async function nextCounter(db: Reader): Promise<number> {
  const row = await db
    .updateTable('here')
    .set(here => ({ counter: here('counter', '+', 1) }))
    .returning('counter')
    .executeTakeFirstOrThrow()
  return row.counter
}
