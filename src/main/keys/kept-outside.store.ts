import type { Database } from 'better-sqlite3'
import { statement } from '../changes/rows'
import type { Reader } from '../database/tables'

/** Whether this desk has ever kept anything outside its database. */
export async function keepsOutside(db: Reader): Promise<boolean> {
  return (await db.selectFrom('here').select('keepsOutside').executeTakeFirstOrThrow()).keepsOutside === 1
}

/** The same while the desk is being opened. */
export const hasKeptOutside = (raw: Database): boolean => statement(raw, 'select keeps_outside from here').pluck().get() === 1

export async function noteKeptOutside(db: Reader): Promise<void> {
  await db.updateTable('here').set({ keepsOutside: 1 }).execute()
}

/** The same where no transaction is waited for. */
export function noteKeptOutsideAtOnce(raw: Database): void {
  if (!hasKeptOutside(raw)) statement(raw, 'update here set keeps_outside = 1').run()
}
