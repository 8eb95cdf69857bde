// The chain of the access log as it lies in the database: each line's hash covers the line before.
import { hash, type KeyObject, sign } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { AuditLine } from '#shared/audit/audit-line'
import { FIRST_PREV } from '#shared/changes/change'
import { headText } from '#wire/audit-head'
import { statement } from '../changes/rows'

export type AuditHead = { n: number; hash: string }
export type Signer = { device: string; privateKey: KeyObject }

/** A seal every so many lines: fewer make the tail that only paper and server vouch for longer, more make verifying slower. */
const SEAL_EVERY = 256

export function auditHead(raw: Database): AuditHead {
  const found = statement(raw, 'select n, hash from audit order by n desc limit 1').raw(false).get() as AuditHead | undefined
  return found ?? { n: 0, hash: FIRST_PREV }
}

export function hashOf(raw: Database, n: number): string | undefined {
  return (statement(raw, 'select hash from audit where n = ?').raw(false).get(n) as { hash: string } | undefined)?.hash
}

/** Adds a line behind the last one. The caller sees to it that the connection is its own. */
export function enterLine(raw: Database, signer: Signer, line: Omit<AuditLine, 'n'>): number {
  const { n: last, hash: prev } = auditHead(raw)
  const n = last + 1
  const text = JSON.stringify({ n, ...line })
  const own = lineHash(prev, text)
  statement(raw, 'insert into audit (n, line, hash) values (?, ?, ?)').run(n, text, own)
  for (const id of new Set(line.about)) statement(raw, 'insert into audit_about (id, n) values (?, ?)').run(id, n)
  if (n % SEAL_EVERY === 0) seal(raw, signer, { n, hash: own })
  return n
}

/** Signs the newest line, and with it all before. */
export function sealHead(raw: Database, signer: Signer): AuditHead {
  const head = auditHead(raw)
  if (head.n > 0 && !statement(raw, 'select 1 from audit_seal where n = ?').raw(true).get(head.n)) seal(raw, signer, head)
  return head
}

/** The desk's signature on a line that was sealed. */
export const signatureOf = (raw: Database, n: number): Uint8Array =>
  (statement(raw, 'select signature from audit_seal where n = ?').raw(false).get(n) as { signature: Uint8Array }).signature

export const lineHash = (prev: string, text: string): string => hash('sha256', `${prev}\n${text}`, 'hex')

function seal(raw: Database, { device, privateKey }: Signer, head: AuditHead): void {
  const signature = sign(null, headText(device, head), privateKey)
  statement(raw, 'insert into audit_seal (n, signature) values (?, ?)').run(head.n, signature)
}
