// Everything that people do at a desk, one call each, with real and stale ids.
import { CASE_STATUSES } from '#shared/cases/case-status'
import type { DeskApi } from '#shared/contract'
import { REFERRAL_STATUSES } from '#shared/referrals/referral-status'
import { RELATIONS } from '#shared/residents/resident'
import { givenLetterOrder, personInput } from './given'

export type Ids = Record<
  'visit' | 'resident' | 'case' | 'referral' | 'letter' | 'attempt' | 'participant' | 'signer' | 'organization',
  string[]
>
type Answer = { ok: true; value: unknown } | { ok: false; problem: { kind: string } }
type Act = (api: DeskApi, ids: Ids, n: number) => Promise<Answer | undefined>

const NAMES = [
  'Siti Aminah',
  'Djoko Soesilo',
  'Muh. Rizki',
  'Sumarni',
  "Nur'aini binti Kasan",
  'Ni Wayan <b>Sari</b>',
  'H. Abd. Syukur, S.Pd.',
  'Tuminah'
]
const ON = '2026-12-01'
const followUp = { nextStep: 'Hubungi warga', dueOn: ON }

const pick = <T>(from: readonly T[], n: number): T => from[n % from.length] as T
/** One known id, or now and then one that nobody has. */
const one = (ids: string[], n: number): string =>
  n % 17 === 16 ? '0192f0c0-0000-7000-8000-000000000009' : (ids[n % (ids.length || 1)] ?? pick(UNKNOWN, n))
const UNKNOWN = ['0192f0c0-0000-7000-8000-000000000001', '0192f0c0-0000-7000-8000-000000000002']

/** A generated person of Patebon; the same n is always the same person. */
export function personOf(n: number) {
  const isFemale = n % 2 === 0
  const [day, month, year] = [1 + (n % 28), 1 + (n % 12), 50 + (n % 49)]
  const two = (part: number) => String(part).padStart(2, '0')
  return personInput({
    name: `${pick(NAMES, n)} ${'ABCDEFGHIJ'[Math.floor(n / 8) % 10]}`,
    nik: n % 9 === 8 ? null : `332410${two(isFemale ? day + 40 : day)}${two(month)}${two(year)}${String(1 + (n % 9000)).padStart(4, '0')}`,
    noNikReason: n % 9 === 8 ? 'never-recorded' : null,
    sex: isFemale ? 'female' : 'male',
    birthDate: `19${two(year)}-${two(month)}-${two(day)}`,
    phone: n % 3 === 0 ? null : `0812${String(10_000_000 + n)}`,
    note: n % 5 === 0 ? "'; drop table resident; --" : null
  })
}

export const ACTS = [
  'checkIn',
  'call',
  'serve',
  'sendBack',
  'markAbsent',
  'notice',
  'register',
  'correct',
  'joinFamily',
  'changeKk',
  'leaveFamily',
  'participant',
  'removeParticipant',
  'check',
  'open',
  'documents',
  'note',
  'inform',
  'consult',
  'request',
  'move',
  'close',
  'reopen',
  'draft',
  'send',
  'answer',
  'issue',
  'void',
  'print',
  'answerPrint',
  'copy',
  'handOver',
  'finish',
  'closeDay',
  'holiday',
  'office',
  'organization'
] as const
export type ActName = (typeof ACTS)[number]

