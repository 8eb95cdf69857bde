import type { qualityContract } from '#shared/quality/quality.contract'
import { ok } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import { listNames } from '../areas/areas.store'
import type { Desk } from '../desk'
import { searchPairs } from '../residents/pair-search'
import { countOpenPairs } from '../residents/pairs.store'
import { countQuality, countResidents, listQuality } from './quality.store'

export const qualityHandlers: HandlersOf<typeof qualityContract, Desk> = {
  counts: async desk => {
    const isSearching = await searchPairs(desk)
    const pairs = (await countOpenPairs(desk.db)).map(count => ({ kind: 'possible-duplicate' as const, ...count }))
    const counts = [...(await countQuality(desk.db, desk.today())), ...pairs]
    const codes = [...new Set(counts.map(count => count.villageCode))].filter(code => code !== '')
    const names = await listNames(desk.reference, codes)
    return ok({ residents: await countResidents(desk.db), counts, villages: names, isSearching })
  },

  list: async (desk, input) => ok(await listQuality(desk, input, desk.today()))
}
