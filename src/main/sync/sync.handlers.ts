import { Change } from '#shared/changes/change'
import { isEntityName } from '#shared/changes/entities'
import { knownOp } from '#shared/changes/op'
import { stampOf } from '#shared/changes/reduce'
import { ok, refuse } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import { settledFields } from '#shared/sync/settled-fields'
import type { SyncStatus, syncContract } from '#shared/sync/sync.contract'
import { opsTakenBack } from '#shared/sync/taking-place'
import { readSampleFile } from '#wire/sample-file'
import { replace, resolve } from '../changes/record'
import { readRow } from '../changes/rows'
import { write, writeInPlace } from '../database/write'
import type { Desk } from '../desk'
import { listClashes } from './clashes.store'
import { wrongBy } from './district-time'
import { listDrives } from './drives'
import { withFreeNumbers } from './free-numbers.store'
import { findOwnCode, getHere } from './here.store'
import { askConfirmed, cancelJoin, checkOf, join } from './join'
import { mayDecide } from './may-decide'
import { moveServer } from './move-server'
import { readPacks, writePack } from './packs'
import { countQueue, findParked, findReceipt, findTaken, listQueue } from './queue.store'
import { voidTaken } from './void-taken'

export const syncHandlers: HandlersOf<typeof syncContract, Desk> = {
  status: async desk => ok(await statusOf(desk)),

  nearby: async () => {
    const sample = readSampleFile(process.env)
    return ok(sample ? { server: sample.address, code: sample.code } : null)
  },

  join: async (desk, typed) => {
    if ((await findOwnCode(desk.db)) && !mayJoin(desk)) return refuse({ kind: 'not-yours' })
    const joined = await join(desk, typed)
    if (!joined.ok) return joined
    desk.sync.wake()
    desk.announce({ kind: 'sync-changed' })
    return ok(await statusOf(desk))
  },

  cancelJoin: async desk => {
    if ((await findOwnCode(desk.db)) && !mayJoin(desk)) return refuse({ kind: 'not-yours' })
    if (!(await cancelJoin(desk))) return refuse({ kind: 'already-joined' })
    desk.announce({ kind: 'sync-changed' })
    return ok(await statusOf(desk))
  },

  moveServer: async (desk, { server }) => {
    const moved = await moveServer(desk, server)
    if (!moved.ok) return moved
    void desk.sync.now()
    desk.announce({ kind: 'sync-changed' })
    return ok(await statusOf(desk))
  },

  sendNow: async desk => {
    await askConfirmed(desk)
    await desk.sync.now()
    return ok(await statusOf(desk))
  },

  queue: async desk => ok(await listQueue(desk)),
  clashes: async desk => ok(await listClashes(desk, desk.session.officer?.id)),

  resolve: (desk, { entity, id, change, standingIn, choices }) =>
    write(desk, async trx => {
      const row = readRow(desk.raw, entity, id)
      const clash = row?.clashes?.find(known => known.change === change)
      if (!row || !clash || !isEntityName(entity)) return refuse({ kind: 'not-found' })
      if (Object.keys(clash.fields).some(field => stampOf(row, field) !== standingIn[field])) return refuse({ kind: 'moved-on' })
      resolve(trx, entity, id, change, settledFields(entity, clash, row, choices))
      return mayDecide(desk, trx) ? ok(null) : refuse({ kind: 'not-allowed' })
    }),

  replace: (desk, { change: id, how }) =>
    writeInPlace(desk, async trx => {
      const parked = await findParked(trx, id)
      if (!parked) return refuse({ kind: 'not-found' })
      const ops = parked.change.ops.flatMap(op => knownOp(op) ?? [])
      const { officer } = desk.session
      const taken = how === 'take-back' ? await findTaken(trx, id) : undefined
      if (taken && officer) voidTaken(trx, taken, { at: desk.clock.now(), officerId: officer.id })
      else replace(trx, parked.placeToTake, how === 'again' ? await withFreeNumbers(trx, ops) : opsTakenBack(ops))
      return mayDecide(desk, trx) ? ok(null) : refuse({ kind: 'not-allowed' })
    }),

  receipt: async (desk, { id }) => {
    const { district } = await getHere(desk.db)
    return ok(district ? ((await findReceipt(desk.db, id)) ?? null) : null)
  },

  drives: async () => ok(await listDrives()),
  writePack: (desk, { drive }) => writePack(desk, drive),
  readPacks: (desk, { drive }) => readPacks(desk, drive)
}

const mayJoin = ({ session }: Desk): boolean => session.officer?.roles.some(role => role === 'manager' || role === 'administrator') ?? false

async function statusOf(desk: Desk): Promise<SyncStatus> {
  const { district, districtName, server, deskCode, lastContactAt, lastProblem, cursor, numbering } = await getHere(desk.db)
  const { oldestUnsent, ...counts } = await countQueue(desk.db)
  const check = checkOf(lastProblem)
  const link: SyncStatus['link'] =
    !district || !server
      ? { kind: 'alone' }
      : check
        ? { kind: 'joining', checkNumber: check.check, server }
        : { kind: 'joined', district, districtName: districtName ?? district, deskCode: deskCode ?? '', server }
  return {
    link,
    isTalking: desk.sync.isTalking(),
    problem: link.kind === 'joined' ? desk.sync.problem() : null,
    lastContactAt,
    clockAhead: wrongBy(desk.sync.time),
    unheardDays: link.kind === 'joined' ? desk.sync.unheard.days() : 0,
    oldestUnsentAt: oldestUnsent ? Change.parse(JSON.parse(oldestUnsent)).at.wall : null,
    ...counts,
    cursor,
    numbering,
    files: desk.files.standings()
  }
}
