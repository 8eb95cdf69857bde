import { Countersign, HeadRefusal, type ToldHead } from '#shared/audit/audit-head'
import type { Desk } from '../desk'
import { getHere, setHere } from './here.store'
import type { Line } from './http-line'
import { isOfTheLine } from './line-errors'
import { jsonOf, signedCall } from './signed-call'

/** So long a district that was told of the access log is left alone: it keeps every word for ever. */
const TELL_MS = 30 * 60_000

/** Tells the district after a conversation how far the access log goes, when it has grown, and keeps its signature. */
export type AuditHeads = { go(line: Pick<Line, 'request'>): Promise<void>; rest(): Promise<void> }

export function auditHeads(desk: Desk): AuditHeads {
  let lastAt = Number.NEGATIVE_INFINITY
  let going: Promise<void> | undefined

  const tell = async (line: Pick<Line, 'request'>): Promise<void> => {
    if (desk.monotonic() - lastAt < TELL_MS) return
    try {
      if (await tellHead(desk, line)) lastAt = desk.monotonic()
    } catch (error) {
      // the next conversation that goes well tries again
      if (!isOfTheLine(error)) desk.report('access-log', error)
    }
  }

  return {
    go(line) {
      going ??= tell(line).finally(() => {
        going = undefined
      })
      return going
    },
    rest: async () => going
  }
}

/** False when nothing new was to be told, or nobody there understood it. */
async function tellHead(desk: Desk, line: Pick<Line, 'request'>): Promise<boolean> {
  const known = desk.audit.lastCountersign()
  const head = desk.audit.headToTell(known?.n ?? 0)
  if (!head) return false
  const tell = async (earlier: number | undefined) => {
    const told: ToldHead = { ...head, earlier: earlier === undefined ? null : { n: earlier, hash: desk.audit.hashOf(earlier) ?? null } }
    const body = Buffer.from(JSON.stringify(told))
    const answer = await signedCall(desk, line, 'PUT', '/v1/access-log', { body, headers: { 'content-type': 'application/octet-stream' } })
    return { status: answer.status, said: jsonOf(answer.body) }
  }
  let answer = await tell(known?.n)
  let refusal = answer.status === 409 ? HeadRefusal.safeParse(answer.said).data : undefined
  // one of the two was put back since: the line that the district names is looked up
  if (refusal?.kind === 'other-head') {
    answer = await tell(refusal.last?.n)
    refusal = answer.status === 409 ? HeadRefusal.safeParse(answer.said).data : undefined
  }
  const here = await getHere(desk.db)
  if (refusal?.kind === 'contradicts') {
    if (here.auditContradictedAt === null) await setHere(desk.db, { auditContradictedAt: desk.clock.now() })
    return true
  }
  const said = answer.status === 200 ? Countersign.safeParse(answer.said).data : undefined
  if (!said || said.n !== head.n || said.hash !== head.hash || !desk.audit.keepCountersign(said, here)) return false
  if (here.auditContradictedAt !== null) await setHere(desk.db, { auditContradictedAt: null })
  return true
}
