// A full office in a few minutes: the same changes, rows and signatures as by hand, many of them to one transaction and without the journal.
import { randomUUID } from 'node:crypto'
import { idsOf, openChange, sealChange } from '#main/changes/log'
import { append, create, move } from '#main/changes/record'
import type { Writer } from '#main/database/tables'
import type { Desk } from '#main/desk'
import { findOffice } from '#main/office/office.store'
import { signedIn } from '#main/officers/signed-in'
import { addDays } from '#shared/clock'
import { normalizePhone } from '#shared/residents/phone'
import type { Resident } from '#shared/residents/resident'
import type { ResidentInput } from '#shared/residents/residents.contract'
import { caseNumber, ticketNumber } from '#shared/visits/ticket-number'
import { kkFrom } from '../generated-people.ts'
import type { Random } from '../seeded.ts'

const CHANGES_PER_TRANSACTION = 500
const VISITS_PER_DAY = 60
const DAY_MS = 24 * 3600 * 1000

/** The codes of every village of a district. */
export async function villagesOf(desk: Desk, district: string): Promise<string[]> {
  const villages = desk.reference.selectFrom('area').select('code').where('code', 'like', `${district}.%`).where('level', '=', 'village')
  return (await villages.execute()).map(({ code }) => code)
}

/** Makes one change of what `work` records, as `write` does, inside a transaction that the caller has open. */
function makeChange(desk: Desk, work: (trx: Writer) => void): void {
  const change = openChange(desk.raw, desk.author, desk.moment())
  work({ change, newId: idsOf(change) } as Writer)
  sealChange(change, desk.author, signedIn(desk).id)
}

/** Runs many small changes with a commit every few hundred. */
function inBatches(desk: Desk, changes: Iterable<(trx: Writer) => void>): number {
  let made = 0
  desk.raw.exec('begin')
  for (const change of changes) {
    makeChange(desk, change)
    made++
    if (made % CHANGES_PER_TRANSACTION === 0) desk.raw.exec('commit; begin')
  }
  desk.raw.exec('commit')
  return made
}

/** Registers residents, each the head of a family of their own; returns how many changes that took. */
export function registerMany(desk: Desk, count: number, random: Random, nextPerson: () => ResidentInput): number {
  return inBatches(
    desk,
    Array.from({ length: count }, (_, i) => (trx: Writer) => void registerOne(desk, trx, random, i, nextPerson()))
  )
}

function registerOne(desk: Desk, trx: Writer, random: Random, n: number, input: ResidentInput): Resident {
  const phone = input.phone ? normalizePhone(input.phone) : undefined
  const resident = create(trx, 'resident', { ...input, id: trx.newId(), provisionalId: null, phone: phone?.ok ? phone.value : null })
  const family = create(trx, 'family', { id: trx.newId(), kk: kkFrom(random, n) })
  create(trx, 'membership', {
    id: trx.newId(),
    familyId: family.id,
    residentId: resident.id,
    relation: 'head',
    since: desk.today(),
    until: null
  })
  return resident
}

/**
 * Cases with all that comes before and after them: a registration, a visit that is checked in, served and finished, the part played in it,
 * the case with its papers and its ending. Eight changes and 15 effects a case.
 */
export async function handleMany(desk: Desk, count: number, random: Random, nextPerson: () => ResidentInput): Promise<number> {
  const office = await findOffice(desk.db)
  if (!office) throw new Error('the sample office is set up')
  const { deskCode, districtCode } = office
  const perMonth = new Map<string, number>()
  function* changes(): Generator<(trx: Writer) => void> {
    for (let i = 0; i < count; i++) {
      const day = addDays(desk.today(), -Math.floor((count - i) / VISITS_PER_DAY) - 1)
      const month = day.slice(0, 7)
      perMonth.set(month, (perMonth.get(month) ?? 0) + 1)
      const ticketNo = ((count - i) % VISITS_PER_DAY) + 1
      const number = caseNumber({ districtCode, deskCode, openedOn: day, n: perMonth.get(month) ?? 1 })
      yield* caseChanges(desk, random, { i, day, deskCode, ticketNo, number, person: nextPerson() })
    }
  }
  return inBatches(desk, changes())
}

/** Brings all cases but the newest few to their end. */
export function closeMany(desk: Desk, stillOpen: number): number {
  const cases = desk.raw.prepare('select id, opened_at as at from "case" order by opened_at').all() as { id: string; at: number }[]
  const closed = cases.slice(0, Math.max(0, cases.length - stillOpen))
  return inBatches(
    desk,
    closed.map(
      ({ id, at }) =>
        (trx: Writer) =>
          void move(trx, 'case', id, 'resolved', { outcome: 'fulfilled', closedAt: at + 7 * DAY_MS })
    )
  )
}

type Plan = { i: number; day: string; deskCode: string; ticketNo: number; number: string; person: ResidentInput }

function* caseChanges(desk: Desk, random: Random, { i, day, deskCode, ticketNo, number, person }: Plan): Generator<(trx: Writer) => void> {
  const at = Date.parse(`${day}T02:00:00Z`) + ticketNo * 300_000
  const officerId = signedIn(desk).id
  const [visitId, caseId] = [randomUUID(), randomUUID()]
  let residentId = ''
  const event = (trx: Writer, kind: 'opened' | 'documents' | 'ending', text: string | null) =>
    append(trx, 'caseEvent', { id: trx.newId(), caseId, kind, text, status: null, at, officerId })
  yield trx => {
    residentId = registerOne(desk, trx, random, i, person).id
  }
  yield trx =>
    void create(trx, 'visit', {
      id: visitId,
      day,
      deskCode,
      lane: 'general',
      ticketNo,
      ticket: ticketNumber('general', ticketNo, deskCode),
      channel: 'walk-in',
      purpose: 'BPJS tidak aktif',
      vulnerableGroup: null,
      status: 'waiting',
      arrivedAt: at,
      calledAt: null,
      servingAt: null,
      endedAt: null,
      officerId: null,
      privacyNotice: null,
      privacyNoticedAt: null
    })
  yield trx => void move(trx, 'visit', visitId, 'serving', { servingAt: at, officerId })
  yield trx =>
    void create(trx, 'participant', { id: trx.newId(), visitId, residentId, role: 'concerned', relation: null, isRemoved: false })
  yield trx => {
    create(trx, 'case', {
      id: caseId,
      number,
      visitId,
      residentId,
      kind: 'request',
      sector: 'health',
      problemType: 'nonaktif',
      serviceCode: null,
      summary: 'Kepesertaan PBI-JK nonaktif, perlu kontrol ke RSUD pekan ini.',
      urgency: 'normal',
      status: 'registered',
      ownerId: officerId,
      nextStep: null,
      dueOn: null,
      ending: null,
      outcome: null,
      openedAt: at,
      closedAt: null
    })
    event(trx, 'opened', null)
  }
  yield trx => {
    for (const [position, document] of ['KTP-el', 'Kartu Keluarga'].entries()) {
      const checked = { note: null, checkedAt: at, officerId }
      create(trx, 'documentCheck', { id: trx.newId(), caseId, position, document, isMandatory: true, state: 'present', ...checked })
    }
    event(trx, 'documents', '2/2')
    move(trx, 'case', caseId, 'document-check', {})
  }
  yield trx => {
    const dueOn = new Date(at + 7 * DAY_MS).toISOString().slice(0, 10)
    move(trx, 'case', caseId, 'in-process', { ending: 'request', nextStep: 'Kirim usulan reaktivasi', dueOn })
    event(trx, 'ending', null)
  }
  yield trx => void move(trx, 'visit', visitId, 'done', { endedAt: at })
}
