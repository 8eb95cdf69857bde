import { addDays, yearOf } from '#shared/clock'
import { BATCH_ROWS, isSameWish, type Proposal, type ProposalBatch } from '#shared/proposals/proposal'
import { PROPOSAL_COLUMNS, proposalRow } from '#shared/proposals/proposal-row'
import { listPath } from '../areas/areas.store'
import { create, move } from '../changes/record'
import { get } from '../database/find'
import type { Writer } from '../database/tables'
import type { Desk } from '../desk'
import { getOffice } from '../office/office.store'
import { signedIn } from '../officers/signed-in'
import { findFamilyOf } from '../residents/families.store'
import { lastBatchNo, listOpenOf, listReady } from './proposals.store'

/** Puts what is ready into one list, marks each proposal with it, and keeps the rows as they are today; undefined when nothing is ready. */
export async function makeBatch(desk: Desk, trx: Writer, answerDays: number): Promise<ProposalBatch | undefined> {
  const ready = await listReady(trx, BATCH_ROWS)
  if (ready.length === 0) return undefined
  const today = desk.today()
  const number = await nextNumber(desk, trx)
  const lines: Line[] = []
  for (const [at, proposal] of ready.entries()) lines.push(await lineOf(desk, trx, proposal, at + 1, number))
  const batch = create(trx, 'proposalBatch', {
    id: trx.newId(),
    number,
    exportedOn: today,
    exportedAt: desk.clock.now(),
    officerId: signedIn(desk).id,
    columns: [...PROPOSAL_COLUMNS],
    rows: lines.map(line => line.row)
  })
  const handedOver = { batchId: batch.id, proposedOn: today, answerBy: addDays(today, answerDays) }
  for (const { id, villageCode } of lines) move(trx, 'proposal', id, 'proposed', { ...handedOver, villageCode })
  return batch
}

/** Withdraws what is ready and already asked for with another proposal for the same person, as after a merge or from two desks; gives how many. */
export async function withdrawDoubles(desk: Desk, trx: Writer): Promise<number> {
  let count = 0
  for (const proposal of await listReady(trx, BATCH_ROWS)) {
    const open = await listOpenOf(trx, proposal.residentId, proposal.kind)
    if (!open.some(one => (one.status === 'proposed' || one.id < proposal.id) && isSameWish(one, proposal))) continue
    move(trx, 'proposal', proposal.id, 'withdrawn', { answeredOn: desk.today(), answerNote: 'Sama dengan usulan lain untuk warga ini.' })
    count++
  }
  return count
}

type Line = Pick<Proposal, 'id' | 'villageCode'> & { row: string[] }

async function lineOf(desk: Desk, trx: Writer, proposal: Proposal, n: number, batchNumber: string): Promise<Line> {
  const resident = await get(trx, 'resident', proposal.residentId)
  const family = await findFamilyOf(trx, resident.id)
  const member = family?.members.find(one => one.residentId === resident.id)
  // where somebody lives on the day of the list, in one piece: a family that moved meanwhile is asked for where it is now
  const address = resident.domicile ?? resident.address
  const path = address.villageCode ? await listPath(desk.reference, address.villageCode) : []
  const nameOf = (level: string) => path.find(area => area.level === level)?.name ?? ''
  const row = proposalRow({
    n,
    proposal,
    resident,
    address,
    family: family && member ? { kk: family.kk, relation: member.relation } : null,
    area: { village: nameOf('village'), subdistrict: nameOf('subdistrict'), district: nameOf('district') },
    proposedOn: desk.today(),
    batchNumber
  })
  return { id: proposal.id, villageCode: address.villageCode, row }
}

/** `USUL-A-2026-003`: each desk counts its own lists, so two desks never give one number. */
async function nextNumber(desk: Desk, trx: Writer): Promise<string> {
  const { deskCode } = await getOffice(trx)
  const prefix = `USUL-${deskCode}-${yearOf(desk.today())}-`
  return prefix + String((await lastBatchNo(trx, prefix)) + 1).padStart(3, '0')
}
