import type { registryContract } from '#shared/registry/registry.contract'
import { ok, refuse } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import { findArea } from '../areas/areas.store'
import { create } from '../changes/record'
import { find } from '../database/find'
import { write } from '../database/write'
import type { Desk } from '../desk'
import { signedIn } from '../officers/signed-in'
import { answerOf } from './answer'
import { picture, recordCheck } from './hand-lookup'
import { lookUp } from './look-up'
import { listChecksOf } from './registry.store'
import { stateCard } from './registry-cards'

export const registryHandlers: HandlersOf<typeof registryContract, Desk> = {
  state: async desk => ok(stateCard(desk.registry.state(), desk.today())),
  lookUp,
  recordCheck,
  picture,
  checksOf: async (desk, { residentId }) => ok(await listChecksOf(desk.db, residentId)),
  answerOf: async (desk, { residentId }) => {
    if (!(await find(desk.db, 'resident', residentId))) return refuse({ kind: 'not-found' })
    return ok((await answerOf(desk, residentId)) ?? null)
  },
  setMeeting: async (desk, meeting) => {
    if (!(await findArea(desk.reference, meeting.villageCode))) return refuse({ kind: 'unknown-village' })
    if (meeting.heldOn < desk.today()) return refuse({ kind: 'meeting-in-past' })
    return write(desk, async trx => ok(create(trx, 'villageMeeting', { id: trx.newId(), ...meeting, officerId: signedIn(desk).id })))
  }
}
