import type { Database } from 'better-sqlite3'
import type { AuditKind } from '#shared/audit/audit-line'
import { audits } from '#shared/audit/audits'
import { namedIn } from '#shared/audit/named-in'
import { localDateOf } from '#shared/clock'
import type { DeskContract } from '#shared/contract'
import type { ChannelOf } from '#shared/rpc/call'
import { UNHEARD_STOP_DAYS } from '#shared/sync/unheard'
import { statement } from '../changes/rows'
import type { Desk } from '../desk'

/** What shows records, and what writes on them: of other people nothing of it is answered any more. */
const OF_RECORDS: readonly AuditKind[] = ['read', 'search', 'registry', 'export', 'write', 'print']
/** Of these a call that names nobody shows nobody: who comes in is received, a ticket or a leaflet is printed. */
const MAKING: readonly AuditKind[] = ['write', 'print']
/** The day's own queue, which leaves the others out by itself, and what brings the desk back to its district or to another PC. */
const GOING_ON: readonly ChannelOf<DeskContract>[] = ['cases.board', 'sync.writePack', 'backups.copyToStick']

/** A number that is typed would show anybody of the register, whoever is at the counter; what was looked up by hand is still written down. */
const CLOSED: readonly ChannelOf<DeskContract>[] = ['registry.lookUp']

/** Whether this desk has not heard its district for so long that it shows nobody but who is at its own counter today. */
export const isStopped = ({ raw, sync }: Pick<Desk, 'raw' | 'sync'>): boolean =>
  sync.unheard.days() >= UNHEARD_STOP_DAYS && raw.prepare('select district from here').pluck().get() !== null

/** Whether a call would show or touch somebody who is not at this desk's counter today. */
export function isOfOthers(desk: Desk, channel: ChannelOf<DeskContract>, question: unknown): boolean {
  const rule = audits[channel]
  if (rule === 'none' || !OF_RECORDS.includes(rule.kind) || GOING_ON.includes(channel)) return false
  if (CLOSED.includes(channel)) return true
  const { paper } = question as { paper?: { kind: string } }
  const named = namedOf(desk, question)
  if (named.some(id => !isOfToday(desk, id))) return true
  if (paper) return paper.kind === 'register'
  return named.length === 0 && !MAKING.includes(rule.kind)
}

/** Whether a record was made at this desk today, or is somebody's who has part in a visit that was. */
export function isOfToday(desk: Pick<Desk, 'raw' | 'zone' | 'today'>, id: string): boolean {
  if (isMadeToday(desk, id)) return true
  const visits = statement(desk.raw, 'select visit_id from participant where resident_id = ? and is_removed = 0').raw(true).all(id)
  return (visits as [string][]).some(([visit]) => isMadeToday(desk, visit))
}

function isMadeToday({ raw, zone, today }: Pick<Desk, 'raw' | 'zone' | 'today'>, id: string): boolean {
  const first = `select c.device = (select device from here) as own, c.body ->> '$.at.wall' as at
    from touch t join "change" c on c.n = t.n where t.id = ? order by c.n limit 1`
  const made = statement(raw, first).raw(false).get(id) as { own: number; at: number } | undefined
  return made?.own === 1 && localDateOf(made.at, zone()) === today()
}

/** Officers are colleagues, whoever they are. */
const namedOf = ({ raw }: { raw: Database }, question: unknown): string[] =>
  namedIn(question).filter(id => raw.prepare('select 1 from officer where id = ?').get(id) === undefined)
