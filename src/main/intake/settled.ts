import { find } from '../database/find'
import type { Reader } from '../database/tables'
import type { IntakeEntry } from './intake.store'

/** Whether every entry of the book is in the log or was set aside. */
export async function isSettled(db: Reader, entries: readonly IntakeEntry[]): Promise<boolean> {
  for (const { aside, visitId } of entries) if (aside === null && !(await find(db, 'visit', visitId))) return false
  return true
}
