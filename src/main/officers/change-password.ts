import type { officersContract } from '#shared/officers/officers.contract'
import { ok, refuse } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import { patch } from '../changes/record'
import { find } from '../database/find'
import { write } from '../database/write'
import type { Desk } from '../desk'
import { weaknessFor } from './choose-secrets'
import { findDeskPin, saveDeskPin } from './desk-pin.store'
import { makeVerifier } from './pin'
import { checkSecret } from './sign-in'
import { signedIn } from './signed-in'

/** The PIN of this PC stands beside the new password from now on; those of other PCs stand beside one that no longer holds. */
export const changeMyPassword: HandlersOf<typeof officersContract, Desk>['changeMyPassword'] = async (
  desk,
  { oldPassword, newPassword }
) => {
  const officerId = signedIn(desk).id
  if (!(await find(desk.db, 'officer', officerId))?.password) return refuse({ kind: 'no-password' })
  const checked = await checkSecret(desk, officerId, { kind: 'password', text: oldPassword })
  if (!checked.ok) return checked
  const why = await weaknessFor(desk, checked.value, newPassword)
  if (why) return refuse({ kind: 'weak-password', why })
  const password = await makeVerifier(newPassword)
  const changed = await write(desk, async trx => {
    patch(trx, 'officer', officerId, { password })
    return ok(null)
  })
  const pin = await findDeskPin(desk.db, officerId)
  if (pin) await saveDeskPin(desk.db, { ...pin, beside: password.salt, passwordAt: desk.clock.now() })
  return changed
}
