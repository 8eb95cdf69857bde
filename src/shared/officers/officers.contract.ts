import { z } from 'zod'
import type { ChangedMeanwhile } from '#shared/changes/meant'
import { call } from '#shared/rpc/call'
import { plainText } from '#shared/text'
import { type OfficerCard, Password, Pin, Role, TypedSecret } from './officer'

export const OfficerInput = z.object({
  name: plainText(100),
  roles: z.array(Role).min(1),
  position: plainText(120).nullable(),
  decreeNumber: plainText(80).nullable()
})

const CorrectedOfficer = OfficerInput.extend({ id: z.uuid(), isActive: z.boolean() })

/** A PC at a public counter: never open and unattended for longer than ten minutes. */
export const LockMinutes = z.int().min(1).max(10)

export type MustChoose = 'pin' | 'pin-and-password'
/**
 * `officer` is also there while the screen is locked: whose it is. `visitToResume`: the visit that this officer was serving when the power
 * went or the program was killed.
 */
export type Seat = {
  officer: OfficerCard | null
  isLocked: boolean
  lockMinutes: number
  mustChoose: MustChoose | null
  visitToResume: string | null
}

export type TryRefusal =
  | { kind: 'wrong-pin' }
  | { kind: 'wrong-password' }
  | { kind: 'wait'; seconds: number }
  | { kind: 'password-needed' }
  | { kind: 'help-needed' }
export type WeakSecret =
  | { kind: 'weak-pin'; why: 'repeated' | 'sequence' | 'date' | 'common' }
  | { kind: 'weak-password'; why: 'too-short' | 'personal' | 'guessable' }

export const officersContract = {
  /** Active officers, for the sign-in screen and for choosing an owner. */
  list: call<OfficerCard[]>()(z.object({})),
  /** Every officer, also those who have left. */
  all: call<OfficerCard[]>()(z.object({})),
  /** With the PIN of this PC, or with the password: at the first time here, every 30 days, and after ten wrong tries. */
  signIn: call<OfficerCard, TryRefusal>()(TypedSecret),
  /** What must be chosen before anything else: a PIN for this PC, and a password when somebody else gave the PIN. */
  chooseSecrets: call<null, WeakSecret | { kind: 'nothing-to-choose' }>()(z.object({ pin: Pin, password: Password.nullable() })),
  signOut: call<null>()(z.object({})),
  /** Who sits at this desk, and whether the screen is locked. */
  me: call<Seat>()(z.object({})),
  /** Locks the screen: until a PIN is typed this desk answers as if nobody were signed in. */
  lock: call<null>()(z.object({})),
  /** A key was pressed or the screen was touched; without this word the desk locks itself. */
  stillHere: call<null>()(z.object({})),
  /** After how many minutes without a touch the screen of this PC locks: it depends on where the PC stands. */
  lockAfter: call<null>()(z.object({ minutes: LockMinutes })),
  add: call<OfficerCard, { kind: 'name-taken' }>()(OfficerInput.extend({ pin: Pin })),
  /** What was changed elsewhere while the form was open is neither taken back nor written over unseen. */
  correct: call<
    OfficerCard,
    { kind: 'name-taken' } | { kind: 'last-administrator' } | { kind: 'not-found' } | ChangedMeanwhile<'officer', OfficerCard>
  >()(CorrectedOfficer.extend({ shown: CorrectedOfficer.optional() })),
  /** Somebody who may gives another officer a PIN for once, which also takes the password away: both are chosen anew at the next sign-in. Needs no line. */
  resetPin: call<null, { kind: 'not-found' } | { kind: 'not-allowed' } | { kind: 'own-secret' }>()(
    z.object({ officerId: z.uuid(), pin: Pin })
  ),
  /** The same for an administrator whom nobody else may help, with the recovery code from the envelope in the place of a colleague. */
  resetWithCode: call<null, { kind: 'not-allowed' } | { kind: 'wrong-code' }>()(
    z.object({ officerId: z.uuid(), code: z.string().max(240), pin: Pin })
  ),
  changeMyPin: call<null, TryRefusal | WeakSecret>()(z.object({ oldPin: Pin, newPin: Pin })),
  /** On this PC the PIN goes on; every other one asks for the new password and then for a PIN of its own. An officer of the sample office has none. */
  changeMyPassword: call<null, TryRefusal | WeakSecret | { kind: 'no-password' }>()(
    z.object({ oldPassword: Password, newPassword: Password })
  )
}
