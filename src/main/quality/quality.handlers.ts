import type { qualityContract } from '#shared/quality/quality.contract'
import { factOf } from '#shared/residents/flaws'
import { ok, refuse } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import { listNames } from '../areas/areas.store'
import { create, patch } from '../changes/record'
import { find } from '../database/find'
import { write } from '../database/write'
import type { Desk } from '../desk'
import { signedIn } from '../officers/signed-in'
import { searchPairs } from '../residents/pair-search'
import { countOpenPairs } from '../residents/pairs.store'
import { listChecks } from './flaw-checks.store'
import { countQuality, countResidents, isToBeRepaired, listQuality } from './quality.store'

export const qualityHandlers: HandlersOf<typeof qualityContract, Desk> = {
  counts: async desk => {
    const isSearching = await searchPairs(desk)
    const pairs = (await countOpenPairs(desk.db)).map(count => ({ kind: 'possible-duplicate' as const, checked: 0, ...count }))
    const counts = [...(await countQuality(desk.db, desk.today())), ...pairs]
    const codes = [...new Set(counts.map(count => count.villageCode))].filter(code => code !== '')
    const names = await listNames(desk.reference, codes)
    return ok({ residents: await countResidents(desk.db), counts, villages: names, isSearching })
  },

  list: async (desk, input) => ok(await listQuality(desk, input, desk.today())),

  confirm: (desk, { residentId, kind, reason }) =>
    write(desk, async trx => {
      const resident = await find(trx, 'resident', residentId)
      if (!resident) return refuse({ kind: 'not-found' })
      if (!(await isToBeRepaired(trx, kind, residentId, desk.today()))) return refuse({ kind: 'nothing-to-confirm' })
      const check = { residentId, flaw: kind, about: factOf(resident, kind), reason, takenBackAt: null, takenBackBy: null }
      create(trx, 'flawCheck', { id: trx.newId(), ...check, checkedAt: desk.clock.now(), officerId: signedIn(desk).id })
      return ok(null)
    }),

  reopen: (desk, { residentId, kind }) =>
    write(desk, async trx => {
      const checks = await listChecks(trx, [residentId], kind)
      if (checks.length === 0) return refuse({ kind: 'nothing-to-confirm' })
      for (const { id } of checks) patch(trx, 'flawCheck', id, { takenBackAt: desk.clock.now(), takenBackBy: signedIn(desk).id })
      return ok(null)
    })
}
