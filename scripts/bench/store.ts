// What it costs to save a visit for good, beside the bare rows in the same run.

import { join } from 'node:path'
import { headOf } from '#main/changes/log'
import { NEWEST_VERSION } from '#main/database/migrate'
import { readKeys } from '#main/keys/desk-keys'
import { peopleFrom } from '../generated-people.ts'
import { randomFrom } from '../seeded.ts'
import { type BenchDesk, openBenchDesk } from './bench-desk.ts'
import { reportBeside } from './measure.ts'
import { openRawTwin, type RawTwin, writesOfLastChange } from './raw-twin.ts'
import { playVisit } from './visit.ts'

const WARM_UP = 50
const TARGET_RATIO = 3

export async function benchSave(visits: number, seed: number): Promise<void> {
  const bench = await openBenchDesk()
  const twin = openRawTwin(bench, await keyOf(bench), NEWEST_VERSION)
  const random = randomFrom(seed)
  const nextPerson = peopleFrom(random)
  const [whole, wholeRaw, each, eachRaw] = [[], [], [], []] as number[][] as [number[], number[], number[], number[]]
  const byName = new Map<string, [number[], number[]]>()
  for (let n = 1; n <= visits + WARM_UP; n++) {
    const saves: { name: string; ms: number; rawMs: number }[] = []
    await playVisit(bench.api, random, n, nextPerson, (name, call) => measured(bench, twin, name, call, saves))
    if (n <= WARM_UP) continue
    whole.push(saves.reduce((sum, save) => sum + save.ms, 0))
    wholeRaw.push(saves.reduce((sum, save) => sum + save.rawMs, 0))
    for (const { name, ms, rawMs } of saves) {
      each.push(ms)
      eachRaw.push(rawMs)
      const pair = byName.get(name) ?? [[], []]
      pair[0].push(ms)
      pair[1].push(rawMs)
      byName.set(name, pair)
    }
  }
  reportBeside('store.visit', whole, wholeRaw, 'ms', TARGET_RATIO)
  reportBeside('store.write', each, eachRaw, 'ms', TARGET_RATIO)
  if (process.env.BENCH_DETAIL) for (const [name, [ours, raw]] of byName) reportBeside(`store.write.${name}`, ours, raw, 'ms', TARGET_RATIO)
  twin.close()
  await bench.close()
}

async function measured<T>(
  bench: BenchDesk,
  twin: RawTwin,
  name: string,
  call: () => Promise<T>,
  saves: { name: string; ms: number; rawMs: number }[]
): Promise<T> {
  const before = headOf(bench.desk.raw).seq
  const from = performance.now()
  const answer = await call()
  const ms = performance.now() - from
  const { seq } = headOf(bench.desk.raw)
  if (seq !== before + 1) throw new Error(`${name} made ${seq - before} changes`)
  saves.push({ name, ms, rawMs: twin.replay(writesOfLastChange(bench, seq)) })
  return answer
}

async function keyOf({ data }: BenchDesk): Promise<Uint8Array> {
  const found = await readKeys(join(data, 'keys'), {
    name: 'bench',
    isProtected: false,
    wrap: async bytes => bytes,
    unwrap: async bytes => bytes
  })
  if (found.kind !== 'found') throw new Error('the desk has no keys')
  return found.keys.databaseKey
}
