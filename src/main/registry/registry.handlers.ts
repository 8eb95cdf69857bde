import type { registryContract } from '#shared/registry/registry.contract'
import { ok, refuse } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import { append } from '../changes/record'
import { find } from '../database/find'
import { write } from '../database/write'
import type { Desk } from '../desk'
import { signedIn } from '../officers/signed-in'
import { listChecksOf } from './registry.store'

export const registryHandlers: HandlersOf<typeof registryContract, Desk> = {
  recordCheck: (desk, check) =>
    write(desk, async trx => {
      if (!check.isListed && check.decile !== null) return refuse({ kind: 'decile-without-listing' })
      if (!(await find(trx, 'resident', check.residentId))) return refuse({ kind: 'not-found' })
      if (check.visitId && !(await find(trx, 'visit', check.visitId))) return refuse({ kind: 'not-found' })
      return ok(append(trx, 'registryCheck', { id: trx.newId(), ...check, checkedAt: desk.clock.now(), officerId: signedIn(desk).id }))
    }),

  checksOf: async (desk, { residentId }) => ok(await listChecksOf(desk.db, residentId))
}
