import { dirname } from 'node:path'
import type { erasureContract } from '#shared/erasure/erasure.contract'
import { isPhrase, type Losses } from '#shared/erasure/losses'
import { ok, refuse } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import { placedFolder } from '../changes/second-journal'
import type { Desk } from '../desk'
import { isSettled } from '../intake/settled'
import { getOffice } from '../office/office.store'
import { getHere } from '../sync/here.store'
import { countOnlyHere } from './losses.store'
import { writeMark } from './mark'

export const erasureHandlers: HandlersOf<typeof erasureContract, Desk> = {
  losses: async desk => ok(await lossesOf(desk)),

  erase: async (desk, { typed }) => {
    const losses = await lossesOf(desk)
    if (!isPhrase(typed, losses)) return refuse({ kind: 'phrase-differs' })
    const data = dirname(desk.raw.name)
    const { deskCode, district } = losses
    const secondJournal = placedFolder(data, desk.author.device) ?? null
    const mark = { at: desk.clock.now(), deskCode, district, secondJournal, isDone: false, left: [] }
    // nothing is erased before this is on the disk, and nothing is opened after it
    writeMark(data, { ...mark, isTold: false })
    const isTold = await desk.sync.leave()
    if (isTold) writeMark(data, { ...mark, isTold })
    return ok({ isTold })
  }
}

async function lossesOf(desk: Desk): Promise<Losses> {
  const { district, districtName } = await getHere(desk.db)
  const { deskCode } = await getOffice(desk.db)
  const stick = openableStick(desk)
  const { unsent, unsentBehind, attachments, attachmentsBehind, drafts } = countOnlyHere(desk.raw, stick?.head ?? 0)
  const intake = await waitingPeople(desk)
  return {
    deskCode,
    district: district && (districtName ?? district),
    unsent,
    attachments,
    drafts,
    intake,
    stick: stick && { name: stick.name, copiedAt: stick.copiedAt, missing: unsentBehind },
    lost: unsentBehind + attachmentsBehind + drafts + intake
  }
}

/** The last copy on a stick, if the code on paper or the district can open it: what opens it now must be what lay beside it when it was made. */
function openableStick({ backups }: Desk) {
  const { stick, codeMadeAt, districtSince } = backups.state()
  const isOpenable = [codeMadeAt, districtSince].some(since => since !== null && stick?.opensWith.includes(since))
  return isOpenable ? stick : null
}

/** A book that cannot be read may hold anybody: it counts as one. */
async function waitingPeople({ intake, db }: Desk): Promise<number> {
  if (!intake) return 0
  if (intake === 'unreadable') return 1
  let waiting = 0
  for (const entry of intake.list()) if (!(await isSettled(db, [entry]))) waiting++
  return waiting
}
