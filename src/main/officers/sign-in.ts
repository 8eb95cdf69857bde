import type { Officer, TypedSecret } from '#shared/officers/officer'
import { mayResetPin } from '#shared/officers/officer'
import type { MustChoose, TryRefusal } from '#shared/officers/officers.contract'
import { ok, type Result, refuse } from '#shared/result'
import { find } from '../database/find'
import type { Desk } from '../desk'
import { noteKeptOutside } from '../keys/kept-outside.store'
import { type DeskPin, findDeskPin, saveDeskPin } from './desk-pin.store'
import { HELP_AFTER, refusalBeforeTry } from './lock-out'
import { clearTries, listOfficers, listTries, saveTries } from './officers.store'
import { matches } from './pin'

export type Secret = { kind: 'pin' | 'password'; text: string }
/** On one PC the password is asked again after so long. */
const PASSWORD_LASTS_MS = 30 * 86_400_000
const DAY_MS = 86_400_000

export const secretIn = (typed: TypedSecret): Secret =>
  'pin' in typed ? { kind: 'pin', text: typed.pin } : { kind: 'password', text: typed.password }

/** Compares what was typed; a failed try is stored, in and beside the database, before it is compared, so that pulling the plug does not win one back. */
export async function checkSecret(desk: Desk, officerId: string, secret: Secret): Promise<Result<Officer, TryRefusal>> {
  const wrong = refuse(secret.kind === 'pin' ? ({ kind: 'wrong-pin' } as const) : ({ kind: 'wrong-password' } as const))
  const officer = await find(desk.db, 'officer', officerId)
  if (!officer?.isActive) return wrong
  const pin = await findDeskPin(desk.db, officerId)
  if (secret.kind === 'pin' && officer.password && !isPinHere(officer, pin, desk.clock.now())) return refuse({ kind: 'password-needed' })
  const refused = await takeTry(desk, officer, secret.kind)
  if (refused) return refused
  if (!(await isRight(desk, officer, pin, secret))) return wrong
  await forgetTries(desk, officerId)
  return ok(officer)
}

/** What somebody has to choose before anything else, having come in with this secret. */
export async function mustChooseAfter(desk: Desk, officer: Officer, { kind }: Secret): Promise<MustChoose | undefined> {
  if (officer.mustChange) return 'pin-and-password'
  if (kind === 'pin') return undefined
  const pin = await findDeskPin(desk.db, officer.id)
  if (pin?.beside !== officer.password?.salt) return 'pin'
  if (pin) await saveDeskPin(desk.db, { ...pin, passwordAt: desk.clock.now() })
  return undefined
}

/** A PIN counts here when it was chosen here beside the password that still holds, and that password was typed here not long ago; a clock set back asks for it again. */
function isPinHere(officer: Officer, pin: DeskPin | undefined, now: number): boolean {
  if (!pin || pin.beside !== officer.password?.salt) return false
  const age = now - pin.passwordAt
  return age <= PASSWORD_LASTS_MS && age >= -DAY_MS
}

function isRight(desk: Desk, officer: Officer, pin: DeskPin | undefined, { kind, text }: Secret): Promise<boolean> {
  if (kind === 'password') return officer.password ? matches(text, officer.password) : Promise.resolve(false)
  return officer.password && pin ? matches(text, pin.verifier, desk.pepper) : matches(text, officer.pin)
}

/** Counts one more failed try, or answers why there is none; in one step, so that tries at once all count. */
function takeTry(desk: Desk, officer: Officer, secret: Secret['kind']) {
  return desk.db.transaction().execute(async trx => {
    const kept = await listTries(trx)
    const outside = desk.outside.read()
    const tries = outside?.tries ?? kept
    const failures = Math.max(outside?.floor[officer.id] ?? 0, tries[officer.id] ?? 0)
    const refused = refusalBeforeTry({
      secret,
      failures,
      deviceFailures: Object.values(tries).reduce((sum, one) => sum + Math.min(one, HELP_AFTER), 0),
      // the PC's clock can be set by whoever sits there; after a start the wait begins again
      elapsedMs: desk.monotonic() - (desk.triedAt.get(officer.id) ?? 0),
      hasPassword: Boolean(officer.password),
      canBeHelped: await canBeHelped(trx, officer)
    })
    if (refused) return refuse(refused)
    desk.outside.write({ tries: { ...tries, [officer.id]: failures + 1 } })
    noteKeptOutside(desk.raw)
    await saveTries(trx, officer.id, failures + 1, desk.clock.now())
    desk.triedAt.set(officer.id, desk.monotonic())
    return undefined
  })
}

async function canBeHelped(db: Desk['db'], { id, roles }: Officer): Promise<boolean> {
  return (await listOfficers(db)).some(other => other.id !== id && other.isActive && mayResetPin(other.roles, roles))
}

/** The next try is the first again. */
export async function forgetTries(desk: Desk, officerId: string): Promise<void> {
  const kept = desk.outside.read()
  const { [officerId]: _, ...others } = kept?.tries ?? (await listTries(desk.db))
  const { [officerId]: __, ...floor } = kept?.floor ?? {}
  desk.outside.write({ tries: others, floor })
  await clearTries(desk.db, officerId)
}
