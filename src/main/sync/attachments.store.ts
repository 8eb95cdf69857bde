import { sql } from 'kysely'
import type { Reader } from '../database/tables'

/** Attachments that the district is not known to have, the oldest first. */
export async function listUnsentBlobs(db: Reader): Promise<string[]> {
  const rows = await db
    .selectFrom('blob')
    .leftJoin('blobSent', 'blobSent.hash', 'blob.hash')
    .select('blob.hash')
    .where('blobSent.hash', 'is', null)
    .orderBy(sql`blob.rowid`)
    .execute()
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
  await markBlobSent(db, hash, 0)
}

export async function markBlobSent(db: Reader, hash: string, at: number): Promise<void> {
  await db
    .insertInto('blobSent')
    .values({ hash, at })
    .onConflict(known => known.doNothing())
    .execute()
}

/** The district has these; says how many of them were not known to be there. */
export async function confirmBlobs(db: Reader, hashes: readonly string[], at: number): Promise<number> {
  const known = await db.selectFrom('blob').select('hash').where('hash', 'in', hashes).execute()
  let news = 0
  for (const { hash } of known) {
    const { numInsertedOrUpdatedRows = 0n } = await db
      .insertInto('blobSent')
      .values({ hash, at })
      .onConflict(sent => sent.doNothing())
      .executeTakeFirst()
    news += Number(numInsertedOrUpdatedRows)
  }
  return news
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
