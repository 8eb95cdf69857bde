// A tireless officer at the counter: greets, registers, notes and ends, and remembers each answer.
import type { Case } from '#shared/cases/case'
import type { DeskApi } from '#shared/contract'
import type { ResidentInput } from '#shared/residents/residents.contract'
import type { Visit } from '#shared/visits/visit'
import { type Answer, value } from '../answer-value.ts'
import { kkFrom, peopleFrom } from '../generated-people.ts'
import { between, oneOf, type Random } from '../seeded.ts'
import { acknowledge, type Ledger, type Pending } from './ledger.ts'

type Fields = Record<string, unknown>
type Memory = { waiting: Visit[]; serving: Visit[]; residents: string[]; cases: Case[]; families: number; nextPerson: () => ResidentInput }
export type Officer = { ledger: Ledger; random: Random; memory: Memory; answered: number }

export const newOfficer = (ledger: Ledger, random: Random): Officer => ({
  ledger,
  random,
  memory: { waiting: [], serving: [], residents: [], cases: [], families: 0, nextPerson: peopleFrom(random) },
  answered: 0
})

/** Makes one call that fits what is there, waits for its answer and writes it into the ledger. */
export async function actOnce(officer: Officer, api: DeskApi): Promise<void> {
  const { memory, random } = officer
  const possible: [Act, ...Act[]] = [checkIn, register]
  if (memory.waiting.length > 0) possible.push(serve)
  if (memory.serving.length > 0) possible.push(saveDraft, saveDraft, noticePrivacy)
  if (memory.serving.length > 0 && memory.residents.length > 0) possible.push(addParticipant, openCase)
  if (memory.cases.length > 0) possible.push(note, note, checkDocuments, endCase)
  await oneOf(random, possible)(officer, api)
  officer.answered++
}

type Act = (officer: Officer, api: DeskApi) => Promise<void>

const checkIn: Act = async ({ ledger, memory, random }, api) => {
  const lane = oneOf(random, ['general', 'vulnerable'])
  const visit = value(await api.visits.checkIn({ lane, channel: 'walk-in', purpose: textOf(random), vulnerableGroup: null }))
  memory.waiting.push(visit)
  keepVisit(ledger, visit)
}

const serve: Act = async ({ ledger, memory, random }, api) => {
  const visit = take(random, memory.waiting)
  if (!visit) return
  // as far as the ledger goes it is served from now on; a cut-off call may have left it waiting
  memory.serving.push(visit)
  ledger.pending = moving('visit', visit, now => now.status === 'serving')
  const result = await api.visits.serve({ visitId: visit.id })
  ledger.pending = new Map()
  keepVisit(ledger, value(result))
}

const noticePrivacy: Act = async ({ ledger, memory, random }, api) => {
  const visit = pick(random, memory.serving)
  if (!visit) return
  ledger.pending = moving('visit', visit, now => now.privacyNotice === '2026-1')
  const result = await api.visits.recordPrivacyNotice({ visitId: visit.id, version: '2026-1' })
  ledger.pending = new Map()
  keepVisit(ledger, value(result))
}

/** Resident, family and membership are one write: all three or none. */
const register: Act = async ({ ledger, memory, random }, api) => {
  const kk = kkFrom(random, ++memory.families)
  const family = { kind: 'new', kk, relation: 'head' } as const
  const resident = value(await api.residents.register({ resident: memory.nextPerson(), family, differentFrom: [] }))
  memory.residents.push(resident.id)
  const look = async (now: DeskApi) => {
    const card = optional(await now.residents.get({ residentId: resident.id }))
    const isMember = card?.family?.members.some(member => member.residentId === resident.id && member.relation === 'head') ?? false
    return { resident: card?.resident, kk: card?.family?.kk, isMember }
  }
  acknowledge(ledger, `resident ${resident.id}`, { expected: { resident, kk, isMember: true }, look })
}

const addParticipant: Act = async ({ ledger, memory, random }, api) => {
  const [visit, residentId] = [pick(random, memory.serving), pick(random, memory.residents)]
  if (!visit || !residentId) return
  const role = oneOf(random, ['reporter', 'applicant', 'concerned'])
  const result = await api.visits.addParticipant({ visitId: visit.id, residentId, role, relation: null })
  const { id } = value(result)
  const look = async (now: DeskApi) =>
    optional(await now.visits.get({ visitId: visit.id }))?.participants.some(one => one.id === id) ?? false
  acknowledge(ledger, `participant ${id}`, { expected: true, look })
}

