// What the access log costs: a line beside the answer it speaks of, and going through 100,000 lines.
import { hash } from 'node:crypto'
import { auditHead, enterLine } from '#main/audit/audit-chain'
import { verifyAudit } from '#main/audit/verify-audit'
import { FIRST_PREV } from '#shared/changes/change'
import { value } from '../answer-value.ts'
import { openBenchDesk } from './bench-desk.ts'
import { quantile, report, timed } from './measure.ts'

const ROUNDS = 9
const SEARCHES = 300
const TARGET_MS = 1_000

export async function benchAudit(lines: number): Promise<void> {
  const bench = await openBenchDesk()
  const { raw, author, session } = bench.desk
  const line = {
    at: Date.now(),
    mono: 1,
    kind: 'read',
    call: 'residents.get',
    officer: session.officer?.id ?? null,
    outcome: 'ok'
  } as const
  const about = [bench.desk.author.device, session.officer?.id ?? '']
  raw.transaction(() => {
    for (let n = auditHead(raw).n; n < lines; n++) enterLine(raw, author, { ...line, purpose: 'look-up', about })
  })()
  const [whole, bare] = [[], []] as number[][] as [number[], number[]]
  for (let round = 0; round < ROUNDS; round++) {
    const [ms, check] = await timed(() => verifyAudit(raw, author))
    if (check.trouble || check.lines < lines) throw new Error('the log was not whole')
    whole.push(ms)
    bare.push((await timed(async () => bareChain()))[0])
  }
  report(`audit.verify.${lines}`, whole, 'ms', { rawMedian: Math.round(quantile(bare, 0.5)), target: TARGET_MS })

  const searches: number[] = []
  for (let n = 0; n < SEARCHES; n++)
    searches.push((await timed(async () => value(await bench.api.search.find({ text: 'zz', purpose: 'look-up' }))))[0])
  const notes: number[] = []
  for (let n = 0; n < SEARCHES; n++) notes.push((await timed(() => bench.desk.audit.note({ kind: 'other' })))[0])
  report('audit.search', searches, 'ms', { ofThatLine: quantile(notes, 0.5), lineP95: quantile(notes, 0.95) })
  await bench.close()

  /** The same rows hashed one after the other, and nothing else. */
  function bareChain(): void {
    let prev = FIRST_PREV
    for (const [text] of raw.prepare('select line from audit order by n').raw(true).iterate() as IterableIterator<[string]>)
      prev = hash('sha256', `${prev}\n${text}`, 'hex')
  }
}
