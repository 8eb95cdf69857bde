import type { z } from 'zod'
import type { LocalDate } from '#shared/clock'
import { provisionalId } from '#shared/residents/nik'
import type { Membership, Resident } from '#shared/residents/resident'
import type { PossibleDuplicate, RegisterRefusal, residentsContract } from '#shared/residents/residents.contract'
import { ok, type Result, refuse } from '#shared/result'
import { create } from '../changes/record'
import { find, get } from '../database/find'
import type { Writer } from '../database/tables'
import type { Desk } from '../desk'
import { getOffice } from '../office/office.store'
import { signedIn } from '../officers/signed-in'
import { isStopped } from '../sync/stopped'
import { findDuplicates } from './duplicates'
import { cardOf, findFamilyByKk } from './families.store'
import { readIdentity, readKk } from './identity'
import { judgePair } from './judge-pair'
import { findByNik, lastProvisional } from './residents.store'

type Asked = z.output<typeof residentsContract.register.input>

/** Registers a person in the change that is open; asks back when somebody similar is known and was not answered about. */
export async function registerResident(
  trx: Writer,
  desk: Desk,
  { resident: input, family, ...answers }: Asked,
  id?: string
): Promise<Result<Resident, RegisterRefusal | { kind: 'family-not-found' }>> {
  const today = desk.today()
  const identity = await readIdentity(desk.reference, input, today, isManager(desk))
  if (!identity.ok) return identity
  const { nik } = identity.value
  const namesake = nik && (await findByNik(trx, nik))
  if (namesake) return takenBy(desk, namesake)
  const joined = family ? await familyFor(trx, family) : ok(undefined)
  if (!joined.ok) return joined
  const card = joined.value ? cardOf(await get(trx, 'family', joined.value)) : null
  const candidates = await findDuplicates(desk, trx, { ...identity.value, card })
  const judged = judgedAmong(candidates, answersHere(desk, candidates, answers))
  if (judged.unanswered.length > 0) return refuse({ kind: 'possible-duplicates', candidates: judged.unanswered })

  const provisional = nik ? null : await nextProvisionalId(trx, today)
  const resident = create(trx, 'resident', { id: id ?? trx.newId(), ...identity.value, provisionalId: provisional })
  if (family && joined.value) join(trx, desk, joined.value, resident.id, family.relation)
  for (const { otherId, verdict } of judged.verdicts) await judgePair(desk, trx, { residentId: resident.id, otherId, verdict })
  return ok(resident)
}

type Answers = { differentFrom: string[]; unsureOf?: string[] | undefined; sameAs?: string[] | undefined }

/** Where a desk may show nobody else, it does not say who has that NIK either. */
export const takenBy = (desk: Desk, { id: residentId, name }: Pick<Resident, 'id' | 'name'>) =>
  isStopped(desk) ? refuse({ kind: 'nik-taken-by-other' as const }) : refuse({ kind: 'nik-taken' as const, residentId, name })

/** There nobody can look at who is alike: all of them go to the list of what is to be found out. */
export const answersHere = (desk: Desk, candidates: readonly PossibleDuplicate[], answers: Answers): Answers =>
  isStopped(desk) ? { differentFrom: [], unsureOf: candidates.map(({ residentId }) => residentId) } : answers

/** Which of the people who look alike the officer has answered about, and how. */
export function judgedAmong(candidates: readonly PossibleDuplicate[], { differentFrom, unsureOf = [], sameAs = [] }: Answers) {
  const verdictOf = (id: string) =>
    sameAs.includes(id) ? 'same' : unsureOf.includes(id) ? 'unsure' : differentFrom.includes(id) ? 'different' : undefined
  const unanswered = candidates.filter(({ residentId }) => !verdictOf(residentId))
  const verdicts = candidates.flatMap(({ residentId: otherId }) => {
    const verdict = verdictOf(otherId)
    return verdict ? [{ otherId, verdict } as const] : []
  })
  return { unanswered, verdicts }
}

export const isManager = (desk: Desk): boolean => signedIn(desk).roles.some(role => role === 'manager' || role === 'supervisor')

type FamilyChoice = { kind: 'new'; kk: string | null } | { kind: 'existing'; familyId: string }
type FamilyProblem = { kind: 'kk-blocked'; blocks: string[] } | { kind: 'family-not-found' }

/** The family that was chosen: an existing one, the one that already has this KK, or a new one. */
export async function familyFor(trx: Writer, choice: FamilyChoice): Promise<Result<string, FamilyProblem>> {
  if (choice.kind === 'existing') {
    const family = await find(trx, 'family', choice.familyId)
    return family ? ok(family.id) : refuse({ kind: 'family-not-found' })
  }
  const kk = readKk(choice.kk)
  if (!kk.ok) return kk
  const known = kk.value ? await findFamilyByKk(trx, kk.value) : undefined
  return ok(known?.id ?? create(trx, 'family', { id: trx.newId(), kk: kk.value }).id)
}

export function join(trx: Writer, desk: Desk, familyId: string, residentId: string, relation: Membership['relation']): void {
  create(trx, 'membership', { id: trx.newId(), familyId, residentId, relation, since: desk.today(), until: null })
}

/** `TNIK-3324-26-7`: for a person without a NIK, counted by this desk and year. */
export async function nextProvisionalId(trx: Writer, today: LocalDate): Promise<string> {
  const { districtCode, deskCode } = await getOffice(trx)
  const facts = { districtCode, deskCode, year2: Number(today.slice(2, 4)) }
  const prefix = provisionalId({ ...facts, n: 1 }).slice(0, -1)
  return provisionalId({ ...facts, n: (await lastProvisional(trx, prefix)) + 1 })
}
