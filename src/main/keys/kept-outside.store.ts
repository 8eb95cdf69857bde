import type { Database } from 'better-sqlite3'
import { statement } from '../changes/rows'

/** Whether this desk has ever kept anything outside its database. */
export const hasKeptOutside = (raw: Database): boolean => statement(raw, 'select keeps_outside from here').pluck().get() === 1

/** Notes that it has; part of the transaction that is open, if one is. */
export function noteKeptOutside(raw: Database): void {
  if (!hasKeptOutside(raw)) statement(raw, 'update here set keeps_outside = 1').run()
}
