// `npm run sim -- --runs N --seed S [--desks K] [--real] [--plant NAME] [--list-plants]`: desks and a server in one process, with everything that goes wrong.
// Ends with 1, and the shortest story that shows it, when an invariant of reliability.md 3.2 does not hold.
import './extensionless.ts'
import { said, wholeNumber } from './said.ts'

const USAGE = 'npm run sim -- --runs N --seed S [--desks K] [--real] [--plant NAME] [--list-plants]'
const { values } = said(USAGE, {
  runs: { type: 'string' },
  seed: { type: 'string' },
  desks: { type: 'string' },
  plant: { type: 'string' },
  real: { type: 'boolean', default: false },
  'list-plants': { type: 'boolean', default: false }
})
const { simulate } = await import('../test/sync/sim/simulate.ts')
process.exitCode = await simulate(
  {
    runs: wholeNumber(USAGE, 'runs', values.runs, 1000, 1),
    seed: wholeNumber(USAGE, 'seed', values.seed, Date.now() % 2 ** 31),
    desks: wholeNumber(USAGE, 'desks', values.desks, 3, 1, 200),
    plant: values.plant,
    isList: values['list-plants'],
    isReal: values.real
  },
  new URL('sim-thread.ts', import.meta.url)
)
