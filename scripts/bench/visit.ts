// One visit as an officer does it: from the ticket to the last ending, every call in its order.
import type { DeskApi } from '#shared/contract'
import type { ResidentInput } from '#shared/residents/residents.contract'
import { value } from '../answer-value.ts'
import { kkFrom } from '../generated-people.ts'
import type { Random } from '../seeded.ts'

/** Lets a measurement stand around each call. */
export type Around = <T>(name: string, call: () => Promise<T>) => Promise<T>

const PAPERS = ['KTP-el', 'Kartu Keluarga', 'Surat keterangan tidak mampu', 'Surat kontrol rumah sakit']
const DAY_MS = 24 * 3600 * 1000

/** A mother and her two children whose PBI was cut: 14 calls, each a durable save of its own. */
export async function playVisit(api: DeskApi, random: Random, n: number, nextPerson: () => ResidentInput, around: Around): Promise<void> {
  const step = async <T>(
    name: string,
    call: () => Promise<{ ok: true; value: T } | { ok: false; problem: { kind: string } }>
  ): Promise<T> => value(await around(name, call))
  const { id: visitId } = await step('checkIn', () =>
    api.visits.checkIn({ lane: 'general', channel: 'walk-in', purpose: 'BPJS tidak aktif', vulnerableGroup: null })
  )
  await step('serve', () => api.visits.serve({ visitId }))
  await step('privacy', () => api.visits.recordPrivacyNotice({ visitId, version: '2026-1' }))
  const kk = kkFrom(random, n)
  const register = (relation: 'head' | 'child') => () =>
    api.residents.register({ resident: nextPerson(), family: { kind: 'new', kk, relation }, differentFrom: [] })
  const mother = await step('register', register('head'))
  const son = await step('register', register('child'))
  await step('register', register('child'))
  await step('participant', () => api.visits.addParticipant({ visitId, residentId: mother.id, role: 'reporter', relation: 'ibu' }))
  await step('participant', () => api.visits.addParticipant({ visitId, residentId: son.id, role: 'concerned', relation: null }))
  const { id: caseId } = await step('case', () =>
    api.cases.open({
      visitId,
      residentId: son.id,
      kind: 'request',
      sector: 'health',
      problemType: 'nonaktif',
      serviceCode: null,
      summary: 'Kepesertaan PBI-JK nonaktif sejak bulan lalu, anak perlu kontrol ke RSUD pekan ini.',
      urgency: 'urgent'
    })
  )
  const documents = PAPERS.map((document, position) => ({
    position,
    document,
    isMandatory: position < 2,
    state: 'present' as const,
    note: null
  }))
  await step('documents', () => api.cases.checkDocuments({ caseId, documents }))
  await step('note', () => api.cases.note({ caseId, kind: 'contact', text: 'Menelepon Puskesmas, jadwal kontrol hari Kamis.' }))
  const dueOn = new Date(Date.now() + 7 * DAY_MS).toISOString().slice(0, 10)
  const followUp = { nextStep: 'Kirim usulan reaktivasi PBI-JK', dueOn }
  await step('ending', () => api.cases.end({ caseId, ending: { kind: 'request', note: 'Berkas lengkap.', followUp } }))
  await step('finish', () => api.cases.finishVisit({ visitId }))
}
