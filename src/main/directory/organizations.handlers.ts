import { meantBy } from '#shared/changes/meant'
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

  correct: (desk, { id, shown, ...organization }) =>
    write(desk, async trx => {
      const now = await find(trx, 'organization', id)
      if (!now) return refuse({ kind: 'not-found' })
      const { meant, clashes } = meantBy(organization, shown, now)
      if (clashes.length > 0) return refuse({ kind: 'changed-meanwhile', of: 'organization', fields: clashes, now })
      return ok(patch(trx, 'organization', id, meant))
    })
}
