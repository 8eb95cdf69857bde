import type { LocalDate } from '#shared/clock'
import { answerByRules } from '#shared/registry/eligibility'
import { daysOld, isOutdated } from '#shared/registry/period'
import type { RegistryCheck } from '#shared/registry/registry'
import type { ProposalPath, RegistryAnswer } from '#shared/registry/registry.contract'
import { seenAt } from '#shared/registry/seen'
import { sideBySide } from '#shared/registry/side-by-side'
import { areaLineOf } from '../areas/area-line'
import { get } from '../database/find'
import type { Reader } from '../database/tables'
import type { Desk } from '../desk'
import { findService, listAllProgramRules } from '../directory/reference.store'
import { findNextMeeting, listChecksOf } from './registry.store'

/** The service by which a family is proposed for the register, with its papers. */
const PROPOSAL = 'dtsen-update'

/** What is known of a resident from the registers, weighed by the rules of today; undefined while nobody has looked. */
export async function answerOf(desk: Desk, residentId: string): Promise<RegistryAnswer | undefined> {
  const [all, today] = [await listChecksOf(desk.db, residentId), desk.today()]
  const { lines, isOneVoice } = sideBySide(
    all.map(check => ({ ...check, check, active: check.programmes, inactive: check.inactive ?? [], seenAt: seenAt(check) }))
  )
  const [newest] = all
  if (!newest) return undefined
  return {
    checks: lines.map(line => line.check),
    isOneVoice,
    newest,
    programs: newest.isListed ? await weigh(desk, newest, today) : [],
    isOutdated: isOutdated(newest.period, today),
    daysOld: daysOld(newest.period, today),
    proposal: newest.isListed ? null : await proposalPath(desk, desk.db, residentId)
  }
}

async function weigh(desk: Desk, check: RegistryCheck, today: LocalDate) {
  const standing = {
    decile: check.decile,
    active: check.programmes,
    inactive: check.inactive ?? [],
    exclusions: check.exclusions ?? [],
    lifeStatus: check.lifeStatus ?? null
  }
  return answerByRules(standing, await listAllProgramRules(desk.reference), today)
}

/** How a family that is not in the register is proposed: where the person really lives, and when the village meets next. */
async function proposalPath(desk: Desk, db: Reader, residentId: string): Promise<ProposalPath | null> {
  const service = await findService(desk.reference, PROPOSAL)
  if (!service) return null
  const { address, domicile } = await get(db, 'resident', residentId)
  const villageCode = domicile?.villageCode ?? address.villageCode
  return {
    service,
    villageCode,
    areaLine: await areaLineOf(desk.reference, villageCode),
    meeting: villageCode ? ((await findNextMeeting(db, villageCode, desk.today())) ?? null) : null
  }
}
