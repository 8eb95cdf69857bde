import { mayResetPin, type Officer } from '#shared/officers/officer'
import type { officersContract } from '#shared/officers/officers.contract'
import { ok, type Result, refuse } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import { patch } from '../changes/record'
import { find } from '../database/find'
import { write } from '../database/write'
import type { Desk } from '../desk'
import { withoutSecrets } from './officers.store'
import { makeVerifier } from './pin'
import { forgetTries } from './sign-in'
import { signedIn } from './signed-in'

type Handlers = HandlersOf<typeof officersContract, Desk>

/** Nobody gives one to themselves: whoever sits at a screen that was left open would own it. */
export const resetPin: Handlers['resetPin'] = (desk, { officerId, pin }) => {
  const own = signedIn(desk)
  return givePin<{ kind: 'not-found' | 'not-allowed' | 'own-secret' }>(desk, officerId, pin, officer => {
    if (!officer) return refuse({ kind: 'not-found' })
    if (!mayResetPin(own.roles, officer.roles)) return refuse({ kind: 'not-allowed' })
    return officer.id === own.id ? refuse({ kind: 'own-secret' }) : ok(null)
  })
}

/** Whoever holds the code holds the data: to the log it is the administrator's own change, as the change of a secret that is known. */
export const resetWithCode: Handlers['resetWithCode'] = async (desk, { officerId, code, pin }) => {
  const officer = await find(desk.db, 'officer', officerId)
  if (!officer?.isActive || !officer.roles.includes('administrator')) return refuse({ kind: 'not-allowed' })
  if (!desk.backups.isCode(code)) return refuse({ kind: 'wrong-code' })
  const asOwn = { ...desk, session: { ...desk.session, officer: withoutSecrets(officer) } }
  return givePin<never>(asOwn, officerId, pin, () => ok(null))
}

/** A PIN for once in the place of all that the officer had, also of their wrong tries. */
async function givePin<R extends { kind: string }>(
  desk: Desk,
  officerId: string,
  pin: string,
  may: (officer: Officer | undefined) => Result<null, R>
): Promise<Result<null, R>> {
  const verifier = await makeVerifier(pin)
  const given = await write(desk, async trx => {
    const answer = may(await find(trx, 'officer', officerId))
    if (answer.ok) patch(trx, 'officer', officerId, { pin: verifier, password: null, mustChange: true })
    return answer
  })
  if (given.ok) await forgetTries(desk, officerId)
  return given
}
