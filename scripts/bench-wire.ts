// `node scripts/bench-wire.ts [--seed N] [--visits N]`: what whole visits take on the line. One JSON line a metric.
import './extensionless.ts'
import { said, wholeNumber } from './said.ts'

const USAGE = 'node scripts/bench-wire.ts [--seed N] [--visits N]'
const { values } = said(USAGE, { seed: { type: 'string' }, visits: { type: 'string' } })
const { benchWire } = await import('./bench/wire.ts')
await benchWire(wholeNumber(USAGE, 'visits', values.visits, 1000, 1), wholeNumber(USAGE, 'seed', values.seed, 1))
process.exit(0)
