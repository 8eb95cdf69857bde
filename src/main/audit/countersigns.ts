// What the district has signed of this desk's access log, in the desk's own database.
import { createPublicKey } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { Countersign } from '#shared/audit/audit-head'
import { isCountersigned } from '#wire/audit-head'
import { statement } from '../changes/rows'

/** The newest head that the district has signed. */
export function lastCountersign(raw: Database): Countersign | undefined {
  const found = statement(raw, 'select said from audit_countersign order by n desc limit 1').raw(false).get() as
    | { said: string }
    | undefined
  return found && Countersign.parse(JSON.parse(found.said))
}

/** Every head that the district has signed, the first one first: lines that can be held against it. */
export const knownToDistrict = (raw: Database): { n: number; hash: string }[] =>
  statement(raw, "select n, said ->> '$.hash' as hash from audit_countersign order by n").raw(false).all() as { n: number; hash: string }[]

/** Keeps what the district has signed; the same head again changes nothing. */
export function keepCountersign(raw: Database, said: Countersign): void {
  if (statement(raw, 'select 1 from audit_countersign where n = ?').raw(true).get(said.n)) return
  statement(raw, 'insert into audit_countersign (n, at, said) values (?, ?, ?)').run(said.n, said.at, JSON.stringify(said))
}

type Whose = { device: string; district: string | null; districtKey: string | null }

/** Whether the district of this desk has signed that of this desk's log. */
export function isByDistrict(said: Countersign, { device, district, districtKey }: Whose): boolean {
  if (said.device !== device || said.district !== district || districtKey === null) return false
  return isCountersigned(said, createPublicKey({ key: Buffer.from(districtKey, 'base64'), type: 'spki', format: 'der' }))
}
