import { stampOf } from '#shared/changes/reduce'
import type { LocalDate } from '#shared/clock'
import { identityMeantBy } from '#shared/residents/meant'
import type { FamilyCard, residentsContract } from '#shared/residents/residents.contract'
import { emptied, fieldsOf, lackedBy, TAKEN_OVER, type TakenOver } from '#shared/residents/taken-over'
import { ok, refuse } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import { areaLineOf } from '../areas/area-line'
import { merge, patch, unmerge } from '../changes/record'
import { readRow } from '../changes/rows'
import { find } from '../database/find'
import type { Writer } from '../database/tables'
import { write } from '../database/write'
import type { Desk } from '../desk'
import { findOffice } from '../office/office.store'
import { isOfToday, isStopped } from '../sync/stopped'
import { findDuplicates } from './duplicates'
import { cardOf, findCardOf, findFamilyByKk, findFamilyCard, findFamilyOf, listFamiliesOn, listMemberships } from './families.store'
import { readIdentity, readKk } from './identity'
import { judgePair } from './judge-pair'
import { listJudged } from './pairs.store'
import { answersHere, familyFor, isManager, join, judgedAmong, nextProvisionalId, registerResident, takenBy } from './register'
import { findByNik, listMergedInto } from './residents.store'

export const residentsHandlers: HandlersOf<typeof residentsContract, Desk> = {
  register: (desk, asked) => write(desk, trx => registerResident(trx, desk, asked)),

  get: async (desk, { residentId }) => {
    const resident = await find(desk.db, 'resident', residentId)
    if (!resident) return refuse({ kind: 'not-found' })
    const [areaLine, family, office] = [
      await areaLineOf(desk.reference, resident.address.villageCode),
      shownOf(desk, await findFamilyOf(desk.db, residentId)),
      await findOffice(desk.db)
    ]
    const { villageCode } = resident.domicile ?? resident.address
    const isOutsideDistrict = villageCode !== null && !villageCode.startsWith(`${office?.districtCode}.`)
    return ok({ resident, areaLine, family, isOutsideDistrict })
  },

  correct: (desk, { residentId, resident: input, shown, ...answers }) =>
    write(desk, async trx => {
      const before = await find(trx, 'resident', residentId)
      if (!before) return refuse({ kind: 'not-found' })
      if (before.mergedInto) return refuse({ kind: 'already-merged' })
      // what a manager has accepted once stays accepted
      const isAccepted = before.nikOverrideReason !== null && before.nik === input.nik
      const identity = await readIdentity(desk.reference, input, desk.today(), isManager(desk) || isAccepted)
      if (!identity.ok) return identity
      const { meant, clashes } = identityMeantBy(identity.value, shown, before)
      if (clashes.length > 0) return refuse({ kind: 'changed-meanwhile', of: 'resident', fields: clashes, now: before })
      const { nik } = meant
      const namesake = nik && nik !== before.nik ? await findByNik(trx, nik) : undefined
      if (namesake) return takenBy(desk, namesake)
      const card = await findCardOf(trx, residentId)
      const candidates = await findDuplicates(desk, trx, { ...meant, id: residentId, card })
      const known = await listJudged(trx, residentId)
      const open = candidates.filter(candidate => !known.has(candidate.residentId))
      const judged = judgedAmong(open, answersHere(desk, open, answers))
      if (judged.unanswered.length > 0) return refuse({ kind: 'possible-duplicates', candidates: judged.unanswered })
      const provisional = before.provisionalId ?? (nik ? null : await nextProvisionalId(trx, desk.today()))
      const corrected = patch(trx, 'resident', residentId, { ...meant, provisionalId: provisional })
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
      const resident = await find(trx, 'resident', residentId)
      if (!resident) return refuse({ kind: 'not-found' })
      if (resident.mergedInto) return refuse({ kind: 'already-merged' })
      const joined = await familyFor(trx, family)
      if (!joined.ok) return joined
      await leave(trx, residentId, desk.today())
      join(trx, desk, joined.value, residentId, relation)
      const card = await findFamilyCard(trx, joined.value)
      const shown = shownOf(desk, card)
      return shown ? ok(shown) : refuse({ kind: 'not-found' })
    }),

  changeKk: (desk, { residentId, kk: typed }) =>
    write(desk, async trx => {
      const kk = readKk(typed)
      if (!kk.ok) return kk
      if (kk.value === null) return refuse({ kind: 'kk-blocked', blocks: ['not-16-digits'] })
      const family = await findFamilyOf(trx, residentId)
      if (!family) return refuse({ kind: 'not-found' })
      for (const { id } of await listFamiliesOn(trx, cardOf(family))) patch(trx, 'family', id, { kk: kk.value })
      const shown = shownOf(desk, await findFamilyCard(trx, family.id))
      return shown ? ok(shown) : refuse({ kind: 'not-found' })
    }),

  leaveFamily: (desk, { residentId }) =>
    write(desk, async trx => ((await leave(trx, residentId, desk.today())) ? ok(null) : refuse({ kind: 'not-found' }))),

  merge: (desk, { residentId, into, takeOver = [] }) =>
    write(desk, async trx => {
      const [from, to] = [await find(trx, 'resident', residentId), await find(trx, 'resident', into)]
      if (!from || !to || from.id === to.id) return refuse({ kind: 'not-found' })
      if (from.mergedInto || to.mergedInto) return refuse({ kind: 'already-merged' })
      const lacked = lackedBy(to, from).filter(field => takeOver.includes(field))
      if (lacked.length > 0) patch(trx, 'resident', into, fieldsOf(from, lacked))
      return ok(merge(trx, 'resident', residentId, into))
    }),

  unmerge: (desk, { residentId }) =>
    write(desk, async trx => {
      const resident = await find(trx, 'resident', residentId)
      if (!resident) return refuse({ kind: 'not-found' })
      const { mergedInto: otherId } = resident
      if (!otherId) return refuse({ kind: 'not-merged' })
      const taken = takenWith(trx, residentId, otherId)
      if (taken.length > 0) patch(trx, 'resident', otherId, emptied(taken))
      const separated = unmerge(trx, 'resident', residentId)
      // whoever separates two records doubts that they are one person: they do not wait to be merged again
      await judgePair(desk, trx, { residentId, otherId, verdict: 'unsure' })
      return ok(separated)
    }),

  mergedInto: async (desk, { residentId }) => ok(await listMergedInto(desk.db, residentId))
}

/** The family as far as this desk may show it. */
function shownOf(desk: Desk, family: FamilyCard | undefined): FamilyCard | null {
  if (!family || !isStopped(desk)) return family ?? null
  return { ...family, members: family.members.filter(({ residentId }) => isOfToday(desk, residentId)) }
}

/** What a record got from another when the two were merged, and nobody has written since: the same change stands beside both. */
function takenWith({ change: { raw } }: Writer, goes: string, stays: string): TakenOver[] {
  const [from, to] = [readRow(raw, 'resident', goes), readRow(raw, 'resident', stays)]
  if (!from || !to || to.fields.mergedInto) return []
  const merged = stampOf(from, 'mergedInto')
  return TAKEN_OVER.filter(field => stampOf(to, field) === merged)
}

async function leave(trx: Writer, residentId: string, today: LocalDate): Promise<boolean> {
  const memberships = await listMemberships(trx, residentId)
  for (const { id } of memberships) patch(trx, 'membership', id, { until: today })
  return memberships.length > 0
}
