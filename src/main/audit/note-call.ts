import type { AuditKind, AuditLine, AuditPurpose } from '#shared/audit/audit-line'
import { type Audit, audits } from '#shared/audit/audits'
import { namedIn } from '#shared/audit/named-in'
import type { DeskContract } from '#shared/contract'
import type { Result } from '#shared/result'
import type { ChannelOf } from '#shared/rpc/call'
import type { Desk } from '../desk'
import { findServedBy } from '../officers/officers.store'
import type { OpenCall } from './open-call'

type Answer = Result<unknown, { kind: string }>
type Rule = Exclude<Audit<ChannelOf<DeskContract>>, 'none'>

/** A call that is not in the contract has no name of ours; what was asked for is not written down. */
const UNKNOWN = 'unknown'
/** Stands for an answer that shows no record. */
const NOBODY = ''

const ruleOf = (channel: string): Rule | undefined => {
  const rule = Object.hasOwn(audits, channel) ? (audits[channel as keyof typeof audits] as Audit<ChannelOf<DeskContract>>) : 'none'
  return rule === 'none' ? undefined : rule
}

/** What the access log needs to know of a call while it runs. */
export const openCall = (channel: string): OpenCall => ({ channel, kind: ruleOf(channel)?.kind ?? 'other', entered: false })

/** Leaves the line of a call that was turned away at the door. */
export async function noteRefusedAtDoor(desk: Desk, call: OpenCall, outcome: string): Promise<void> {
  const channel = outcome === 'no-such-call' ? UNKNOWN : call.channel
  await desk.audit.note({ kind: call.kind, call: channel, officer: desk.session.officer?.id ?? null, outcome })
}

/** Leaves the line that the table asks for, and resolves when it is on the disk: only then may the answer be given. */
export async function noteCall(desk: Desk, call: OpenCall, question: unknown, answer: Answer): Promise<void> {
  const rule = ruleOf(call.channel)
  const outcome = answer.ok ? 'ok' : answer.problem.kind
  if (call.kind === 'sign-in' && answer.ok) desk.audit.forgetShown()
  // a search in the register is more than what it kept
  if (call.entered && answer.ok && !rule?.found) return
  if (!rule && outcome !== 'unexpected') return
  const officer = desk.session.officer?.id ?? null
  const seen = answer.ok ? (rule?.seen as ((answer: unknown) => readonly (string | null)[]) | undefined)?.(answer.value) : undefined
  const all = [...new Set([...namedIn(question), ...(seen ?? [])])].filter(id => id !== null)
  const isLook = call.kind === 'read' && answer.ok
  const shown = isLook ? desk.audit.newlyShown(`${officer} ${call.channel}`, all.length > 0 ? all : [NOBODY]) : all
  if (isLook && shown.length === 0 && !rule?.sought) return
  const about = shown.filter(id => id !== NOBODY)
  await desk.audit.note({
    kind: call.kind,
    call: call.channel,
    officer,
    outcome,
    ...(call.second && { second: call.second }),
    ...(about.length > 0 && { about }),
    ...(await whyOf(desk, officer, rule, question)),
    ...foundBy(rule, answer),
    ...(rule?.sought && question !== undefined && { sought: desk.audit.mark((rule.sought as (question: unknown) => string)(question)) })
  }) // whoever leaves leaves a signed log behind
  if (call.channel === 'officers.signOut') desk.audit.seal()
}

/** Kinds of lines that need a reason: the others are their own. */
const NEED_REASON: readonly AuditKind[] = ['read', 'search', 'registry', 'print', 'export']

/** A visit that the officer is serving is the reason for what is looked at meanwhile. */
async function whyOf(
  desk: Desk,
  officer: string | null,
  rule: Rule | undefined,
  question: unknown
): Promise<Pick<AuditLine, 'visit' | 'purpose'>> {
  if (!officer || !rule || !NEED_REASON.includes(rule.kind)) return {}
  const visit = await findServedBy(desk.db, officer)
  const said = question === undefined ? undefined : (rule.purpose as ((question: unknown) => AuditPurpose) | undefined)?.(question)
  const purpose = said ?? (visit ? 'visit' : 'look-up')
  return { purpose, ...(visit && purpose !== 'look-up' && { visit }) }
}

function foundBy(rule: Rule | undefined, answer: Answer): Pick<AuditLine, 'found'> {
  const found = answer.ok ? (rule?.found as ((answer: unknown) => boolean | null) | undefined)?.(answer.value) : undefined
  return typeof found === 'boolean' ? { found } : {}
}
