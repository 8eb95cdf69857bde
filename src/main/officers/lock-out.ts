/** Four tries are free; each one after them costs a wait, in seconds. */
export const FREE_TRIES = 4
const WAITS = [30, 60, 300, 900, 3600]
/** From so many wrong tries on, six digits are not enough: the password is asked. */
export const PASSWORD_AFTER = 10
/** From so many on, somebody who may has to help. */
export const HELP_AFTER = 15
/** The same for all officers of this PC together: trying each one's PIN a few times wins nothing. */
export const DEVICE_LIMIT = 40

/**
 * The seconds that are still to wait after so many failures, `elapsedMs` after the last of them.
 * What has elapsed is counted by a clock that nobody can set: from the last try, or from the start of the program when that came later.
 */
export function secondsLeft(failures: number, elapsedMs: number): number {
  const wait = failures < FREE_TRIES ? 0 : (WAITS[Math.min(failures - FREE_TRIES, WAITS.length - 1)] ?? 0)
  return Math.max(0, Math.ceil(wait - elapsedMs / 1000))
}

export type Try = {
  secret: 'pin' | 'password'
  failures: number
  /** Of all officers of this PC. */
  deviceFailures: number
  elapsedMs: number
  hasPassword: boolean
  /** Whether somebody else here may give this officer a new PIN; the last administrator waits an hour for each try instead. */
  canBeHelped: boolean
}

/** Why a secret is not even compared; undefined when it may be. */
export function refusalBeforeTry(
  one: Try
): { kind: 'wait'; seconds: number } | { kind: 'password-needed' } | { kind: 'help-needed' } | undefined {
  const { failures, deviceFailures, canBeHelped } = one
  const isSprayed = deviceFailures >= DEVICE_LIMIT
  if (canBeHelped && (failures >= HELP_AFTER || (isSprayed && !one.hasPassword))) return { kind: 'help-needed' }
  if (one.secret === 'pin' && one.hasPassword && (failures >= PASSWORD_AFTER || isSprayed)) return { kind: 'password-needed' }
  const seconds = secondsLeft(failures, one.elapsedMs)
  return seconds > 0 ? { kind: 'wait', seconds } : undefined
}
