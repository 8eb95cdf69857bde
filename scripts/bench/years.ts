// Whether a desk that has worked for years answers as soon as a new one: the calls of every day, beside those of an office of one day.
import { setTimeout as pause } from 'node:timers/promises'
import type { DeskApi } from '#shared/contract'
import type { ResidentInput } from '#shared/residents/residents.contract'
import { value } from '../answer-value.ts'
import { peopleFrom } from '../generated-people.ts'
import { type Random, randomFrom } from '../seeded.ts'
import { type BenchDesk, openBenchDesk } from './bench-desk.ts'
import { closeMany, handleMany } from './bulk.ts'
import { reportBeside, timed } from './measure.ts'

const ONE_DAY = 60
const STILL_OPEN = 300
/** So few that the 95th percentile is the highest. */
const TIMES = 15

type Calls = Record<string, () => Promise<unknown>>

export async function benchYears(cases: number, seed: number): Promise<void> {
  const young = await measure(ONE_DAY, seed)
  const old = await measure(cases, seed)
  for (const [name, samples] of old) reportBeside(`years.${name}`, samples, young.get(name) ?? [], 'ms')
}

async function measure(cases: number, seed: number): Promise<Map<string, number[]>> {
  const random = randomFrom(seed)
  const nextPerson = peopleFrom(random)
  const bench = await officeOf(cases, random, nextPerson)
  const took = new Map<string, number[]>()
  const note = async <T>(name: string, call: () => Promise<T>): Promise<T> => {
    const [ms, given] = await timed(call)
    took.set(name, [...(took.get(name) ?? []), ms])
    return given
  }
  const calls = callsOn(bench)
  for (let i = 0; i < TIMES; i++)
    for (const [name, call] of Object.entries(calls)) await note(name, async () => value((await call()) as never))
  for (let i = 0; i < TIMES; i++) {
    const visit = { lane: 'general', channel: 'walk-in', purpose: null, vulnerableGroup: null } as const
    const { id: visitId } = value(await note('visits.checkIn', () => bench.api.visits.checkIn(visit)))
    value(await note('visits.serve', () => bench.api.visits.serve({ visitId })))
    // whoever is like somebody among thousands is asked about, which is an answer too
    await note('residents.register', () => bench.api.residents.register({ resident: nextPerson(), family: null, differentFrom: [] }))
  }
  await bench.close()
  return took
}

/** An office with so many cases behind it, whose district has all of its changes. */
async function officeOf(cases: number, random: Random, nextPerson: () => ResidentInput): Promise<BenchDesk> {
  const bench = await openBenchDesk()
  await handleMany(bench.desk, cases, random, nextPerson)
  closeMany(bench.desk, STILL_OPEN)
  bench.desk.raw.exec(`update "change" set state = 'fed', feed = n; delete from blob_to_send`)
  bench.desk.journal.catchUp(bench.desk.raw)
  // possible duplicates are looked for once among all, beside everything else
  while (value(await bench.api.quality.counts({})).isSearching) await pause(100)
  return bench
}

/** What the screens of a day ask for, each of somebody or something in the middle of all that there is. */
function callsOn({ api, desk }: BenchDesk): Calls {
  const some = (table: string, column: string) =>
    desk.raw
      .prepare(`select ${column} from ${table} order by rowid limit 1 offset (select count(*) / 2 from ${table})`)
      .pluck()
      .get() as string
  const [residentId, caseId, nik] = [some('resident', 'id'), some('"case"', 'id'), some('resident', 'nik')]
  const find = (text: string) => () => api.search.find({ text, purpose: 'look-up' })
  const audit: Parameters<DeskApi['audit']['list']>[0] = {
    ...{ fromOn: null, untilOn: null, officerId: null, residentId: null, kind: null, refusedOnly: false, before: null }
  }
  return {
    'office.state': () => api.office.state({}),
    'officers.me': () => api.officers.me({}),
    'sync.status': () => api.sync.status({}),
    'sync.queue': () => api.sync.queue({}),
    'cases.board': () => api.cases.board({}),
    'cases.listOpen': () => api.cases.listOpen({ whose: 'all' }),
    'cases.get': () => api.cases.get({ caseId }),
    'cases.ofResident': () => api.cases.ofResident({ residentId }),
    'residents.get': () => api.residents.get({ residentId }),
    'referrals.listOpen': () => api.referrals.listOpen({}),
    'proposals.counts': () => api.proposals.counts({}),
    'pairs.counts': () => api.pairs.counts({}),
    'quality.counts': () => api.quality.counts({}),
    'search.name': find('siti am'),
    'search.nik': find(nik),
    'audit.list': () => api.audit.list(audit),
    'audit.ofResident': () => api.audit.list({ ...audit, residentId })
  }
}
