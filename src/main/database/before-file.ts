import { readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

const OF_THE_DESK = /^desk\.db\.before-\d+$/

/** The copy that stands beside a database since a version changed its tables, and its name until it is whole. */
export const beforeFile = (file: string, version: number): string => `${file}.before-${version}`
export const unfinishedBefore = (copy: string): string => `${copy}.new`
/** Whether a name in the data folder is that of such a copy of the desk's own database, of whatever version. */
export const isBeforeFile = (name: string): boolean => OF_THE_DESK.test(name)

/** Lets go of the copies that versions before this one have left beside a database: nobody goes back further than to the last. One that is held open stays until the next version. */
export function dropOlderBefores(file: string, version: number): void {
  const start = `${basename(file)}.before-`
  for (const name of readdirSync(dirname(file))) {
    const of = name.startsWith(start) ? name.slice(start.length) : ''
    if (!/^\d+$/.test(of) || Number(of) >= version) continue
    try {
      rmSync(join(dirname(file), name), { force: true })
    } catch {
      // a virus scanner reads it
    }
  }
}
