import type { organizationsContract } from '#shared/directory/organizations.contract'
import { ok, refuse } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import { create, patch } from '../changes/record'
import { find } from '../database/find'
import { write } from '../database/write'
import type { Desk } from '../desk'
import { listOrganizations } from './organizations.store'

export const organizationsHandlers: HandlersOf<typeof organizationsContract, Desk> = {
  list: async (desk, { kind }) => ok(await listOrganizations(desk.db, kind)),

  add: (desk, organization) =>
    write(desk, async trx => ok(create(trx, 'organization', { id: trx.newId(), ...organization, isActive: true }))),

  correct: (desk, { id, ...organization }) =>
    write(desk, async trx =>
      (await find(trx, 'organization', id)) ? ok(patch(trx, 'organization', id, organization)) : refuse({ kind: 'not-found' })
    )
}
