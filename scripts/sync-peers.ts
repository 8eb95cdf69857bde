// `node scripts/sync-peers.ts --documents FILE [--profile quick|full] [--only PLAN] [--seed N]`: PouchDB and RxDB alone, on any JSON array of documents with ids.
import { openPeers } from './bench/sync-peers.ts'
import { PROFILES, planNamed, runPlans } from './bench/sync-plans.ts'
import { notUnderstood, said, wholeNumber } from './said.ts'

const USAGE = 'node scripts/sync-peers.ts --documents FILE [--profile quick|full] [--only PLAN] [--seed N] [--give-up SECONDS]'
const { values } = said(USAGE, {
  documents: { type: 'string' },
  profile: { type: 'string', default: 'quick' },
  only: { type: 'string' },
  seed: { type: 'string' },
  'give-up': { type: 'string' }
})
const { documents: documentsFile, only } = values
const one = only === undefined ? undefined : planNamed(only)
const plans = only === undefined ? PROFILES[values.profile === 'full' ? 'full' : 'quick'] : one && [one]
if (!documentsFile || !plans) notUnderstood(plans ? '--documents names the file.' : `No plan is called ${only}.`, USAGE)
const files = { visits: documentsFile, changes: documentsFile }
const peers = openPeers()
const seed = wholeNumber(USAGE, 'seed', values.seed, 1)
await runPlans(plans, () => peers, { files, seed, giveUpMs: wholeNumber(USAGE, 'give-up', values['give-up'], 180, 1) * 1000 })
