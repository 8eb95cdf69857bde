// One visit from the door to the last signature, as people do it: most are families with a letter, some end sooner, some typing is corrected.
import type { Case } from '#shared/cases/case'
import type { Resident } from '#shared/residents/resident'
import type { ResidentInput } from '#shared/residents/residents.contract'
import { value } from '../answer-value.ts'
import { kkFrom } from '../generated-people.ts'
import { between, mostlyEarly, oneOf, type Random } from '../seeded.ts'
import type { LivingDesk } from './desk.ts'
import { complaint, remark } from './free-text.ts'

export type VisitKind = 'letter' | 'information' | 'consultation' | 'request'
export type Town = { villageCodes: readonly string[]; nextPerson: () => ResidentInput; known: Resident[] }

const PURPOSES = [
  'BPJS tidak aktif',
  'Tanya bantuan',
  'Minta surat rujukan',
  'PKH tidak cair',
  'Data KK salah',
  'Biaya sekolah anak'
] as const
const NEXT_STEPS = [
  'Kirim usulan reaktivasi PBI-JK',
  'Cek SIKS-NG bersama operator desa',
  'Hubungi puskesmas',
  'Tunggu musyawarah desa',
  'Telepon warga'
] as const
const KINSHIP = ['ibu', 'ayah', 'anak', 'tetangga', 'kakak'] as const
const NOTICE = '2026-1'
const PRINTER = 'Epson-L3210-Loket'

/** Plays one visit; the desk has then made all its changes. */
export async function playWholeVisit(desk: LivingDesk, random: Random, n: number, town: Town, kind: VisitKind): Promise<void> {
  const { api, pass } = desk
  const isVulnerable = random() < 0.25
  desk.seat('front-office')
  const purpose = random() < 0.7 ? (random() < 0.8 ? oneOf(random, PURPOSES) : remark(random)) : null
  const vulnerableGroup = isVulnerable ? mostlyEarly(random, ['elderly', 'disability', 'pregnant', 'infant'] as const) : null
  const lane = isVulnerable ? ('vulnerable' as const) : ('general' as const)
  const { id: visitId } = value(await api.visits.checkIn({ lane, channel: 'walk-in', purpose, vulnerableGroup }))
  pass(20_000, 240_000)
  if (random() < 0.5) desk.seat('manager')
  value(await api.visits.call({ visitId }))
  pass(8_000, 40_000)
  value(await api.visits.serve({ visitId }))
  pass(10_000, 30_000)
  value(await api.visits.recordPrivacyNotice({ visitId, version: NOTICE }))

  const concerned = await meet(desk, random, n, town, visitId)
  await lookUp(desk, random, visitId, concerned.id)
  const opened = await openCase(desk, random, visitId, concerned.id, kind)
  if (kind === 'letter') await referWithLetter(desk, random, opened, concerned)
  else await endHere(desk, random, opened, kind)
  if (random() < 0.2) await correct(desk, random, concerned)
  pass(5_000, 40_000)
  value(await api.cases.finishVisit({ visitId }))
  town.known.push(concerned)
}

/** Registers who has come, or finds somebody who was here before, and says who plays which part. */
async function meet(desk: LivingDesk, random: Random, n: number, town: Town, visitId: string): Promise<Resident> {
  const { api, pass } = desk
  pass(15_000, 60_000)
  const back = random() < 0.2 ? town.known[between(random, 0, town.known.length - 1)] : undefined
  const kk = random() < 0.95 ? kkFrom(random, n) : null
  const concerned = back ?? (await register(desk, random, town, kk, 'head'))
  if (!back && random() < 0.45) {
    pass(30_000, 90_000)
    const reporter = await register(desk, random, town, kk, mostlyEarly(random, ['wife', 'child', 'parent'] as const))
    value(await api.visits.addParticipant({ visitId, residentId: reporter.id, role: 'reporter', relation: oneOf(random, KINSHIP) }))
    pass(2_000, 8_000)
    value(await api.visits.addParticipant({ visitId, residentId: concerned.id, role: 'concerned', relation: null }))
  } else value(await api.visits.addParticipant({ visitId, residentId: concerned.id, role: 'applicant', relation: null }))
  return concerned
}

