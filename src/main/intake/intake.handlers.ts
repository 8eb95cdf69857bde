import { type LocalDate, localDateOf } from '#shared/clock'
import { type IntakePerson, intakeNumber } from '#shared/intake/intake'
import type { IntakeCard, intakeContract } from '#shared/intake/intake.contract'
import { dayForBirths } from '#shared/office/pc-clock'
import type { ResidentInput } from '#shared/residents/residents.contract'
import { ok, refuse } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import { create } from '../changes/record'
import { find } from '../database/find'
import type { Reader } from '../database/tables'
import { write } from '../database/write'
import type { Desk } from '../desk'
import { getOffice } from '../office/office.store'
import { registerResident } from '../residents/register'
import { checkIn } from '../visits/check-in'
import { isDayClosed, listParticipants } from '../visits/visits.store'
import type { IntakeEntry } from './intake.store'

export const intakeHandlers: HandlersOf<typeof intakeContract, Desk> = {
  waiting: async desk => {
    if (desk.intake === 'unreadable') return ok({ count: null })
    const cards = await cardsOf(desk)
    return ok({ count: cards.filter(({ state }) => state.kind === 'waiting').length })
  },

  list: async desk => ok(await cardsOf(desk)),

  takeOver: async (desk, { id, residentId, ...answers }) => {
    const entry = entryIn(desk, id)
    if (!entry || entry.aside !== null) return refuse({ kind: 'not-found' })
    return write(desk, async trx => {
      // its ids were given when it was written down: an entry that is in the log already stays what it is
      if (await find(trx, 'visit', entry.visitId)) return ok(await cardOf(trx, entry))
      const resident = residentId
        ? await find(trx, 'resident', residentId)
        : await registerResident(
            trx,
            desk,
            { resident: inputOf(entry.person, dayForBirths(desk.today())), family: null, ...answers },
            entry.residentId
          )
      if (!resident) return refuse({ kind: 'not-found' })
      if ('ok' in resident && !resident.ok) {
        const { problem } = resident
        if (problem.kind === 'nik-taken' || problem.kind === 'possible-duplicates') return refuse(problem)
        // what the book took in was checked by the same rules
        throw new Error(`an entry cannot be registered: ${problem.kind}`)
      }
      const known = 'ok' in resident ? resident.value : resident
      const { lane } = entry.person
      await checkIn(trx, {
        id: entry.visitId,
        day: await dayOf(trx, desk, entry.at),
        arrivedAt: entry.at,
        lane,
        channel: 'walk-in',
        purpose: `${entry.person.need} (${intakeNumber(entry.n)}, ${entry.officer})`,
        vulnerableGroup: null
      })
      // the book knows one person an entry: who came for another is put right in the visit
      for (const role of ['applicant', 'concerned'] as const)
        create(trx, 'participant', {
          id: trx.newId(),
          visitId: entry.visitId,
          residentId: known.id,
          role,
          relation: null,
          isRemoved: false
        })
      return ok(await cardOf(trx, entry))
    })
  },

  setAside: async (desk, { id, reason }) => {
    const entry = entryIn(desk, id)
    if (!entry || desk.intake === 'unreadable') return refuse({ kind: 'not-found' })
    if (await find(desk.db, 'visit', entry.visitId)) return refuse({ kind: 'already-taken' })
    await desk.intake?.setAside(id, reason)
    return ok(await cardOf(desk.db, { ...entry, aside: reason }))
  }
}

const entryIn = ({ intake }: Desk, id: string): IntakeEntry | undefined => (intake === 'unreadable' ? undefined : intake?.find(id))

async function cardsOf(desk: Desk): Promise<IntakeCard[]> {
  if (!desk.intake || desk.intake === 'unreadable') return []
  return Promise.all(desk.intake.list().map(entry => cardOf(desk.db, entry)))
}

async function cardOf(db: Reader, { n, id, at, officer, person, visitId, aside }: IntakeEntry): Promise<IntakeCard> {
  const card = { id, number: intakeNumber(n), at, officer, person }
  if (aside !== null) return { ...card, state: { kind: 'aside', reason: aside } }
  const visit = await find(db, 'visit', visitId)
  if (!visit) return { ...card, state: { kind: 'waiting' } }
  const [part] = await listParticipants(db, visitId)
  return { ...card, state: { kind: 'taken', residentId: part?.residentId ?? '', visitId, ticket: visit.ticket } }
}

/** The day on which somebody came, unless the clock ran ahead then or that day is closed: then today. */
async function dayOf(db: Reader, desk: Desk, at: number): Promise<string> {
  const [day, today] = [localDateOf(at, desk.zone()), desk.today()]
  const { deskCode } = await getOffice(db)
  return day > today || (await isDayClosed(db, day, deskCode)) ? today : day
}

const inputOf = ({ name, nik, sex, birthDate, phone, address }: IntakePerson, today: LocalDate): ResidentInput => ({
  name,
  nik,
  noNikReason: nik ? null : 'forgotten',
  nikOverrideReason: null,
  sex,
  birthPlace: null,
  // a clock that ran ahead then let a day pass that is still to come
  birthDate: birthDate && birthDate > today ? null : birthDate,
  religion: null,
  maritalStatus: null,
  occupation: null,
  motherName: null,
  phone,
  phoneOwner: phone ? 'self' : null,
  address: { line: address, rt: null, rw: null, villageCode: null, postcode: null },
  domicile: null,
  note: null
})
