// From a keystroke to the hits in main, among fifty thousand residents.
import type { DeskApi } from '#shared/contract'
import type { ResidentInput } from '#shared/residents/residents.contract'
import { value } from '../answer-value.ts'
import { peopleFrom } from '../generated-people.ts'
import { between, type Random, randomFrom } from '../seeded.ts'
import { openBenchDesk } from './bench-desk.ts'
import { registerMany, villagesOf } from './bulk.ts'
import { report, timed } from './measure.ts'

const TARGET_P95_MS = 10
const PEOPLE_LOOKED_FOR = 250
const LONGEST_NAME_TYPED = 16

export async function benchSearch(residents: number, seed: number): Promise<void> {
  const bench = await openBenchDesk()
  const random = randomFrom(seed)
  const next = peopleFrom(random, await villagesOf(bench.desk, '33.24'))
  const known: ResidentInput[] = []
  const nextKnown = (): ResidentInput => {
    const person = next()
    known.push(person)
    return person
  }
  registerMany(bench.desk, residents, random, nextKnown)
  const [names, numbers] = await typeAll(bench.api, random, known)
  report('search.name', names.times, 'ms', { residents, targetP95: TARGET_P95_MS, emptyAnswers: names.empty })
  report('search.number', numbers.times, 'ms', { residents, targetP95: TARGET_P95_MS, emptyAnswers: numbers.empty })
  await bench.close()
}

type Typed = { times: number[]; empty: number }

/** Types names, then NIKs and telephone numbers, a key at a time, and times each answer. */
async function typeAll(api: DeskApi, random: Random, known: ResidentInput[]): Promise<[Typed, Typed]> {
  const [names, numbers]: [Typed, Typed] = [
    { times: [], empty: 0 },
    { times: [], empty: 0 }
  ]
  for (let i = 0; i < PEOPLE_LOOKED_FOR; i++) {
    const person = known[between(random, 0, known.length - 1)]
    if (!person) continue
    await typeOut(api, asTyped(random, person.name).slice(0, LONGEST_NAME_TYPED), names)
    await typeOut(api, (i % 2 === 0 ? person.nik : person.phone) ?? '', numbers)
  }
  return [names, numbers]
}

async function typeOut(api: DeskApi, text: string, typed: Typed): Promise<void> {
  for (let length = 1; length <= text.length; length++) {
    const [ms, answer] = await timed(() => api.search.find({ text: text.slice(0, length), purpose: 'look-up' }))
    typed.times.push(ms)
    if (value(answer).length === 0) typed.empty++
  }
}

/** As an officer types it: small letters, and now and then the old spelling. */
function asTyped(random: Random, name: string): string {
  const small = name.toLowerCase()
  return random() < 0.2 ? small.replaceAll('u', 'oe').replaceAll('c', 'tj') : small
}
