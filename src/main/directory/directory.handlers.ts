import type { directoryContract } from '#shared/directory/directory.contract'
import { ok, refuse } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import type { Desk } from '../desk'
import {
  findService,
  listClassifications,
  listOrganizationKinds,
  listPpksKinds,
  listProblemTypes,
  listProgramRules,
  listSectors,
  listServices
} from './reference.store'

export const directoryHandlers: HandlersOf<typeof directoryContract, Pick<Desk, 'reference'>> = {
  services: async (desk, filter) => ok(await listServices(desk.reference, filter)),
  service: async (desk, { code }) => {
    const service = await findService(desk.reference, code)
    return service ? ok(service) : refuse({ kind: 'unknown-service' })
  },
  sectors: async desk => ok(await listSectors(desk.reference)),
  problemTypes: async desk => ok(await listProblemTypes(desk.reference)),
  ppksKinds: async desk => ok(await listPpksKinds(desk.reference)),
  organizationKinds: async desk => ok(await listOrganizationKinds(desk.reference)),
  classifications: async (desk, { codeSet }) => ok(await listClassifications(desk.reference, codeSet)),
  programRules: async (desk, { program, on }) => ok(await listProgramRules(desk.reference, program, on))
}
