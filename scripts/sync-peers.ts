// `node scripts/sync-peers.ts --documents FILE [--profile quick|full] [--only PLAN] [--seed N]`: PouchDB and RxDB alone, on any JSON array of documents with ids.
import { parseArgs } from 'node:util'
import { openPeers } from './bench/sync-peers.ts'
import { PROFILES, planNamed, runPlans } from './bench/sync-plans.ts'

const { values } = parseArgs({
  options: {
    documents: { type: 'string' },
    profile: { type: 'string', default: 'quick' },
    only: { type: 'string' },
    seed: { type: 'string', default: '1' },
    'give-up': { type: 'string', default: '180' }
  }
})
const { documents: documentsFile, only } = values
const one = only === undefined ? undefined : planNamed(only)
const plans = only === undefined ? PROFILES[values.profile === 'full' ? 'full' : 'quick'] : one && [one]
if (!documentsFile || !plans) {
  process.stderr.write('node scripts/sync-peers.ts --documents FILE [--profile quick|full] [--only PLAN] [--seed N] [--give-up SECONDS]\n')
  process.exit(2)
}
const files = { visits: documentsFile, changes: documentsFile }
const peers = openPeers()
await runPlans(plans, () => peers, { files, seed: Number(values.seed), giveUpMs: Number(values['give-up']) * 1000 })