async function register(
  desk: LivingDesk,
  random: Random,
  town: Town,
  kk: string | null,
  relation: 'head' | 'wife' | 'child' | 'parent'
): Promise<Resident> {
  const person = town.nextPerson()
  desk.pass(60_000, 180_000)
  const resident = {
    ...person,
    motherName: random() < 0.15 ? town.nextPerson().name : null,
    phoneOwner: person.phone ? (random() < 0.85 ? ('self' as const) : ('family' as const)) : null,
    note: random() < 0.06 ? remark(random) : null
  }
  const ask = { resident, family: kk === null ? null : { kind: 'new' as const, kk, relation } }
  const first = await desk.api.residents.register({ ...ask, differentFrom: [] })
  if (first.ok || first.problem.kind !== 'possible-duplicates') return value(first)
  return value(await desk.api.residents.register({ ...ask, differentFrom: first.problem.candidates.map(one => one.residentId) }))
}

async function lookUp(desk: LivingDesk, random: Random, visitId: string, residentId: string): Promise<void> {
  desk.pass(30_000, 120_000)
  const isListed = random() < 0.75
  value(
    await desk.api.registry.recordCheck({
      residentId,
      visitId,
      source: mostlyEarly(random, ['DTSEN', 'DTSEN', 'DTKS'] as const),
      isListed,
      decile: isListed ? mostlyEarly(random, [1, 2, 3, 4, 5, 6] as const) : null,
      period: '2026-T3',
      programmes: isListed ? (['pkh', 'sembako', 'pbi-jk', 'pip'] as const).filter(() => random() < 0.4) : [],
      note: random() < 0.1 ? remark(random) : null
    })
  )
}

async function openCase(desk: LivingDesk, random: Random, visitId: string, residentId: string, kind: VisitKind): Promise<Case> {
  const { api, pass } = desk
  const service = usual(random, value(await api.directory.services({})))
  const problem = usual(random, value(await api.directory.problemTypes({})))
  pass(40_000, 150_000)
  const opened = value(
    await api.cases.open({
      visitId,
      residentId,
      kind: kind === 'information' || kind === 'consultation' ? kind : random() < 0.8 ? 'request' : 'complaint',
      sector: service.sector,
      problemType: problem.code,
      serviceCode: random() < 0.8 ? service.code : null,
      summary: complaint(random),
      urgency: mostlyEarly(random, ['normal', 'normal', 'urgent', 'emergency'] as const)
    })
  )
  if (kind === 'information') return opened
  pass(20_000, 80_000)
  const asked = value(await api.directory.service({ code: service.code })).documents
  const documents = asked.slice(0, 6).map(paper => ({
    position: paper.position,
    document: paper.nameId,
    isMandatory: paper.isMandatory,
    state: mostlyEarly(random, ['present', 'present', 'present', 'missing', 'expired'] as const),
    note: random() < 0.05 ? remark(random) : null
  }))
  value(await api.cases.checkDocuments({ caseId: opened.id, documents }))
  if (random() < 0.3) {
    pass(30_000, 90_000)
    value(await api.cases.note({ caseId: opened.id, kind: random() < 0.5 ? 'note' : 'contact', text: remark(random) }))
  }
  return opened
}

