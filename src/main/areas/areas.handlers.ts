import type { areasContract } from '#shared/areas/areas.contract'
import { ok, refuse } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import type { Desk } from '../desk'
import { listAreasIn, listPath, listProvinces, searchVillages } from './areas.store'

export const areasHandlers: HandlersOf<typeof areasContract, Pick<Desk, 'reference'>> = {
  provinces: async desk => ok(await listProvinces(desk.reference)),
  children: async (desk, { code }) => ok(await listAreasIn(desk.reference, code)),
  path: async (desk, { code }) => {
    const path = await listPath(desk.reference, code)
    return path.length > 0 ? ok(path) : refuse({ kind: 'unknown-area' })
  },
  searchVillages: async (desk, input) => ok(await searchVillages(desk.reference, input))
}
