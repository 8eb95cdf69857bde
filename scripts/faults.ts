// `npm run faults -- power|io|bitrot|kill|junk|pin [--points N] [--seed S]`: breaks a desk in every way that can be tried on one machine and counts what that
// costs. Prints one JSON line for each part; ends with 1 when anything acknowledged is gone, half written, damaged or shown otherwise without a word.
import './extensionless.ts'
import { buildWhenStale } from './build-when-stale.mjs'
import { notUnderstood, said, wholeNumber } from './said.ts'

const text = { type: 'string' } as const
const USAGE = [
  'npm run faults -- power|io|bitrot|kill|junk|pin [--points N] [--seed S]',
  '  power   N cuts in each flow (--acts N: how long the day is)      io      N failing calls in each flow and act; all of them when N is not given',
  '  bitrot  N flips in each kind of file                             kill    N kills (--parallel N desks at a time)',
  '  junk    N values for each call (--formed N: of its own form)     pin     N guesses at each lock',
  '  --only  flows, kinds of files or calls, parted by commas'
].join('\n')
const { values, positionals } = said(USAGE, { points: text, seed: text, only: text, acts: text, parallel: text, formed: text }, 1)
const whole = (name: keyof typeof values, least: number) => wholeNumber(USAGE, name, values[name], undefined, least)
const seed = whole('seed', 0) ?? Date.now() % 2 ** 31
const [length, parallel] = [whole('acts', 1) ?? 60, whole('parallel', 1) ?? 2]
const [points, formed] = [whole('points', 1), whole('formed', 0)]
const only = values.only?.split(',')

type Counted = Record<string, unknown> & { examples: string[] }
/** Each part: how many points unless told, what it tries, and which of its counts must be 0. */
const parts: Record<string, { bad: readonly string[]; run: () => AsyncGenerator<Counted> }> = {
  power: {
    bad: ['lost', 'half', 'corrupt', 'closed', 'backupsLost'],
    run: async function* () {
      const { powerCuts } = await import('./faults/power.ts')
      const { flows } = await import('./faults/flows.ts')
      yield* powerCuts(asked(namesOf(flows)), points ?? 1000, seed, length)
    }
  },
  io: {
    bad: ['lost', 'half', 'corrupt', 'closed', 'backupsLost', 'ghosts', 'stuck'],
    run: async function* () {
      const { failingCalls } = await import('./faults/io.ts')
      const { acts } = await import('./faults/acts.ts')
      const { flows } = await import('./faults/flows.ts')
      // a long day has the calls of the others again and again
      const breaking = asked([...namesOf(acts), ...namesOf(flows)]).filter(one => one !== 'day' || only)
      for (const one of breaking) yield* failingCalls([one], points, seed)
    }
  },
  bitrot: {
    bad: ['silent', 'stuck'],
    run: async function* () {
      const [{ bitRot }, { ROTTING }] = await Promise.all([import('./faults/bitrot.ts'), import('./faults/rotting.ts')])
      yield* await bitRot(asked(namesOf(ROTTING)), points ?? 500, seed)
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
      const found = await junk({ points: points ?? 1000, seed, only, formed })
      if (found.calls === 0) notUnderstood(`--only ${values.only}: no call begins so.`, USAGE)
      yield found
    }
  }
}

function namesOf<N extends string>(things: Record<N, unknown>): N[] {
  return Object.keys(things) as N[]
}

/** Those that `--only` names, else all. */
function asked<N extends string>(names: readonly N[]): N[] {
  const strange = only?.find(name => !names.some(known => known === name))
  if (strange !== undefined) notUnderstood(`--only ${strange}: there is ${names.join(', ')}.`, USAGE)
  return names.filter(name => !only || only.includes(name))
}

const part = parts[positionals[0] ?? ''] ?? notUnderstood('What is to be broken?', USAGE)
await buildWhenStale()
for (let from = performance.now(), next = part.run(); ; from = performance.now()) {
  const { value: found, done } = await next.next()
  if (done) break
  const { examples, ...counts } = found
  for (const line of examples) process.stderr.write(`${line}\n`)
  process.stdout.write(`${JSON.stringify({ ...counts, seconds: Math.round((performance.now() - from) / 1000), seed })}\n`)
  if (part.bad.some(name => Number(counts[name]) > 0)) process.exitCode = 1
}