export const acts: Record<ActName, Act> = {
  checkIn: (api, _, n) =>
    api.visits.checkIn({
      lane: pick(['general', 'vulnerable'], n),
      channel: 'walk-in',
      purpose: n % 2 ? 'Tanya PBI' : null,
      vulnerableGroup: null
    }),
  call: (api, ids, n) => api.visits.call({ visitId: one(ids.visit, n) }),
  serve: (api, ids, n) => api.visits.serve({ visitId: one(ids.visit, n) }),
  sendBack: (api, ids, n) => api.visits.sendBack({ visitId: one(ids.visit, n) }),
  markAbsent: (api, ids, n) => api.visits.markAbsent({ visitId: one(ids.visit, n) }),
  notice: (api, ids, n) => api.visits.recordPrivacyNotice({ visitId: one(ids.visit, n), version: '2026-11' }),
  register: (api, ids, n) =>
    api.residents.register({
      resident: personOf(n),
      family: n % 2 ? { kind: 'new', kk: n % 4 ? null : '3324100101100002', relation: pick(RELATIONS, n) } : null,
      differentFrom: ids.resident.slice(0, 50)
    }),
  correct: (api, ids, n) =>
    api.residents.correct({ residentId: one(ids.resident, n), resident: personOf(n + 1), differentFrom: ids.resident.slice(0, 50) }),
  changeKk: (api, ids, n) => api.residents.changeKk({ residentId: one(ids.resident, n), kk: `33241001011000${10 + (n % 9)}` }),
  joinFamily: (api, ids, n) =>
    api.residents.joinFamily({
      residentId: one(ids.resident, n),
      family: { kind: 'new', kk: '3324100101100002' },
      relation: pick(RELATIONS, n)
    }),
  leaveFamily: (api, ids, n) => api.residents.leaveFamily({ residentId: one(ids.resident, n) }),
  participant: (api, ids, n) =>
    api.visits.addParticipant({
      visitId: one(ids.visit, n),
      residentId: one(ids.resident, n),
      role: pick(['applicant', 'concerned'], n),
      relation: null
    }),
  removeParticipant: (api, ids, n) => api.visits.removeParticipant({ participantId: one(ids.participant, n) }),
  check: (api, ids, n) =>
    api.registry.recordCheck({
      residentId: one(ids.resident, n),
      visitId: null,
      source: 'DTSEN',
      isListed: n % 3 > 0,
      decile: n % 3 === 1 ? 1 + (n % 10) : null,
      period: '2026-T4',
      programmes: n % 2 ? ['pkh', 'sembako'] : [],
      note: null
    }),
  open: (api, ids, n) =>
    api.cases.open({
      visitId: one(ids.visit, n),
      residentId: one(ids.resident, n),
      kind: pick(['request', 'complaint'], n),
      sector: 'health',
      problemType: 'nonaktif',
      serviceCode: null,
      summary: `Keluhan ${n}\nbaris dua`,
      urgency: 'normal'
    }),
  documents: (api, ids, n) =>
    api.cases.checkDocuments({
      caseId: one(ids.case, n),
      documents: [0, 1, n % 3].map(position => ({
        position,
        document: `Berkas ${position}`,
        isMandatory: position < 2,
        state: pick(['present', 'missing', 'expired'], n + position),
        note: null
      }))
    }),
  note: (api, ids, n) => api.cases.note({ caseId: one(ids.case, n), kind: 'note', text: `Catatan ${n}` }),
  inform: (api, ids, n) => api.cases.end({ caseId: one(ids.case, n), ending: { kind: 'information', answer: 'Syarat sudah dijelaskan' } }),
  consult: (api, ids, n) =>
    api.cases.end({ caseId: one(ids.case, n), ending: { kind: 'consultation', advice: 'Saran', followUp: n % 2 ? followUp : null } }),
  request: (api, ids, n) => api.cases.end({ caseId: one(ids.case, n), ending: { kind: 'request', note: null, followUp } }),
  move: (api, ids, n) =>
    api.cases.move({ caseId: one(ids.case, n), to: pick(CASE_STATUSES, n), text: null, followUp: n % 2 ? followUp : null }),
  close: (api, ids, n) =>
    api.cases.close({ caseId: one(ids.case, n), outcome: pick(['fulfilled', 'ineligible', 'withdrawn'], n), text: 'Selesai' }),
  reopen: (api, ids, n) => api.cases.reopen({ caseId: one(ids.case, n), reason: 'Keliru ditutup', followUp }),
  draft: async (api, ids, n) => {
    if (ids.case.length === 0) return undefined
    const order = await givenLetterOrder(api, one(ids.case, n)).catch(() => undefined)
    return order && { ok: true, value: { id: order.referralId } }
  },
  send: (api, ids, n) => api.referrals.send({ referralId: one(ids.referral, n) }),
  answer: (api, ids, n) =>
    api.referrals.answer({ referralId: one(ids.referral, n), to: pick(REFERRAL_STATUSES, n), route: 'phone', note: 'Sudah ditelepon' }),
  issue: async (api, ids, n) => {
    const caseId = one(ids.case, n)
    const order = await givenLetterOrder(api, caseId).catch(() => undefined)
    if (!order) return undefined
    const issued = await api.letters.issue(order)
    if (issued.ok || issued.problem.kind !== 'similar-letter-valid') return issued
    return api.letters.issue({ ...order, inSpiteOf: issued.problem.letterId })
  },
  void: (api, ids, n) => api.letters.void({ letterId: one(ids.letter, n), reason: 'Salah nama' }),
  print: (api, ids, n) => api.letters.print({ letterId: one(ids.letter, n), printer: n % 5 ? 'Kantor' : 'Tidak ada' }),
  answerPrint: (api, ids, n) =>
    api.letters.answerPrint({ attemptId: one(ids.attempt, n), answer: pick(['printed', 'failed', 'cancelled'], n), reason: null }),
  copy: (api, ids, n) =>
    api.letters.printCopy({ letterId: one(ids.letter, n), printer: 'Kantor', reason: 'Hilang', takenBy: 'Warga sendiri' }),
  handOver: (api, ids, n) =>
    api.letters.handOver({ letterId: one(ids.letter, n), receivedBy: 'Warga sendiri', isRepresentative: n % 2 === 0 }),
  finish: (api, ids, n) => api.cases.finishVisit({ visitId: one(ids.visit, n) }),
  closeDay: (api, _, n) => (n % 7 === 0 ? api.cases.closeDay({}) : Promise.resolve(undefined)),
  holiday: (api, _, n) => api.office.setHoliday({ day: `2026-12-${10 + (n % 20)}`, name: 'Cuti bersama', isWorkingDay: n % 2 === 0 }),
  office: (api, _, n) => api.office.change({ place: pick(['Kendal', 'Weleri'], n), paper: pick(['F4', 'A4'], n) }),
  organization: (api, _, n) => api.organizations.add({ kind: 'rsud', name: `RSU ${n}`, addressee: 'Direktur', address: null, phone: null })
}
