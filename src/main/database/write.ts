import type { Result } from '#shared/result'
import { enterChange } from '../audit/enter-change'
import { tellClockChecks } from '../changes/clock-checks'
import { foldInPlace } from '../changes/fold'
import { idsOf, openChange, sealChange } from '../changes/log'
import type { Desk } from '../desk'
import type { Writer } from './tables'

class Refused<R> extends Error {
  readonly result: R

  constructor(result: R) {
    super('refused')
    this.result = result
  }
}

/**
 * One transaction, one signed change: rows, change, commit, journal line, answer, in this order.
 * A refusal or a throw rolls everything back, so a refusal always means that nothing changed.
 */
export function write<R extends Result<unknown, unknown>>(desk: Desk, work: (trx: Writer) => Promise<R>): Promise<R> {
  return writeIn(desk, desk.db, work)
}

/** The same for what takes the place of another change: a row may lose by it what it hangs on, and stands until its own change is settled. SPEC C12. */
export function writeInPlace<R extends Result<unknown, unknown>>(desk: Desk, work: (trx: Writer) => Promise<R>): Promise<R> {
  return desk.db.connection().execute(async connection => {
    desk.raw.pragma('foreign_keys = off')
    try {
      return await writeIn(desk, connection, work)
    } finally {
      desk.raw.pragma('foreign_keys = on')
    }
  })
}

async function writeIn<R extends Result<unknown, unknown>>(desk: Desk, db: Desk['db'], work: (trx: Writer) => Promise<R>): Promise<R> {
  let touched: string[] = []
  try {
    const result = await db.transaction().execute(async transaction => {
      const change = openChange(desk.raw, desk.author, desk.moment())
      const trx = Object.assign(transaction, { change, newId: idsOf(change) })
      const outcome = await work(trx)
      if (!outcome.ok) throw new Refused(outcome)
      if (change.ops.length > 0 && change.replaces === undefined) tellClockChecks(trx, desk.author.device)
      if (change.ops.length > 0 || change.replaces !== undefined) sealChange(change, desk.author, desk.session.officer?.id ?? null)
      foldInPlace(desk.raw, change)
      if (change.ops.length > 0) enterChange(desk, change)
      touched = [...new Set(change.ops.map(op => op.entity))]
      return outcome
    })
    desk.journal.catchUp(desk.raw)
    desk.sync.wake()
    if (touched.length > 0) desk.announce({ kind: 'data-changed', entities: touched })
    return result
  } catch (error) {
    if (error instanceof Refused) return error.result
    throw error
  }
}
