import { mayMove } from '#shared/changes/machine'
import { localDateOf } from '#shared/clock'
import { isSameWish, type ProposalBatch } from '#shared/proposals/proposal'
import { proposalMachine } from '#shared/proposals/proposal-status'
import type { Exported, proposalsContract } from '#shared/proposals/proposals.contract'
import { ok, refuse } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import { tableFiles } from '#wire/table-files'
import { create, move } from '../changes/record'
import { find } from '../database/find'
import { write } from '../database/write'
import type { Desk } from '../desk'
import { folderFor, saveFiles } from '../files/save-files'
import { signedIn } from '../officers/signed-in'
import { makeBatch, withdrawDoubles } from './batch'
import { countProposals, listBatches, listOpenOf, listProposals, listProposalsOf } from './proposals.store'

export const proposalsHandlers: HandlersOf<typeof proposalsContract, Desk> = {
  propose: (desk, input) =>
    write(desk, async trx => {
      const resident = await find(trx, 'resident', input.residentId)
      if (!resident || resident.mergedInto) return refuse({ kind: 'not-found' })
      if (input.caseId && !(await find(trx, 'case', input.caseId))) return refuse({ kind: 'case-not-found' })
      const open = await listOpenOf(trx, resident.id, input.kind)
      const same = open.find(one => isSameWish(one, input))
      if (same) {
        const recordedOn = localDateOf(same.recordedAt, desk.zone())
        return refuse({ kind: 'already-proposed', proposalId: same.id, recordedOn })
      }
      const { villageCode } = resident.domicile ?? resident.address
      return ok(
        create(trx, 'proposal', {
          id: trx.newId(),
          ...input,
          villageCode,
          status: 'ready',
          recordedAt: desk.clock.now(),
          officerId: signedIn(desk).id,
          batchId: null,
          proposedOn: null,
          answerBy: null,
          answeredOn: null,
          answerNote: null
        })
      )
    }),

  ofResident: async (desk, { residentId }) => ok(await listProposalsOf(desk, residentId)),
  counts: async desk => ok(await countProposals(desk.db, desk.today())),
  list: async (desk, { list, from }) => ok(await listProposals(desk, list, from)),

  answer: (desk, { proposalId, to, note }) =>
    write(desk, async trx => {
      const proposal = await find(trx, 'proposal', proposalId)
      if (!proposal) return refuse({ kind: 'not-found' })
      const { status } = proposal
      // only what an answer was given to can lose it again: the rest is handed over with a list
      if ((to === 'proposed' && proposal.batchId === null) || !mayMove(proposalMachine, status, to))
        return refuse({ kind: 'illegal-move', from: status, to })
      return ok(move(trx, 'proposal', proposalId, to, { answeredOn: to === 'proposed' ? null : desk.today(), answerNote: note }))
    }),

  exportReady: async (desk, { to, answerDays }) => {
    const folder = await folderFor(desk, to)
    if (!folder.ok) return folder
    const { value: doubled } = await write(desk, async trx => ok(await withdrawDoubles(desk, trx)))
    const made = await write(desk, async trx => {
      const batch = await makeBatch(desk, trx, answerDays)
      return batch ? ok(batch) : refuse({ kind: 'nothing-ready' as const })
    })
    return made.ok ? ok({ ...(await saveBatch(desk, made.value, folder.value)), doubled }) : made
  },

  exportAgain: async (desk, { batchId, to }) => {
    const folder = await folderFor(desk, to)
    if (!folder.ok) return folder
    const batch = await find(desk.db, 'proposalBatch', batchId)
    return batch ? ok(await saveBatch(desk, batch, folder.value)) : refuse({ kind: 'not-found' })
  },

  batches: async desk => ok(await listBatches(desk.db))
}

/** The list is kept already: should the stick be full, its files are written again later. */
async function saveBatch(desk: Desk, { id, number, columns, rows }: ProposalBatch, folder: string): Promise<Exported> {
  const saved = await saveFiles(folder, await tableFiles({ name: number, columns, rows }))
  const { ready } = await countProposals(desk.db, desk.today())
  return {
    batchId: id,
    number,
    count: rows.length,
    left: ready,
    doubled: 0,
    files: saved.ok ? saved.value : [],
    problem: saved.ok ? null : saved.problem
  }
}