async function referWithLetter(desk: LivingDesk, random: Random, opened: Case, concerned: Resident): Promise<void> {
  const { api, pass } = desk
  const agency = mostlyEarly(random, ['rsud', 'baznas', 'dukcapil'] as const)
  const organizations = value(await api.organizations.list({ kind: agency }))
  const [organization, [signer]] = [organizations[0], value(await api.office.signers({}))]
  if (!organization || !signer) throw new Error('the sample office has signers and agencies')
  pass(30_000, 90_000)
  const { id: referralId } = value(
    await api.referrals.draft({ caseId: opened.id, organizationId: organization.id, serviceCode: null, reason: remark(random) })
  )
  pass(4_000, 20_000)
  value(await api.referrals.send({ referralId }))
  pass(10_000, 60_000)
  const type = agency === 'rsud' ? 'rujukan-kesehatan' : agency === 'baznas' ? 'pengantar-baznas' : 'pengantar-dukcapil'
  const order = {
    type,
    caseId: opened.id,
    referralId,
    organizationId: organization.id,
    signerId: signer.id,
    urgency: random() < 0.6 ? ('Segera' as const) : ('Biasa' as const),
    attachments: between(random, 0, 2),
    purpose: agency === 'rsud' ? null : remark(random).slice(0, 200),
    copiesTo: ['Kepala Dinas Sosial (sebagai laporan)', 'Arsip'],
    bpjs: null,
    school: null,
    inSpiteOf: null
  }
  const first = await api.letters.issue(order)
  const letter = value(
    first.ok || first.problem.kind !== 'similar-letter-valid'
      ? first
      : await api.letters.issue({ ...order, inSpiteOf: first.problem.letterId })
  )
  pass(2_000, 8_000)
  const attempt = value(await api.letters.print({ letterId: letter.id, printer: PRINTER }))
  pass(5_000, 20_000)
  value(await api.letters.answerPrint({ attemptId: attempt.id, answer: 'printed', reason: null }))
  pass(20_000, 60_000)
  const isRepresentative = random() < 0.2
  const receivedBy = isRepresentative ? `${concerned.name.split(' ')[0]} (${oneOf(random, KINSHIP)})` : concerned.name
  value(await api.letters.handOver({ letterId: letter.id, receivedBy, isRepresentative }))
}

async function endHere(desk: LivingDesk, random: Random, { id: caseId }: Case, kind: Exclude<VisitKind, 'letter'>): Promise<void> {
  desk.pass(40_000, 200_000)
  const dueOn = new Date(desk.now() + between(random, 3, 20) * 86_400_000).toISOString().slice(0, 10)
  const followUp = { nextStep: random() < 0.7 ? oneOf(random, NEXT_STEPS) : remark(random), dueOn }
  const endings = {
    information: { kind: 'information' as const, answer: remark(random) },
    consultation: { kind: 'consultation' as const, advice: complaint(random), followUp: random() < 0.5 ? followUp : null },
    request: { kind: 'request' as const, note: random() < 0.5 ? remark(random) : null, followUp }
  }
  value(await desk.api.cases.end({ caseId, ending: endings[kind] }))
}

/** Two fields that were typed wrongly. */
async function correct(desk: LivingDesk, random: Random, resident: Resident): Promise<void> {
  desk.pass(10_000, 60_000)
  const { id: residentId, provisionalId: _, ...known } = resident
  const phone = `08${between(random, 100_000_000, 9_999_999_999)}`
  const { birthPlace } = known
  const better = random() < 0.5 ? { birthPlace: birthPlace === 'Kendal' ? 'Semarang' : 'Kendal' } : { note: remark(random) }
  const input = { ...known, phone, phoneOwner: 'self' as const, ...better }
  const first = await desk.api.residents.correct({ residentId, resident: input, differentFrom: [] })
  if (first.ok) return
  if (first.problem.kind !== 'possible-duplicates') throw new Error(`refused: ${first.problem.kind}`)
  value(
    await desk.api.residents.correct({ residentId, resident: input, differentFrom: first.problem.candidates.map(one => one.residentId) })
  )
}

/** One of a list that cannot be empty, the early ones more often. */
function usual<T>(random: Random, list: readonly T[]): T {
  const [first, ...rest] = list
  if (first === undefined) throw new Error('the reference file is empty')
  return mostlyEarly(random, [first, ...rest])
}
