import type { PairLine, pairsContract } from '#shared/residents/pairs.contract'
import { ok, refuse } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import { areaLineOf } from '../areas/area-line'
import { find } from '../database/find'
import { write } from '../database/write'
import type { Desk } from '../desk'
import { judgePair, matchBetween } from './judge-pair'
import { searchPairs } from './pair-search'
import { countPairs, listJudgementsNamed, listPairs } from './pairs.store'
import { listByIds } from './residents.store'

export const pairsHandlers: HandlersOf<typeof pairsContract, Desk> = {
  counts: async desk => {
    const isSearching = await searchPairs(desk)
    return ok({ ...(await countPairs(desk.db)), isSearching })
  },

  list: async (desk, { list, from }) => {
    const { ids, next } = await listPairs(desk.db, list, from)
    const residents = new Map((await listByIds(desk.db, ids.flat())).map(one => [one.id, one]))
    const lines: PairLine[] = []
    for (const [residentId, otherId] of ids) {
      const [one, other] = [residents.get(residentId), residents.get(otherId)]
      if (!one || !other) continue
      lines.push({
        residentId,
        otherId,
        name: one.name,
        otherName: other.name,
        areaLine: await areaLineOf(desk.reference, one.address.villageCode),
        otherAreaLine: await areaLineOf(desk.reference, other.address.villageCode),
        match: await matchBetween(desk.db, residentId, otherId)
      })
    }
    return ok({ lines, next })
  },

  compare: async (desk, { residentId, otherId }) => {
    if ((await listByIds(desk.db, [residentId, otherId])).length < 2) return refuse({ kind: 'not-found' })
    return ok({
      match: await matchBetween(desk.db, residentId, otherId),
      judgements: await listJudgementsNamed(desk.db, residentId, otherId)
    })
  },

  judge: (desk, pair) =>
    write(desk, async trx => {
      const [one, other] = [await find(trx, 'resident', pair.residentId), await find(trx, 'resident', pair.otherId)]
      if (!one || !other || one.id === other.id) return refuse({ kind: 'not-found' })
      if (one.mergedInto || other.mergedInto) return refuse({ kind: 'already-merged' })
      await judgePair(desk, trx, pair)
      return ok(null)
    })
}
