import type { Database } from 'better-sqlite3'
import type { LogCheck } from '#shared/office/office.contract'
import type { Reader } from '../database/tables'
import { foldAgain, snapshot } from './fold'

class Undo extends Error {
  readonly check: LogCheck

  constructor(check: LogCheck) {
    super('undo')
    this.check = check
  }
}

/** Folds the log again inside a transaction that is always rolled back, and names the tables that came out otherwise. */
export async function checkLog(db: Reader, raw: Database): Promise<LogCheck> {
  try {
    return await db.transaction().execute(async () => {
      const before = snapshot(raw)
      const changes = foldAgain(raw)
      const after = snapshot(raw)
      const differences = Object.keys(before).filter(table => JSON.stringify(before[table]) !== JSON.stringify(after[table]))
      throw new Undo({ changes, rows: Object.values(before).reduce((sum, rows) => sum + rows.length, 0), differences })
    })
  } catch (error) {
    if (error instanceof Undo) return error.check
    throw error
  }
}
