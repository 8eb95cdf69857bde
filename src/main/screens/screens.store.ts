import type { Database } from 'better-sqlite3'
import type { LocalDate } from '#shared/clock'
import type { Satisfaction } from '#shared/screens/screens.contract'
import { SCORES, type Score } from '#shared/screens/visitor-page'
import { statement } from '../changes/rows'

/** Counts one grade of a day. Neither the visit nor the hour is kept: a grade must not be traced to anybody. */
export function countScore(raw: Database, day: LocalDate, score: Score): void {
  statement(
    raw,
    'insert into satisfaction (day, score, count) values (?, ?, 1) on conflict (day, score) do update set count = count + 1'
  ).run(day, score)
}

/** The grades from that day on. */
export function countsSince(raw: Database, day: LocalDate): Satisfaction {
  const rows = statement(raw, 'select score, sum(count) from satisfaction where day >= ? group by score').raw(true).all(day) as [
    Score,
    number
  ][]
  return Object.fromEntries(SCORES.map(score => [score, rows.find(([of]) => of === score)?.[1] ?? 0])) as Satisfaction
}
