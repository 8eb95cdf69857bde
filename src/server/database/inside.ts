import { type RawBuilder, sql } from 'kysely'
import type { Database } from './place'
import type { Inside } from './tables'

const LIMITS = { lock_timeout: '5s', statement_timeout: '15s', idle_in_transaction_session_timeout: '10s' }

/** One transaction in one district: it sees and writes nothing else, and when it has returned all of it is on disk. */
export function inDistrict<T>(server: Database, district: string, work: (inside: Inside) => Promise<T>): Promise<T> {
  return server.db.transaction().execute(async trx => {
    const { dialect, role, putRows } = server
    if (dialect === 'postgres') await setForTransaction({ 'app.district': district, ...LIMITS, ...(role ? { role } : {}) }).execute(trx)
    return work({ trx, district, dialect, putRows })
  })
}

/** The same for several districts one after the other: all of it is kept, or nothing. */
export function inDistricts(server: Database, districts: readonly string[], work: (inside: Inside) => Promise<void>): Promise<void> {
  const { dialect, role, putRows } = server
  return server.db.transaction().execute(async trx => {
    for (const district of districts) {
      if (dialect === 'postgres') await setForTransaction({ 'app.district': district, ...LIMITS, ...(role ? { role } : {}) }).execute(trx)
      await work({ trx, district, dialect, putRows })
    }
  })
}

/** Reads one district as it was at one moment, however long that takes. */
export function readSnapshot<T>(server: Database, district: string, work: (inside: Inside) => Promise<T>): Promise<T> {
  const { db, dialect, role, putRows } = server
  if (dialect === 'sqlite') return inDistrict(server, district, work)
  const snapshot = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
  return snapshot.execute(async trx => {
    await setForTransaction({ 'app.district': district, ...LIMITS, ...(role ? { role } : {}) }).execute(trx)
    return work({ trx, district, dialect, putRows })
  })
}

/** One transaction that asks, over all districts, only what the policies let be asked. */
export function acrossDistricts<T>(
  server: Database,
  question: { 'app.listing': 'districts' } | { 'app.selector': string },
  work: (trx: Inside['trx']) => Promise<T>
): Promise<T> {
  return server.db.transaction().execute(async trx => {
    const { dialect, role } = server
    if (dialect === 'postgres') await setForTransaction({ ...question, ...LIMITS, ...(role ? { role } : {}) }).execute(trx)
    return work(trx)
  })
}

/** Settings that end with the transaction, so that no connection carries one district into the next. */
function setForTransaction(settings: Record<string, string>): RawBuilder<unknown> {
  const calls = Object.entries(settings).map(([name, value]) => sql`set_config(${name}, ${value}, true)`)
  return sql`select ${sql.join(calls)}`
}

/** Whether a column is one of these values, however many: one parameter, and the same statement for any number. */
export function isAnyOf({ dialect }: Inside, column: string, values: readonly string[]): RawBuilder<boolean> {
  if (dialect === 'postgres') return sql<boolean>`${sql.ref(column)} = any(cast(${values} as text[]))`
  return sql<boolean>`${sql.ref(column)} in (select value from json_each(${JSON.stringify(values)}))`
}
