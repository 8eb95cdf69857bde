// `npm run kill-rounds -- --rounds 200 [--seed N] [--parallel 2]`: kills the desk over and over and counts what it forgot.
// Prints one JSON line; ends with 1 when an acknowledged answer is gone or something is half-written.
import { parseArgs } from 'node:util'
import { buildWhenStale } from './build-when-stale.mjs'
import { killRounds } from './kill-rounds/rounds.ts'

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '200' }, seed: { type: 'string' }, parallel: { type: 'string', default: '2' } }
})
const [rounds, parallel] = [Number(values.rounds), Number(values.parallel)]
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed)
if (!Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(parallel) || parallel < 1 || !Number.isInteger(seed)) {
  process.stderr.write('--rounds, --parallel and --seed are whole numbers, the first two at least 1\n')
  process.exit(2)
}

await buildWhenStale()
const startedAt = performance.now()
const shares = Array.from({ length: Math.min(parallel, rounds) }, (_, i) => Math.ceil((rounds - i) / parallel))
const outcomes = await Promise.all(shares.map((share, i) => killRounds(share, seed + i)))
const sum = (count: (outcome: (typeof outcomes)[number]) => number): number => outcomes.reduce((all, outcome) => all + count(outcome), 0)
const [lost, half] = [sum(outcome => outcome.lost.length), sum(outcome => outcome.half.length)]
for (const line of outcomes.flatMap(outcome => [...outcome.lost, ...outcome.half]).slice(0, 20)) process.stderr.write(`${line}\n`)

const seconds = Math.round((performance.now() - startedAt) / 1000)
const acknowledged = sum(outcome => outcome.acknowledged)
process.stdout.write(`${JSON.stringify({ rounds: sum(outcome => outcome.rounds), acknowledged, lost, half, seconds, seed, parallel })}\n`)
process.exitCode = lost + half > 0 ? 1 : 0
