// The days that replication is measured on, generated once and kept: for us the changes in a desk's log, for the peers the same facts as documents.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { frameLayout } from '#shared/sync/codec/frame-body'
import { value } from '../answer-value.ts'
import { openLivingDesk } from '../generated-days/desk.ts'
import { Rows, visitDocument } from '../generated-days/documents.ts'
import { playWholeVisit, type Town, type VisitKind } from '../generated-days/whole-visit.ts'
import { peopleFrom } from '../generated-people.ts'
import { mostlyEarly, randomFrom } from '../seeded.ts'

/** `setUp`: the office, its officers and agencies. `visits`: the texts of the changes of each visit, in their order. */
export type Days = { setUp: string[]; visits: string[][] }

/** `visits`, `changes`: JSON arrays of documents with ids, for whoever replicates documents; a change is one as it stands in the log. */
export type DayFiles = { days: string; visits: string; changes: string }

const KEPT = join(import.meta.dirname, '../../out/bench')
const KINDS: readonly [VisitKind, ...VisitKind[]] = ['letter', 'letter', 'letter', 'request', 'consultation', 'information']
const DAY_MS = 86_400_000
const FIRST_MORNING = Date.UTC(2026, 8, 7, 1)
const PER_DAY = 60
/** Whoever comes back does so within a run of ten visits: so runs of ten stand alone, and different desks can have made them. */
export const RUN = 10

export const readDays = (file: string): Days => JSON.parse(readFileSync(file, 'utf8')) as Days

/** The files of at least so many visits of a seed; made when they are not there, or were made of other fields. */
export async function prepareDays(count: number, seed: number): Promise<DayFiles> {
  const file = (name: string) => join(KEPT, `${name}-${seed}-${count}-${frameLayout()}.json`)
  const files = { days: file('days'), visits: file('visits'), changes: file('changes') }
  if (Object.values(files).every(existsSync)) return files
  const { days, documents } = await playDays(count, seed)
  mkdirSync(KEPT, { recursive: true })
  const keep = (path: string, content: unknown) => {
    writeFileSync(`${path}.new`, JSON.stringify(content))
    renameSync(`${path}.new`, path)
  }
  keep(
    files.changes,
    days.visits.flat().map(body => JSON.parse(body))
  )
  keep(files.visits, documents)
  keep(files.days, days)
  return files
}

async function playDays(count: number, seed: number): Promise<{ days: Days; documents: Record<string, unknown>[] }> {
  const random = randomFrom(seed)
  const desk = await openLivingDesk(random, FIRST_MORNING)
  const villages = value(await desk.api.areas.searchVillages({ text: 'k', within: '33.24', limit: 50 }))
  const villageCodes = villages.map(village => village.code)
  const town: Town = { villageCodes, nextPerson: peopleFrom(random, villageCodes), known: [] }
  const setUp = desk.bodiesAfter(0)
  const rows = new Rows()
  for (const body of setUp) rows.take(body)
  const visits: string[][] = []
  const documents: Record<string, unknown>[] = []
  let seq = setUp.length
  for (let n = 1; n <= count; n++) {
    await playWholeVisit(desk, random, n, town, mostlyEarly(random, KINDS))
    const bodies = desk.bodiesAfter(seq)
    seq += bodies.length
    const [visitId = ''] = bodies.flatMap(body => rows.take(body))
    visits.push(bodies)
    documents.push(visitDocument(rows, visitId))
    if (n % RUN === 0) town.known.splice(0)
    if (n % PER_DAY === 0) desk.wakeAt(FIRST_MORNING + (n / PER_DAY) * DAY_MS)
  }
  await desk.close()
  return { days: { setUp, visits }, documents }
}
