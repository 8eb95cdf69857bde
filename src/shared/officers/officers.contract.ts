import { z } from 'zod'
import { call } from '#shared/rpc/call'
import { plainText } from '#shared/text'
import { type OfficerCard, Pin, Role } from './officer'

export const OfficerInput = z.object({
  name: plainText(100),
  roles: z.array(Role).min(1),
  position: plainText(120).nullable(),
  decreeNumber: plainText(80).nullable()
})

export const officersContract = {
  /** Active officers, for the sign-in screen and for choosing an owner. */
  list: call<OfficerCard[]>()(z.object({})),
  /** Every officer, also those who have left. */
  all: call<OfficerCard[]>()(z.object({})),
  signIn: call<OfficerCard, { kind: 'wrong-pin' } | { kind: 'wait'; seconds: number }>()(z.object({ officerId: z.uuid(), pin: Pin })),
  signOut: call<null>()(z.object({})),
  me: call<OfficerCard | null>()(z.object({})),
  add: call<OfficerCard, { kind: 'name-taken' }>()(OfficerInput.extend({ pin: Pin })),
  correct: call<OfficerCard, { kind: 'name-taken' } | { kind: 'last-administrator' } | { kind: 'not-found' }>()(
    OfficerInput.extend({ id: z.uuid(), isActive: z.boolean() })
  ),
  /** Somebody who may gives another officer a new PIN; needs no line. */
  resetPin: call<null, { kind: 'not-found' } | { kind: 'not-allowed' }>()(z.object({ officerId: z.uuid(), pin: Pin })),
  changeMyPin: call<null, { kind: 'wrong-pin' } | { kind: 'wait'; seconds: number }>()(z.object({ oldPin: Pin, newPin: Pin }))
}
