import { dirname } from 'node:path'
import type { recoveryContract } from '#shared/recovery/recovery.contract'
import { ok, refuse } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import { headOf } from '../changes/log'
import type { Desk } from '../desk'
import { getHere } from '../sync/here.store'
import { copiesOnSticks, fetchFromStick } from './from-stick'

const isOpen = async () => refuse({ kind: 'desk-is-open' as const })

/** Nothing was ever written here, and no district was joined. */
const isUnused = async ({ raw, db }: Desk): Promise<boolean> => headOf(raw).seq === 0 && (await getHere(db)).district === null

/** An open desk has nothing to recover, but a new one may take the place of one that was lost. */
export const recoveryHandlers: HandlersOf<typeof recoveryContract, Desk> = {
  onSticks: async desk => ok((await isUnused(desk)) ? await copiesOnSticks() : []),
  fromStick: async (desk, wanted) => {
    if (!(await isUnused(desk))) return refuse({ kind: 'already-set-up' })
    return fetchFromStick(dirname(desk.raw.name), wanted)
  },
  tryAgain: isOpen,
  intake: isOpen,
  takeIn: isOpen,
  doors: isOpen,
  enterCode: isOpen,
  restore: isOpen,
  erased: isOpen,
  beginAnew: isOpen,
  wayBack: isOpen,
  goBack: isOpen
}
