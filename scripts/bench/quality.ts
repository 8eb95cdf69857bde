// Counting and listing what is wrong in the data of a whole office's residents.
import { QUALITY_KINDS } from '#shared/quality/quality.contract'
import { peopleFrom } from '../generated-people.ts'
import { randomFrom } from '../seeded.ts'
import { openBenchDesk, value } from './bench-desk.ts'
import { registerMany, villagesOf } from './bulk.ts'
import { report, timed } from './measure.ts'

const TARGET_P95_MS = 150
const ROUNDS = 10

export async function benchQuality(residents: number, seed: number): Promise<void> {
  const bench = await openBenchDesk()
  const random = randomFrom(seed)
  const next = peopleFrom(random, await villagesOf(bench.desk, '33.24'))
  // one in ten has no NIK, one in ten no birth date: far worse than any office
  registerMany(bench.desk, residents, random, () => {
    const person = next()
    if (random() < 0.1) return { ...person, nik: null, noNikReason: 'forgotten' }
    return random() < 0.1 ? { ...person, birthDate: null } : person
  })
  const counts: number[] = []
  const pages: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    counts.push((await timed(async () => value(await bench.api.quality.counts({}))))[0])
    for (const kind of QUALITY_KINDS) {
      if (kind === 'possible-duplicate') continue
      pages.push((await timed(async () => value(await bench.api.quality.list({ kind, villageCode: null, after: null }))))[0])
    }
  }
  report('quality.counts', counts, 'ms', { residents, targetP95: TARGET_P95_MS })
  report('quality.page', pages, 'ms', { residents, targetP95: TARGET_P95_MS })
  await bench.close()
}
