import type { Officer } from '#shared/officers/officer'
import type { officersContract } from '#shared/officers/officers.contract'
import { weaknessOfPin } from '#shared/officers/weak-pin'
import { ok, refuse } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import { patch } from '../changes/record'
import { find } from '../database/find'
import { write } from '../database/write'
import type { Desk } from '../desk'
import { type DeskPin, saveDeskPin } from './desk-pin.store'
import { findOfficeWords } from './officers.store'
import { makeVerifier, noVerifier } from './pin'
import { signedIn } from './signed-in'

/** The PIN of this PC, beside the password that holds now. */
export async function deskPinOf(desk: Desk, { id, password }: Officer, pin: string): Promise<DeskPin> {
  const passwordAt = desk.clock.now()
  return { officerId: id, verifier: await makeVerifier(pin, desk.pepper), beside: password?.salt ?? '', passwordAt }
}

/** Why this officer may not take a password: what they and the office are called counts too. */
export async function weaknessFor(desk: Desk, { name, position, decreeNumber }: Officer, password: string) {
  return desk.passwordWork.weakness(password, [name, position, decreeNumber, ...(await findOfficeWords(desk.db))])
}

/** The password goes to every desk of the district; the PIN stays on this one, and the PIN that somebody else gave opens nothing any more. */
export const chooseSecrets: HandlersOf<typeof officersContract, Desk>['chooseSecrets'] = async (desk, { pin, password }) => {
  const { mustChoose } = desk.session
  const officer = await find(desk.db, 'officer', signedIn(desk).id)
  if (!mustChoose || !officer) return refuse({ kind: 'nothing-to-choose' })
  const why = weaknessOfPin(pin)
  if (why) return refuse({ kind: 'weak-pin', why })
  if (mustChoose === 'pin') {
    await saveDeskPin(desk.db, await deskPinOf(desk, officer, pin))
    desk.session.mustChoose = undefined
    return ok(null)
  }
  const weakness = await weaknessFor(desk, officer, password ?? '')
  if (weakness) return refuse({ kind: 'weak-password', why: weakness })
  const verifier = await makeVerifier(password ?? '')
  const kept = await deskPinOf(desk, { ...officer, password: verifier }, pin)
  const chosen = await write(desk, async trx => {
    patch(trx, 'officer', officer.id, { pin: noVerifier(), password: verifier, mustChange: false })
    return ok(null)
  })
  await saveDeskPin(desk.db, kept)
  desk.session.mustChoose = undefined
  return chosen
}
