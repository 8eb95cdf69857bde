import type { LocalDate } from '#shared/clock'
import { provisionalId } from '#shared/residents/nik'
import type { Membership } from '#shared/residents/resident'
import type { PossibleDuplicate, residentsContract } from '#shared/residents/residents.contract'
import { ok, type Result, refuse } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import { areaLineOf } from '../areas/area-line'
import { create, merge, patch, unmerge } from '../changes/record'
import { find } from '../database/find'
import type { Writer } from '../database/tables'
import { write } from '../database/write'
import type { Desk } from '../desk'
import { findOffice, getOffice } from '../office/office.store'
import { signedIn } from '../officers/signed-in'
import { findDuplicates } from './duplicates'
import { readIdentity, readKk } from './identity'
import { judgePair } from './judge-pair'
import { listJudged } from './pairs.store'
import { findByNik, findFamilyByKk, findFamilyCard, findFamilyOf, findMembership, lastProvisional, listMergedInto } from './residents.store'

export const residentsHandlers: HandlersOf<typeof residentsContract, Desk> = {
  register: (desk, { resident: input, family, ...answers }) =>
    write(desk, async trx => {
      const today = desk.today()
      const identity = await readIdentity(desk.reference, input, today, isManager(desk))
      if (!identity.ok) return identity
      const { nik } = identity.value
      const namesake = nik && (await findByNik(trx, nik))
      if (namesake) return refuse({ kind: 'nik-taken', residentId: namesake.id, name: namesake.name })
      const joined = family ? await familyFor(trx, family) : ok(undefined)
      if (!joined.ok) return joined
      const candidates = await findDuplicates(desk, trx, { ...identity.value, familyId: joined.value })
      const judged = judgedAmong(candidates, answers)
      if (judged.unanswered.length > 0) return refuse({ kind: 'possible-duplicates', candidates: judged.unanswered })

      const provisional = nik ? null : await nextProvisionalId(trx, today)
      const resident = create(trx, 'resident', { id: trx.newId(), ...identity.value, provisionalId: provisional })
      if (family && joined.value) join(trx, desk, joined.value, resident.id, family.relation)
      for (const { otherId, verdict } of judged.verdicts) await judgePair(desk, trx, { residentId: resident.id, otherId, verdict })
      return ok(resident)
    }),

  get: async (desk, { residentId }) => {
    const resident = await find(desk.db, 'resident', residentId)
    if (!resident) return refuse({ kind: 'not-found' })
    const [areaLine, family, office] = [
      await areaLineOf(desk.reference, resident.address.villageCode),
      (await findFamilyOf(desk.db, residentId)) ?? null,
      await findOffice(desk.db)
    ]
    const { villageCode } = resident.domicile ?? resident.address
    const isOutsideDistrict = villageCode !== null && !villageCode.startsWith(`${office?.districtCode}.`)
    return ok({ resident, areaLine, family, isOutsideDistrict })
  },

  correct: (desk, { residentId, resident: input, ...answers }) =>
    write(desk, async trx => {
      const before = await find(trx, 'resident', residentId)
      if (!before) return refuse({ kind: 'not-found' })
      // what a manager has accepted once stays accepted
      const isAccepted = before.nikOverrideReason !== null && before.nik === input.nik
      const identity = await readIdentity(desk.reference, input, desk.today(), isManager(desk) || isAccepted)
      if (!identity.ok) return identity
      const { nik } = identity.value
      const namesake = nik && nik !== before.nik ? await findByNik(trx, nik) : undefined
      if (namesake) return refuse({ kind: 'nik-taken', residentId: namesake.id, name: namesake.name })
      const familyId = (await findMembership(trx, residentId))?.familyId
      const candidates = await findDuplicates(desk, trx, { ...identity.value, id: residentId, familyId })
      const known = await listJudged(trx, residentId)
      const judged = judgedAmong(
        candidates.filter(candidate => !known.has(candidate.residentId)),
        answers
      )
      if (judged.unanswered.length > 0) return refuse({ kind: 'possible-duplicates', candidates: judged.unanswered })
      const provisional = before.provisionalId ?? (nik ? null : await nextProvisionalId(trx, desk.today()))
      const corrected = patch(trx, 'resident', residentId, { ...identity.value, provisionalId: provisional })
      for (const { otherId, verdict } of judged.verdicts) await judgePair(desk, trx, { residentId, otherId, verdict })
      return ok(corrected)
    }),

  familyByKk: async (desk, { kk: typed }) => {
    const kk = readKk(typed)
    const family = kk.ok && kk.value ? await findFamilyByKk(desk.db, kk.value) : undefined
    return ok(family ? ((await findFamilyCard(desk.db, family.id)) ?? null) : null)
  },

  joinFamily: (desk, { residentId, family, relation }) =>
    write(desk, async trx => {
      if (!(await find(trx, 'resident', residentId))) return refuse({ kind: 'not-found' })
      const joined = await familyFor(trx, family)
      if (!joined.ok) return joined
      await leave(trx, residentId, desk.today())
      join(trx, desk, joined.value, residentId, relation)
      const card = await findFamilyCard(trx, joined.value)
      return card ? ok(card) : refuse({ kind: 'not-found' })
    }),

  leaveFamily: (desk, { residentId }) =>
    write(desk, async trx => ((await leave(trx, residentId, desk.today())) ? ok(null) : refuse({ kind: 'not-found' }))),

  merge: (desk, { residentId, into }) =>
    write(desk, async trx => {
      const [from, to] = [await find(trx, 'resident', residentId), await find(trx, 'resident', into)]
      if (!from || !to || from.id === to.id) return refuse({ kind: 'not-found' })
      if (from.mergedInto || to.mergedInto) return refuse({ kind: 'already-merged' })
      return ok(merge(trx, 'resident', residentId, into))
    }),

  unmerge: (desk, { residentId }) =>
    write(desk, async trx => {
      const resident = await find(trx, 'resident', residentId)
      if (!resident) return refuse({ kind: 'not-found' })
      return resident.mergedInto ? ok(unmerge(trx, 'resident', residentId)) : refuse({ kind: 'not-merged' })
    }),

  mergedInto: async (desk, { residentId }) => ok(await listMergedInto(desk.db, residentId))
}

