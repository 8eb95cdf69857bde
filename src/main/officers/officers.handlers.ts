import { meantBy } from '#shared/changes/meant'
import type { OfficerCard } from '#shared/officers/officer'
import type { MustChoose, officersContract } from '#shared/officers/officers.contract'
import { weaknessOfPin } from '#shared/officers/weak-pin'
import { ok, refuse } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import { create, patch } from '../changes/record'
import { find } from '../database/find'
import { write } from '../database/write'
import type { Desk } from '../desk'
import { clearVisitor } from '../screens/clear-visitor'
import { changeMyPassword } from './change-password'
import { chooseSecrets, deskPinOf } from './choose-secrets'
import { saveDeskPin } from './desk-pin.store'
import { findOfficerByName, findServedBy, listOfficers, lockMinutesOf, saveLockMinutes, withoutSecrets } from './officers.store'
import { makeVerifier } from './pin'
import { resetPin, resetWithCode } from './reset-pin'
import { lockScreen } from './screen-lock'
import { checkSecret, mustChooseAfter, secretIn } from './sign-in'
import { signedIn } from './signed-in'

export const officersHandlers: HandlersOf<typeof officersContract, Desk> = {
  list: async desk => ok((await listOfficers(desk.db)).filter(officer => officer.isActive).map(withoutSecrets)),

  all: async desk => ok((await listOfficers(desk.db)).map(withoutSecrets)),

  signIn: async (desk, typed) => {
    const secret = secretIn(typed)
    const checked = await checkSecret(desk, typed.officerId, secret)
    if (!checked.ok) return checked
    const officer = withoutSecrets(checked.value)
    await sitDown(desk, officer, await mustChooseAfter(desk, checked.value, secret))
    // a version that opens the data and lets somebody in is the one to stay with
    if (isOtherProgram(desk)) await desk.audit.note({ kind: 'other', outcome: 'program-changed' })
    return ok(officer)
  },

  chooseSecrets,

  signOut: async desk => {
    desk.session.officer = undefined
    desk.session.lockedFor = undefined
    desk.session.mustChoose = undefined
    desk.session.wasCutOff = false
    desk.watch.stop()
    clearVisitor(desk)
    return ok(null)
  },

  me: async ({ session, db }) =>
    ok({
      officer: session.officer ?? session.lockedFor ?? null,
      isLocked: session.lockedFor !== undefined,
      lockMinutes: await lockMinutesOf(db),
      mustChoose: session.mustChoose ?? null,
      visitToResume: (session.wasCutOff && session.officer && (await findServedBy(db, session.officer.id))) || null
    }),

  lock: async desk => {
    lockScreen(desk)
    return ok(null)
  },

  stillHere: async desk => {
    desk.watch.seen(await lockMinutesOf(desk.db))
    return ok(null)
  },

  lockAfter: async (desk, { minutes }) => {
    await saveLockMinutes(desk.db, minutes)
    desk.watch.seen(minutes)
    return ok(null)
  },

  add: async (desk, { pin, ...input }) => {
    const verifier = await makeVerifier(pin)
    return write(desk, async trx => {
      if (await findOfficerByName(trx, input.name)) return refuse({ kind: 'name-taken' })
      return ok(withoutSecrets(create(trx, 'officer', { id: trx.newId(), ...input, pin: verifier, isActive: true, mustChange: true })))
    })
  },

  correct: async (desk, { id, shown, ...input }) => {
    const corrected = await write(desk, async trx => {
      const officer = await find(trx, 'officer', id)
      if (!officer) return refuse({ kind: 'not-found' })
      const now = withoutSecrets(officer)
      const { meant, clashes } = meantBy(input, shown, now)
      if (clashes.length > 0) return refuse({ kind: 'changed-meanwhile', of: 'officer', fields: clashes, now })
      const namesake = await findOfficerByName(trx, meant.name)
      if (namesake && namesake.id !== id) return refuse({ kind: 'name-taken' })
      const others = (await listOfficers(trx)).filter(other => other.id !== id && other.isActive && other.roles.includes('administrator'))
      const staysAdministrator = meant.isActive && meant.roles.includes('administrator')
      if (!staysAdministrator && others.length === 0) return refuse({ kind: 'last-administrator' })
      return ok(withoutSecrets(patch(trx, 'officer', id, meant)))
    })
    // rights taken from the officer who sits here end at once
    if (corrected.ok && id === desk.session.officer?.id) desk.session.officer = corrected.value.isActive ? corrected.value : undefined
    return corrected
  },

  resetPin,

  resetWithCode,

  changeMyPassword,

  changeMyPin: async (desk, { oldPin, newPin }) => {
    const officerId = signedIn(desk).id
    const checked = await checkSecret(desk, officerId, { kind: 'pin', text: oldPin })
    if (!checked.ok) return checked
    const why = weaknessOfPin(newPin)
    if (why) return refuse({ kind: 'weak-pin', why })
    if (checked.value.password) {
      await saveDeskPin(desk.db, await deskPinOf(desk, checked.value, newPin))
      return ok(null)
    }
    const verifier = await makeVerifier(newPin)
    return write(desk, async trx => {
      patch(trx, 'officer', officerId, { pin: verifier })
      return ok(null)
    })
  }
}

/** Whoever typed their PIN sits here now, also at a screen that was locked for somebody else. */
async function sitDown(desk: Desk, officer: OfficerCard, mustChoose: MustChoose | undefined): Promise<void> {
  desk.session.officer = officer
  desk.session.mustChoose = mustChoose
  desk.session.lockedFor = undefined
  desk.watch.seen(await lockMinutesOf(desk.db))
}

/** What became of a change of versions stands beside the data; a disk that does not take it keeps nobody out. */
function isOtherProgram({ updates, clock, report }: Desk): boolean {
  try {
    return updates.settle(clock.now())
  } catch (error) {
    report('updates.settle', error)
    return false
  }
}
