// Counting and listing what is wrong in the data of a whole office's residents.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { QUALITY_KINDS } from '#shared/quality/quality.contract'
import { value } from '../answer-value.ts'
import { peopleFrom } from '../generated-people.ts'
import { randomFrom } from '../seeded.ts'
import { type BenchDesk, openBenchDesk } from './bench-desk.ts'
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
  await firstPairSearch(bench, residents)
  const counts: number[] = []
  const pages: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    counts.push((await timed(async () => value(await bench.api.quality.counts({}))))[0])
    for (const kind of QUALITY_KINDS) {
      if (kind === 'possible-duplicate') continue
      pages.push(
        (await timed(async () => value(await bench.api.quality.list({ kind, villageCode: null, isChecked: false, after: null }))))[0]
      )
    }
  }
  report('quality.counts', counts, 'ms', { residents, targetP95: TARGET_P95_MS })
  report('quality.page', pages, 'ms', { residents, targetP95: TARGET_P95_MS })
  await bench.close()
}

/** Everybody is compared once, in the background: how long, and how long nobody else got a turn meanwhile. */
async function firstPairSearch({ api, desk }: BenchDesk, residents: number): Promise<void> {
  const { pairSearchOf } = await import('../../src/main/residents/pair-search.ts')
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const turns = longestTurn()
  const [ms] = await timed(async () => {
    value(await api.pairs.counts({}))
    await pairSearchOf(desk)
  })
  delay.disable()
  const longestBlockMs = Math.round(delay.max / 1e5) / 10
  report('quality.firstPairSearch', [ms], 'ms', { residents, longestBlockMs, longestTurnCpuMs: turns.stop(), targetBlockMs: 50 })
}

/** The most processor time between two turns of the event loop: what a block is on a machine that does nothing else. */
function longestTurn(): { stop(): number } {
  let [longest, last, isOver] = [0, process.cpuUsage(), false]
  const turn = (): void => {
    const { user, system } = process.cpuUsage(last)
    last = process.cpuUsage()
    longest = Math.max(longest, user + system)
    if (!isOver) setImmediate(turn)
  }
  setImmediate(turn)
  return {
    stop: () => {
      isOver = true
      return Math.round(longest / 100) / 10
    }
  }
}
