// Days of whole visits, done through the real desk: what its log then holds is what really travels.
import { value } from '../answer-value.ts'
import { peopleFrom } from '../generated-people.ts'
import { mostlyEarly, randomFrom } from '../seeded.ts'
import { openLivingDesk } from './desk.ts'
import { Rows, visitDocument } from './documents.ts'
import { playWholeVisit, type Town, type VisitKind } from './whole-visit.ts'

/** A visit as the log has it, and the same facts as one document. */
export type GeneratedVisit = { kind: VisitKind; bodies: string[]; document: Record<string, unknown> }
export type GeneratedDays = { setUp: string[]; visits: GeneratedVisit[] }
export type DaysOptions = { seed: number; visits: number; perDay?: number; kinds?: readonly [VisitKind, ...VisitKind[]] }

const KINDS = ['letter', 'letter', 'letter', 'request', 'consultation', 'information'] as const
const HOUR = 3_600_000
const DAY = 24 * HOUR
/** A Monday of autumn 2026, eight in the morning at Kendal. */
const FIRST_MORNING = Date.UTC(2026, 8, 7, 1)

/** The same seed gives the same visits; keys, run and letter codes are made anew each time, as on any two desks. */
export async function generateDays({ seed, visits, perDay = 60, kinds = KINDS }: DaysOptions): Promise<GeneratedDays> {
  const random = randomFrom(seed)
  const desk = await openLivingDesk(random, FIRST_MORNING + (seed % 5) * 7 * DAY)
  const villages = value(await desk.api.areas.searchVillages({ text: 'k', within: '33.24', limit: 50 }))
  const villageCodes = villages.map(village => village.code)
  const town: Town = { villageCodes, nextPerson: peopleFrom(random, villageCodes), known: [] }
  const setUp = desk.bodiesAfter(0)
  const rows = new Rows()
  for (const body of setUp) rows.take(body)
  const made: GeneratedVisit[] = []
  let seq = setUp.length
  let morning = FIRST_MORNING + (seed % 5) * 7 * DAY
  for (let n = 1; n <= visits; n++) {
    const kind = mostlyEarly(random, kinds)
    await playWholeVisit(desk, random, n, town, kind)
    const bodies = desk.bodiesAfter(seq)
    seq += bodies.length
    const [visitId = ''] = bodies.flatMap(body => rows.take(body))
    made.push({ kind, bodies, document: visitDocument(rows, visitId) })
    if (n % perDay !== 0) continue
    morning += new Date(morning).getUTCDay() === 5 ? 3 * DAY : DAY
    desk.wakeAt(morning)
  }
  await desk.close()
  return { setUp, visits: made }
}
