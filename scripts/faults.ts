// `npm run faults -- power|io|bitrot|kill|junk|pin [--points N] [--seed S]`: breaks a desk in every way that can be tried on one machine and counts what that
// costs. Prints one JSON line for each part; ends with 1 when anything acknowledged is gone, half written, damaged or shown otherwise without a word.
import './extensionless.ts'
import { parseArgs } from 'node:util'
import { buildWhenStale } from './build-when-stale.mjs'
import type { FlowName } from './faults/flows.ts'

const text = { type: 'string' } as const
const { values, positionals } = parseArgs({
  options: { points: text, seed: text, only: text, acts: text, parallel: text, formed: text },
  allowPositionals: true
})
const whole = (typed: string | undefined, otherwise: number): number => (typed === undefined ? otherwise : Number(typed))
const seed = whole(values.seed, Date.now() % 2 ** 31)
const [length, parallel] = [whole(values.acts, 60), whole(values.parallel, 2)]
const points = values.points === undefined ? undefined : Number(values.points)
const only = values.only?.split(',')

type Counted = Record<string, unknown> & { examples: string[] }
/** Each part: how many points unless told, what it tries, and which of its counts must be 0. */
const parts: Record<string, { bad: readonly string[]; run: () => AsyncGenerator<Counted> }> = {
  power: {
    bad: ['lost', 'half', 'corrupt', 'closed', 'backupsLost'],
    run: async function* () {
      const { powerCuts } = await import('./faults/power.ts')
      yield* powerCuts(await flowsAsked(), points ?? 1000, seed, length)
    }
  },
  io: {
    bad: ['lost', 'half', 'corrupt', 'closed', 'backupsLost', 'ghosts', 'stuck'],
    run: async function* () {
      const { failingCalls } = await import('./faults/io.ts')
      const { acts } = await import('./faults/acts.ts')
      const acting = (Object.keys(acts) as (keyof typeof acts)[]).filter(act => !only || only.includes(act))
      // a long day has the calls of the others again and again
      const flows = (await flowsAsked()).filter(flow => flow !== 'day' || only)
      for (const flow of [...acting, ...flows]) yield* failingCalls([flow], points, seed)
    }
  },
  bitrot: {
    bad: ['silent', 'stuck'],
    run: async function* () {
      const { bitRot, ROTTING } = await import('./faults/bitrot.ts')
      const kinds = (Object.keys(ROTTING) as (keyof typeof ROTTING)[]).filter(kind => !only || only.includes(kind))
      yield* await bitRot(kinds, points ?? 500, seed)
    }
  },
  kill: {
    bad: ['lost', 'half'],
    run: async function* () {
      const { kills } = await import('./faults/kill.ts')
      yield await kills(points ?? 100, seed, parallel)
    }
  },
  pin: {
    bad: ['over'],
    run: async function* () {
      const { guesses } = await import('./faults/pin.ts')
      yield guesses(points ?? 10_000, seed)
    }
  },
  junk: {
    bad: ['untyped', 'changed', 'thrown'],
    run: async function* () {
      const { junk } = await import('./faults/junk.ts')
      yield await junk({ points: points ?? 1000, seed, only, formed: values.formed === undefined ? undefined : Number(values.formed) })
    }
  }
}

async function flowsAsked(): Promise<FlowName[]> {
  const { flows } = await import('./faults/flows.ts')
  return (Object.keys(flows) as FlowName[]).filter(flow => !only || only.includes(flow))
}

const part = positionals.length === 1 ? parts[positionals[0] ?? ''] : undefined
if (!part || ![points ?? 1, length, seed, parallel].every(n => Number.isInteger(n) && n >= 0) || points === 0) {
  process.stderr.write(
    'npm run faults -- power|io|bitrot|kill|junk [--points N] [--seed S]\n' +
      '  power   N cuts in each flow (--acts N: how long the day is)      io      N failing calls in each flow and act; all of them when N is not given\n' +
      '  bitrot  N flips in each kind of file                             kill    N kills (--parallel N desks at a time)\n' +
      '  junk    N values for each call (--formed N: of its own form)     --only  flows, kinds of files or calls, parted by commas\n'
  )
  process.exit(2)
}
await buildWhenStale()
for (let from = performance.now(), next = part.run(); ; from = performance.now()) {
  const { value: found, done } = await next.next()
  if (done) break
  const { examples, ...counts } = found
  for (const line of examples) process.stderr.write(`${line}\n`)
  process.stdout.write(`${JSON.stringify({ ...counts, seconds: Math.round((performance.now() - from) / 1000), seed })}\n`)
  if (part.bad.some(name => Number(counts[name]) > 0)) process.exitCode = 1
}
