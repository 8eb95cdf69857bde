import { mayResetPin, type OfficerCard } from '#shared/officers/officer'
import type { officersContract } from '#shared/officers/officers.contract'
import { ok, type Result, refuse } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import { create, patch } from '../changes/record'
import { find } from '../database/find'
import { write } from '../database/write'
import type { Desk } from '../desk'
import { secondsLeft } from './lock-out'
import {
  clearTries,
  findOfficerByName,
  findTries,
  listOfficers,
  lockMinutesOf,
  saveLockMinutes,
  saveTries,
  withoutPin
} from './officers.store'
import { makeVerifier, matchesPin } from './pin'
import { lockScreen } from './screen-lock'
import { signedIn } from './signed-in'

export const officersHandlers: HandlersOf<typeof officersContract, Desk> = {
  list: async desk => ok((await listOfficers(desk.db)).filter(officer => officer.isActive).map(withoutPin)),

  all: async desk => ok((await listOfficers(desk.db)).map(withoutPin)),

  signIn: async (desk, { officerId, pin }) => {
    const checked = await checkPin(desk, officerId, pin)
    if (checked.ok) await sitDown(desk, checked.value)
    return checked
  },

  signOut: async desk => {
    desk.session.officer = undefined
    desk.session.lockedFor = undefined
    desk.watch.stop()
    return ok(null)
  },

  me: async ({ session, db }) =>
    ok({
      officer: session.officer ?? session.lockedFor ?? null,
      isLocked: session.lockedFor !== undefined,
      lockMinutes: await lockMinutesOf(db)
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
      return ok(withoutPin(create(trx, 'officer', { id: trx.newId(), ...input, pin: verifier, isActive: true })))
    })
  },

  correct: async (desk, { id, ...input }) => {
    const corrected = await write(desk, async trx => {
      const officer = await find(trx, 'officer', id)
      if (!officer) return refuse({ kind: 'not-found' })
      const namesake = await findOfficerByName(trx, input.name)
      if (namesake && namesake.id !== id) return refuse({ kind: 'name-taken' })
      const others = (await listOfficers(trx)).filter(other => other.id !== id && other.isActive && other.roles.includes('administrator'))
      const staysAdministrator = input.isActive && input.roles.includes('administrator')
      if (!staysAdministrator && others.length === 0) return refuse({ kind: 'last-administrator' })
      return ok(withoutPin(patch(trx, 'officer', id, input)))
    })
    // rights taken from the officer who sits here end at once
    if (corrected.ok && id === desk.session.officer?.id) desk.session.officer = corrected.value.isActive ? corrected.value : undefined
    return corrected
  },

  resetPin: async (desk, { officerId, pin }) => {
    const verifier = await makeVerifier(pin)
    const result = await write(desk, async trx => {
      const officer = await find(trx, 'officer', officerId)
      if (!officer) return refuse({ kind: 'not-found' })
      if (!mayResetPin(signedIn(desk).roles, officer.roles)) return refuse({ kind: 'not-allowed' })
      patch(trx, 'officer', officerId, { pin: verifier })
      return ok(null)
    })
    if (result.ok) await clearTries(desk.db, officerId)
    return result
  },

  changeMyPin: async (desk, { oldPin, newPin }) => {
    const officerId = signedIn(desk).id
    const checked = await checkPin(desk, officerId, oldPin)
    if (!checked.ok) return checked
    const verifier = await makeVerifier(newPin)
    return write(desk, async trx => {
      patch(trx, 'officer', officerId, { pin: verifier })
      return ok(null)
    })
  }
}

/** Whoever typed their PIN sits here now, also at a screen that was locked for somebody else. */
async function sitDown(desk: Desk, officer: OfficerCard): Promise<void> {
  desk.session.officer = officer
  desk.session.lockedFor = undefined
  desk.watch.seen(await lockMinutesOf(desk.db))
}

/** A failed try is stored before the PIN is compared, so that pulling the plug does not win a try back. */
async function checkPin(
  desk: Desk,
  officerId: string,
  pin: string
): Promise<Result<OfficerCard, { kind: 'wrong-pin' } | { kind: 'wait'; seconds: number }>> {
  const officer = await find(desk.db, 'officer', officerId)
  if (!officer?.isActive) return refuse({ kind: 'wrong-pin' })
  const seconds = await takeTry(desk, officerId)
  if (seconds > 0) return refuse({ kind: 'wait', seconds })
  if (!(await matchesPin(pin, officer.pin))) return refuse({ kind: 'wrong-pin' })
  await clearTries(desk.db, officerId)
  return ok(withoutPin(officer))
}

/** Counts one more failed try, or answers how many seconds are still to wait; both in one step, so that tries at once all count. */
function takeTry(desk: Desk, officerId: string): Promise<number> {
  return desk.db.transaction().execute(async trx => {
    const { failures } = await findTries(trx, officerId)
    // the PC's clock can be set by whoever sits there; after a start the wait begins again
    const left = secondsLeft(failures, desk.monotonic() - (desk.triedAt.get(officerId) ?? 0))
    if (left > 0) return left
    await saveTries(trx, officerId, failures + 1, desk.clock.now())
    desk.triedAt.set(officerId, desk.monotonic())
    return 0
  })
}
