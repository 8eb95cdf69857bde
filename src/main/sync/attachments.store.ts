import { sql } from 'kysely'
import type { Reader } from '../database/tables'

/** So many attachments are looked at together. */
const PAGE = 200

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

/**
 * Of the next attachments behind `after`, in the order of their hashes, those that the district is known to have and that belong to nothing still needed here:
 * the PDFs of letters whose case ended before `endedBefore`, and the pictures of lookups from before it of residents without an open case.
 * `upTo` says how far this went; undefined at the end.
 */
export async function listOldBlobs(db: Reader, after: string, endedBefore: number): Promise<{ upTo: string | undefined; old: string[] }> {
  const { rows } = await sql<{ hash: string; isOld: number }>`
    with page as (select hash from blob where hash > ${after} order by hash limit ${PAGE})
    select hash, not exists (select 1 from blob_to_send w where w.hash = page.hash)
      and (exists (select 1 from letter where pdf_hash = page.hash) or exists (select 1 from registry_check where screenshot = page.hash))
      and not exists (select 1 from letter l left join "case" c on c.id = l.case_id
        where l.pdf_hash = page.hash and (c.closed_at is null or c.closed_at >= ${endedBefore}))
      and not exists (select 1 from registry_check r where r.screenshot = page.hash and (r.checked_at >= ${endedBefore}
        or exists (select 1 from "case" c where c.resident_id = r.resident_id and c.closed_at is null))) as is_old
    from page order by hash`.execute(db)
  return {
    upTo: rows.length === PAGE ? rows.at(-1)?.hash : undefined,
    old: rows.filter(({ isOld }) => isOld === 1).map(({ hash }) => hash)
  }
}

/** The bytes of an attachment that the district has are no longer kept here; one that waits to be sent stays. */
export async function forgetBlob(db: Reader, hash: string): Promise<void> {
  await db.deleteFrom('blob').where('hash', '=', hash).where('hash', 'not in', db.selectFrom('blobToSend').select('hash')).execute()
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
