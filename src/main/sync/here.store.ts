import type { Database } from 'better-sqlite3'
import type { Here, Reader } from '../database/tables'

/** What this desk knows of itself and of its server. */
export function getHere(db: Reader): Promise<Here> {
  return db.selectFrom('here').selectAll().executeTakeFirstOrThrow()
}

export async function setHere(db: Reader, part: Partial<Here>): Promise<void> {
  await db.updateTable('here').set(part).execute()
}

/** The letter that this desk has given itself in its own set-up, if it has been set up. */
export async function findOwnCode(db: Reader): Promise<string | undefined> {
  const row = await db.selectFrom('device').innerJoin('here', 'here.device', 'device.id').select('device.code').executeTakeFirst()
  return row?.code
}

/** The district has spoken at this moment; an older word than the last one changes nothing. */
export async function heardFrom(db: Reader, at: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('here')
    .set({ lastContactAt: at })
    .where(ask => ask.or([ask('lastContactAt', 'is', null), ask('lastContactAt', '<', at)]))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** N2: numbers no letters until the feed has been taken to its end; without a district, until there is a new book. */
export function holdNumbers(raw: Database): void {
  raw.prepare("update here set numbering = iif(district is null, 'lost', 'held')").run()
}
