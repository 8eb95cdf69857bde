// `npm run faults -- power --points 1000 [--seed N]`: what a desk has left after power cuts. Prints one JSON line; ends with 1 when anything
// acknowledged is gone, half written or damaged. `npm run kill-rounds` kills the whole program.
import './extensionless.ts'
import { parseArgs } from 'node:util'
import { buildWhenStale } from './build-when-stale.mjs'

const { values, positionals } = parseArgs({
  options: { points: { type: 'string', default: '1000' }, seed: { type: 'string' }, acts: { type: 'string', default: '60' } },
  allowPositionals: true
})
const [points, acts, seed] = [Number(values.points), Number(values.acts), Number(values.seed ?? Date.now() % 2 ** 31)]
if (positionals.join() !== 'power' || ![points, acts, seed].every(Number.isInteger) || points < 1 || acts < 1) {
  process.stderr.write('npm run faults -- power --points N [--seed S] [--acts N]\n')
  process.exit(2)
}
await buildWhenStale()
const from = performance.now()
const { powerCuts } = await import('./faults/power.ts')
const { examples, ...found } = await powerCuts(points, seed, acts)
for (const line of examples) process.stderr.write(`${line}\n`)
process.stdout.write(`${JSON.stringify({ ...found, seconds: Math.round((performance.now() - from) / 1000), seed, acts })}\n`)
process.exitCode = found.lost + found.half + found.corrupt + found.closed + found.backupsLost > 0 ? 1 : 0
