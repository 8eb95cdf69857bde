import type { Database } from 'better-sqlite3'
import { statement } from '../changes/rows'
import type { KeptOutside } from '../keys/kept-outside'
import { hasKeptOutside } from '../keys/kept-outside.store'
import { unheardAtLeast } from '../sync/unheard'
import { FREE_TRIES, PASSWORD_AFTER } from './lock-out'

/**
 * Whoever takes away what is kept beside the database wins nothing by it: in its place stands, until each officer has signed in, that the free tries are
 * used up, and with a password that six digits are not enough; and that the district was not heard for two weeks. `isRebuilt`: the database was gone, too. True when it was taken away.
 */
export function mendOutside(raw: Database, outside: KeptOutside, now: number, isRebuilt: boolean): boolean {
  if (outside.read() || !(isRebuilt || hasKeptOutside(raw))) return false
  const rows = (sql: string) => statement(raw, sql).raw(true).all() as [string, number][]
  outside.write({
    tries: Object.fromEntries(rows('select officer_id, failures from pin_try')),
    floor: Object.fromEntries(rows(`select id, iif(password is null, ${FREE_TRIES}, ${PASSWORD_AFTER}) from officer`)),
    unheard: { ms: unheardAtLeast(raw, now), at: now }
  })
  return true
}