type Answers = { differentFrom: string[]; unsureOf?: string[] | undefined; sameAs?: string[] | undefined }

/** Which of the people who look alike the officer has answered about, and how. */
function judgedAmong(candidates: readonly PossibleDuplicate[], { differentFrom, unsureOf = [], sameAs = [] }: Answers) {
  const verdictOf = (id: string) =>
    sameAs.includes(id) ? 'same' : unsureOf.includes(id) ? 'unsure' : differentFrom.includes(id) ? 'different' : undefined
  const unanswered = candidates.filter(({ residentId }) => !verdictOf(residentId))
  const verdicts = candidates.flatMap(({ residentId: otherId }) => {
    const verdict = verdictOf(otherId)
    return verdict ? [{ otherId, verdict } as const] : []
  })
  return { unanswered, verdicts }
}

const isManager = (desk: Desk): boolean => signedIn(desk).roles.some(role => role === 'manager' || role === 'supervisor')

type FamilyChoice = { kind: 'new'; kk: string | null } | { kind: 'existing'; familyId: string }
type FamilyProblem = { kind: 'kk-blocked'; blocks: string[] } | { kind: 'family-not-found' }

/** The family that was chosen: an existing one, the one that already has this KK, or a new one. */
async function familyFor(trx: Writer, choice: FamilyChoice): Promise<Result<string, FamilyProblem>> {
  if (choice.kind === 'existing') {
    const family = await find(trx, 'family', choice.familyId)
    return family ? ok(family.id) : refuse({ kind: 'family-not-found' })
  }
  const kk = readKk(choice.kk)
  if (!kk.ok) return kk
  const known = kk.value ? await findFamilyByKk(trx, kk.value) : undefined
  return ok(known?.id ?? create(trx, 'family', { id: trx.newId(), kk: kk.value }).id)
}

function join(trx: Writer, desk: Desk, familyId: string, residentId: string, relation: Membership['relation']): void {
  create(trx, 'membership', { id: trx.newId(), familyId, residentId, relation, since: desk.today(), until: null })
}

async function leave(trx: Writer, residentId: string, today: LocalDate): Promise<boolean> {
  const membership = await findMembership(trx, residentId)
  if (membership) patch(trx, 'membership', membership.id, { until: today })
  return membership !== undefined
}

/** `TNIK-3324-26-7`: for a person without a NIK, counted by this desk's office and year. */
async function nextProvisionalId(trx: Writer, today: LocalDate): Promise<string> {
  const { districtCode } = await getOffice(trx)
  const year2 = Number(today.slice(2, 4))
  const first = provisionalId(districtCode, year2, 1)
  return provisionalId(districtCode, year2, (await lastProvisional(trx, first.slice(0, -1))) + 1)
}
