import type { recoveryContract } from '#shared/recovery/recovery.contract'
import { refuse } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import type { Desk } from '../desk'

const isOpen = async () => refuse({ kind: 'desk-is-open' as const })

/** An open desk has nothing to recover. */
export const recoveryHandlers: HandlersOf<typeof recoveryContract, Desk> = {
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
