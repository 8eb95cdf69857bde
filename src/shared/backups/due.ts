const DAY_MS = 86_400_000
/** A trial restore is wanted once a month. */
const TEST_EVERY_MS = 31 * DAY_MS

/** Why a trial restore is put off: a choice, because no typed text lies outside the database. */
export const WHY_POSTPONED = ['queue', 'power', 'short-handed'] as const
export type WhyPostponed = (typeof WHY_POSTPONED)[number]
export type Postponed = { until: number; why: WhyPostponed }

/** What is known of the trial restores; moments in milliseconds, `firstCopyAt` of the oldest copy on the shelf. */
export type Tests = { lastGoodAt: number | null; hasFailed: boolean; firstCopyAt: number | null }

/** Whether a trial restore has to be made: the last one failed, or the last good one (else the first copy) is a month old by this clock, either way. */
export function isTestDue({ lastGoodAt, hasFailed, firstCopyAt }: Tests, now: number): boolean {
  const since = lastGoodAt ?? firstCopyAt
  return since !== null && (hasFailed || Math.abs(now - since) >= TEST_EVERY_MS)
}

export const postponedFrom = (now: number, why: WhyPostponed): Postponed => ({ until: now + DAY_MS, why })

/** A clock that is set back puts nothing off for longer than a day. */
export const isPostponed = ({ until }: Postponed, now: number): boolean => now < until && until - now <= DAY_MS

/** Whether work of more than a day is in no copy; `oldestAt` is when the oldest change was made that none holds, if there is one. */
export const isCopyOld = (oldestAt: number | undefined, now: number): boolean => oldestAt !== undefined && Math.abs(now - oldestAt) > DAY_MS
