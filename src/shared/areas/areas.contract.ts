import { z } from 'zod'
import { call } from '#shared/rpc/call'
import { type Area, AreaCode, DistrictCode, type VillageMatch } from './area'

export const areasContract = {
  /** All 38 provinces by name. */
  provinces: call<Area[]>()(z.object({})),
  /** The areas directly inside one, by name; none for a village or a code nobody knows. */
  children: call<Area[]>()(z.object({ code: AreaCode })),
  /** From the province down to the area itself. */
  path: call<Area[], { kind: 'unknown-area' }>()(z.object({ code: AreaCode })),
  /** Villages whose own name or whose places hold every word typed; villages named so come first, the shortest name before the longer. */
  searchVillages: call<VillageMatch[]>()(
    z.object({ text: z.string().max(100), within: DistrictCode.optional(), limit: z.int().min(1).max(50).optional() })
  )
}
