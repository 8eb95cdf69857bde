import type { Database } from 'better-sqlite3'
import type { AuditCheck, AuditLoss, AuditTrouble, KnownHead } from '#shared/audit/audit.contract'
import { FIRST_PREV } from '#shared/changes/change'
import { isHeadOf } from '#wire/audit-head'
import type { Author } from '../changes/log'
import { statement } from '../changes/rows'
import { lineHash } from './audit-chain'
import { knownToDistrict } from './countersigns'

/** So many lines are checked before other work gets a turn. */
const PAGE = 5_000

type Kept = [n: number, line: string, hash: string]
type Seal = [n: number, signature: Uint8Array, hash: string | null]

/** Walks the chain from its first line and stops at the first one that is not as it was written, or not the one that was vouched for: by what is given, and by the district. */
export async function verifyAudit(raw: Database, author: Author, known: readonly KnownHead[] = []): Promise<AuditCheck> {
  const byDistrict = knownToDistrict(raw)
  const chain = await walkChain(raw, [...known, ...byDistrict])
  const seals = statement(raw, 'select s.n, s.signature, a.hash from audit_seal s left join audit a on a.n = s.n order by s.n')
    .raw(true)
    .all()
  const bad = (seals as Seal[]).find(([n, signature, hash]) => !isSealed(author, n, hash, signature))
  const troubles = [chain.trouble, bad && { n: bad[0], kind: 'bad-seal' as const }].filter(one => one !== undefined)
  const first = troubles.sort((a, b) => a.n - b.n)[0] ?? null
  return {
    lines: chain.lines,
    seals: seals.length,
    sealedTo: (seals.at(-1) as Seal | undefined)?.[0] ?? 0,
    hash: chain.hash,
    knownTo: byDistrict.at(-1)?.n ?? null,
    losses: lossesIn(raw),
    trouble: first
  }
}

/** A log that was cut off begins a chain that holds: only its own word tells of what was before. */
const lossesIn = (raw: Database): AuditLoss[] =>
  statement(
    raw,
    "select n, outcome as kind, coalesce(line ->> '$.count', 0) as count from audit where outcome in ('lines-gone', 'proof-gone') order by n"
  )
    .raw(false)
    .all() as AuditLoss[]

const isSealed = ({ device, publicKey }: Author, n: number, hash: string | null, signature: Uint8Array): boolean =>
  hash !== null && isHeadOf(signature, device, publicKey, { n, hash })

async function walkChain(raw: Database, known: readonly KnownHead[]): Promise<{ lines: number; hash: string; trouble?: AuditTrouble }> {
  const page = statement(raw, 'select n, line, hash from audit where n > ? order by n limit ?')
  let [last, prev] = [0, FIRST_PREV]
  const vouched = Map.groupBy(known, head => head.n)
  const isOther = (n: number, hash: string) => vouched.get(n)?.some(head => !hash.startsWith(head.hash)) ?? false
  const stop = (n: number, kind: AuditTrouble['kind']) => ({ lines: last, hash: prev, trouble: { n, kind } })
  for (;;) {
    const lines = page.raw(true).all(last, PAGE) as Kept[]
    for (const [n, line, hash] of lines) {
      if (n !== last + 1) return stop(last + 1, 'missing')
      if (lineHash(prev, line) !== hash || !line.startsWith(`{"n":${n},`)) return stop(n, 'changed')
      if (isOther(n, hash)) return stop(n, 'not-known')
      ;[last, prev] = [n, hash]
    }
    if (lines.length < PAGE) break
    await new Promise(resolve => setImmediate(resolve))
  }
  return known.some(head => head.n > last) ? stop(last + 1, 'missing') : { lines: last, hash: prev }
}
