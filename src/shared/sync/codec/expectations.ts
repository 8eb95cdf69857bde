// What a field most likely says, from what both sides know: most of what an office writes follows from what it wrote before.
import { ticketNumber } from '#shared/visits/ticket-number'
import { expectedFacts } from './expected-facts'
import type { Pass } from './field'
import { paperHabit } from './habits'
import { hashOfFacts } from './letter-code-field'
import type { Json, JsonObject } from './memory'
import { isObject } from './sameness'

/** Where a field stands: its row as far as it is coded, its op, and the ops before it in the same change. */
export type FieldAt = { row: JsonObject; op: JsonObject; before: readonly JsonObject[] }
export type Expectation = (pass: Pass, at: FieldAt) => Json | undefined

/** What is expected of a field, for the fields of which anything ever is; it gives undefined when it does not know this time. */
export const ruleFor = (entity: string, field: string): Expectation | undefined => {
  const name = `${entity}.${field}`
  return Object.hasOwn(rules, name) ? rules[name] : undefined
}

const rules: Readonly<Record<string, Expectation>> = {
  'visit.ticketNo': ({ memory }, { row }) => {
    const last = memory.habits.get(`ticket ${row.lane} ${row.day}`)
    return typeof last === 'number' ? last + 1 : 1
  },
  'visit.ticket': (_, { row: { lane, ticketNo, deskCode } }) => {
    if (lane !== 'general' && lane !== 'vulnerable') return undefined
    if (typeof ticketNo !== 'number' || !Number.isSafeInteger(ticketNo) || ticketNo < 1) return undefined
    return ticketNumber(lane, ticketNo, String(deskCode))
  },
  'case.number': ({ memory }) => next(memory.newest.get('case')?.number),
  'case.sector': ({ memory }, { row }) => memory.habits.get(`sector ${row.serviceCode}`),
  'case.nextStep': ({ memory }, { before, op }) => {
    const referral = newestOf(memory.newest.get('referral'))
    const said = memory.habits.get(`next step ${referral.organizationId}`)
    return op.type === 'transition' && op.to === 'referred' && before.length === 0 ? said : undefined
  },
  'documentCheck.document': ({ memory }, { row, before }) => memory.habits.get(paperHabit(memory, row.caseId, before)),
  'documentCheck.isMandatory': ({ memory }, { row }) => memory.habits.get(`mandatory ${row.document}`),
  'caseEvent.text': ({ memory }, { row, before }) => {
    if (row.kind === 'letter') return memory.newest.get('letter')?.number
    if (row.kind === 'documents') return papersSeen(before)
    return row.kind === 'ending' ? referredTo(before) : undefined
  },
  'caseEvent.status': (_, { row, before }) => {
    const last = before.at(-1)
    if (last?.entity !== 'case') return row.kind === 'documents' ? 'document-check' : null
    return last.type === 'transition' ? last.to : row.kind === 'opened' ? 'registered' : null
  },
  'letterBook.nextSequence': ({ memory }) => {
    const sequence = memory.newest.get('letter')?.sequence
    return typeof sequence === 'number' ? sequence + 1 : undefined
  },
  'letter.number': ({ memory }, { row }) => {
    const last = memory.habits.get(`letter ${row.type}`)
    if (!isObject(last) || typeof last.number !== 'string' || typeof row.sequence !== 'number') return undefined
    const padded = String(last.sequence).padStart(3, '0')
    return last.number.replace(padded, String(row.sequence).padStart(3, '0'))
  },
  'letter.facts': (pass, { row }) => expectedFacts(pass, row),
  'letter.dataHash': (pass, { row }) => (isObject(row.facts) ? hashOfFacts(pass, row.facts) : undefined),
  'letter.codeText': (_, { row }) => {
    const code = isObject(row.facts) ? row.facts.verification : undefined
    return isObject(code) ? code.codeText : undefined
  },
  'handOver.receivedBy': ({ memory }, { row }) => {
    const letter = newestOf(memory.rows.get(String(row.letterId)))
    return memory.rows.get(String(letter.residentId))?.name
  }
}

const newestOf = (row: JsonObject | undefined): JsonObject => row ?? {}

/** `SLRT-3324-2611-A-00013` after `SLRT-3324-2611-A-00012`. */
function next(last: Json | undefined): string | undefined {
  const digits = typeof last === 'string' ? /\d{1,9}$/.exec(last)?.[0] : undefined
  if (typeof last !== 'string' || digits === undefined) return undefined
  return last.slice(0, -digits.length) + String(Number(digits) + 1).padStart(digits.length, '0')
}

const MOST_PAPERS = 64

/** `3/4`: how many of the papers that this change speaks of were there. */
function papersSeen(before: readonly JsonObject[]): string {
  const papers = before.slice(-MOST_PAPERS).filter(op => op.entity === 'documentCheck')
  const present = papers.filter(op => isObject(op.fields) && op.fields.state === 'present')
  return `${present.length}/${papers.length}`
}

const WAITING = 'Menunggu jawaban '

/** The agency that a case of this change now waits for. */
function referredTo(before: readonly JsonObject[]): string | undefined {
  const last = before.at(-1)
  const step = isObject(last?.fields) ? last.fields.nextStep : undefined
  return typeof step === 'string' && step.startsWith(WAITING) ? step.slice(WAITING.length) : undefined
}