const saveDraft: Act = async ({ ledger, memory, random }, api) => {
  const visit = pick(random, memory.serving)
  if (!visit) return
  const [form, field, text] = [oneOf(random, ['resident', 'case']), `field${between(random, 1, 8)}`, textOf(random)]
  const key = `draft ${visit.id} ${form}`
  const before = (ledger.entries.get(key)?.expected ?? {}) as Fields
  const after = { ...before, [field]: text }
  const look = async (now: DeskApi) => optional(await now.visits.draft({ visitId: visit.id, form })) ?? {}
  if (!ledger.entries.has(key)) acknowledge(ledger, key, { expected: before, look })
  ledger.pending = new Map([[key, now => JSON.stringify(sorted(now)) === JSON.stringify(sorted(after))]])
  const result = await api.visits.saveDraft({ visitId: visit.id, form, field, value: text })
  ledger.pending = new Map()
  value(result)
  acknowledge(ledger, key, { expected: after, look })
}

const openCase: Act = async ({ ledger, memory, random }, api) => {
  const [visit, residentId] = [pick(random, memory.serving), pick(random, memory.residents)]
  if (!visit || !residentId) return
  const result = await api.cases.open({
    visitId: visit.id,
    residentId,
    kind: 'request',
    sector: 'health',
    problemType: 'nonaktif',
    serviceCode: null,
    summary: textOf(random),
    urgency: 'normal'
  })
  // the visit may still be waiting when the call that served it was cut off
  if (!result.ok && result.problem.kind === 'visit-not-being-served') return
  const opened = value(result)
  memory.cases.push(opened)
  keepCase(ledger, opened)
}

const note: Act = async ({ ledger, memory, random }, api) => {
  const found = pick(random, memory.cases)
  if (!found) return
  const event = value(await api.cases.note({ caseId: found.id, kind: 'contact', text: textOf(random) }))
  const look = async (now: DeskApi) => {
    const line = optional(await now.cases.get({ caseId: found.id }))?.events.find(one => one.id === event.id)
    if (!line) return undefined
    const { officerName: _, clockAhead: _ahead, ...kept } = line
    return kept
  }
  acknowledge(ledger, `event ${event.id}`, { expected: event, look })
}

/** Papers, a line of history and the case's next status are one write. */
const checkDocuments: Act = async ({ ledger, memory, random }, api) => {
  const found = pick(random, memory.cases)
  const entry = found && ledger.entries.get(`case ${found.id}`)
  if (!found || !entry) return
  const state = oneOf(random, ['present', 'missing', 'expired'])
  const documents = [0, 1, 2].map(position => ({
    position,
    document: `Berkas ${position}`,
    isMandatory: true,
    state,
    note: textOf(random)
  }))
  ledger.pending = moving('case', found, now => now.status === 'document-check')
  // what the papers were before is not looked at until this call has been answered
  ledger.entries.delete(`documents ${found.id}`)
  const result = await api.cases.checkDocuments({ caseId: found.id, documents })
  ledger.pending = new Map()
  const checked = value(result)
  const look = async (now: DeskApi) => optional(await now.cases.get({ caseId: found.id }))?.documents
  acknowledge(ledger, `documents ${found.id}`, { expected: checked, look })
  const before = entry.expected as Case
  keepCase(ledger, { ...before, status: before.status === 'registered' ? 'document-check' : before.status })
}

const endCase: Act = async ({ ledger, memory, random }, api) => {
  const found = take(random, memory.cases)
  if (!found) return
  ledger.pending = moving('case', found, now => now.status === 'resolved' && now.ending === 'information' && now.closedAt !== null)
  const result = await api.cases.end({ caseId: found.id, ending: { kind: 'information', answer: textOf(random) } })
  ledger.pending = new Map()
  keepCase(ledger, value(result))
}

function keepVisit(ledger: Ledger, visit: Visit): void {
  const look = async (now: DeskApi) => optional(await now.visits.get({ visitId: visit.id }))?.visit
  acknowledge(ledger, `visit ${visit.id}`, { expected: visit, look })
}

function keepCase(ledger: Ledger, found: Case): void {
  const look = async (now: DeskApi) => optional(await now.cases.get({ caseId: found.id }))?.case
  acknowledge(ledger, `case ${found.id}`, { expected: found, look })
}

/** A cut-off call on one row may have left it so; nothing but that and the row as it was is right. */
function moving(what: string, { id }: { id: string }, isMoved: (now: Fields) => boolean): Pending {
  return new Map([[`${what} ${id}`, now => typeof now === 'object' && now !== null && isMoved(now as Fields)]])
}

const optional = <T>(result: Answer<T>): T | undefined => (result.ok ? result.value : undefined)
const sorted = (fields: unknown): [string, unknown][] => Object.entries(fields as Fields).sort(([a], [b]) => (a < b ? -1 : 1))
const pick = <T>(random: Random, from: readonly T[]): T | undefined => from[between(random, 0, from.length - 1)]
const take = <T>(random: Random, from: T[]): T | undefined => from.splice(between(random, 0, from.length - 1), 1)[0]
const textOf = (random: Random): string =>
  `Catatan ${Array.from({ length: between(random, 1, 12) }, () => Math.floor(random() * 1e9).toString(36)).join(' ')}`
