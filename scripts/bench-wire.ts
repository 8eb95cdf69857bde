// `node scripts/bench-wire.ts [--seed N] [--visits N]`: what whole visits take on the line. One JSON line a metric.
import './extensionless.ts'
import { parseArgs } from 'node:util'

const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' }, visits: { type: 'string', default: '1000' } } })
const { benchWire } = await import('./bench/wire.ts')
await benchWire(Number(values.visits), Number(values.seed))
process.exit(0)
