/** What the choice of backups to keep looks at. `head` counts what was in the desk's log: a clock may have been wrong, the log never is. */
export type Dated = { name: string; head: number; madeAt: number }

const NEWEST = 4
const DAYS = 7
const WEEKS = 5
const MONTHS = 12
const DAY_MS = 86_400_000

/**
 * The names of the backups that stay: the newest four, and of older ones the newest of each of seven days, five weeks and twelve months that
 * have any. Days without a backup do not count, so that neither a holiday nor a wrong clock empties the shelf.
 */
export function keptBackups(backups: readonly Dated[]): Set<string> {
  const newestFirst = [...backups].sort((a, b) => b.head - a.head || b.madeAt - a.madeAt || (a.name < b.name ? 1 : -1))
  const kept = newestFirst.slice(0, NEWEST)
  const firstOfEach = (count: number, periodOf: (backup: Dated) => string | number): Dated[] => {
    const first = new Map<string | number, Dated>()
    for (const backup of newestFirst) if (!first.has(periodOf(backup))) first.set(periodOf(backup), backup)
    return [...first.values()].slice(0, count)
  }
  const dayOf = ({ madeAt }: Dated) => Math.floor(madeAt / DAY_MS)
  kept.push(...firstOfEach(DAYS, dayOf))
  // the epoch began on a Thursday
  kept.push(...firstOfEach(WEEKS, backup => Math.floor((dayOf(backup) + 3) / 7)))
  kept.push(...firstOfEach(MONTHS, ({ madeAt }) => new Date(madeAt).toISOString().slice(0, 7)))
  return new Set(kept.map(({ name }) => name))
}

type OnShelf = { madeAt: number; daysLost?: number | undefined }

/** When a copy was made as far as days, weeks and months are told apart: each time that the clock went back in between, another day has begun. */
export const shelfTime = ({ madeAt, daysLost = 0 }: OnShelf): number => madeAt + daysLost * DAY_MS

/** How many days this PC's clock has lost when a copy follows the newest one: with a clock that begins anew with each start every start counts as a day of its own. */
export function daysLostAt(newest: OnShelf | undefined, { at, workedUntil = 0 }: Pick<Now, 'at' | 'workedUntil'>): number {
  if (!newest) return 0
  const [lost, before] = [newest.daysLost ?? 0, shelfTime(newest)]
  const wentBack = at < newest.madeAt || at < workedUntil
  const behind = Math.floor(before / DAY_MS) - Math.floor(shelfTime({ madeAt: at, daysLost: lost }) / DAY_MS)
  return wentBack && behind >= 0 ? lost + behind + 1 : lost
}

/** Two a working day: at the first start of the morning and once in its middle. */
const PAUSE_MS = 5 * 3_600_000

/** What a desk holds now; `workedUntil`: the latest moment that its clock has shown while it wrote what is not in the newest backup. */
type Now = { head: number; at: number; workedUntil?: number | undefined }

/** Whether a backup should be made now. A clock that was put back or far forward makes it due, never puts it off; also one that begins anew with each start. */
export function isBackupDue(newest: Dated | undefined, { head, at, workedUntil }: Now): boolean {
  if (head === 0) return false
  if (!newest) return true
  return newest.head !== head && (Math.abs(at - newest.madeAt) >= PAUSE_MS || (workedUntil !== undefined && workedUntil > at))
}
