// `npm run sim -- --runs N --seed S [--desks K] [--real] [--plant NAME] [--list-plants]`: desks and a server in one process, with everything that goes wrong.
// Ends with 1, and the shortest story that shows it, when an invariant of reliability.md 3.2 does not hold.
import './extensionless.ts'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    seed: { type: 'string' },
    desks: { type: 'string', default: '3' },
    plant: { type: 'string' },
    real: { type: 'boolean', default: false },
    'list-plants': { type: 'boolean', default: false }
  }
})
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed)
const { simulate } = await import('../test/sync/sim/simulate.ts')
process.exitCode = await simulate({
  runs: Number(values.runs),
  seed,
  desks: Number(values.desks),
  plant: values.plant,
  isList: values['list-plants'],
  isReal: values.real
})
