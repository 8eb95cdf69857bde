// `npm run bench -- store|search|fold|years|quality|letters|start|wire|sync|all [--seed N]`: one JSON line a metric. Measure on a machine that does nothing else.
// `sync` alone takes a few minutes; `--full` every line and the storm, `--only PLAN` one of them, `--pg` our server on PostgreSQL too.
import './extensionless.ts'
import { buildWhenStale } from './build-when-stale.mjs'
import { notUnderstood, said, wholeNumber } from './said.ts'

const USAGE =
  'npm run bench -- store|search|years|quality|letters|audit|safety|start|import|sync|all [--seed N]   (store = save, residents and fold; search = residents and registry; import [--rows N]; sync [--full] [--pg] [--only PLAN] [--sides ours,pouchdb])'
const { values, positionals } = said(
  USAGE,
  {
    seed: { type: 'string' },
    full: { type: 'boolean', default: false },
    pg: { type: 'boolean', default: false },
    only: { type: 'string' },
    sides: { type: 'string' },
    rows: { type: 'string' }
  },
  Number.POSITIVE_INFINITY
)
const seed = wholeNumber(USAGE, 'seed', values.seed, 1)
const rows = wholeNumber(USAGE, 'rows', values.rows, 1_000_000, 1)

const parts: Record<string, () => Promise<void>> = {
  save: async () => (await import('./bench/store.ts')).benchSave(300, seed),
  residents: async () => (await import('./bench/search.ts')).benchSearch(50_000, seed),
  registry: async () => (await import('./bench/registry-search.ts')).benchRegistrySearch(2_000_000, seed),
  fold: async () => (await import('./bench/fold.ts')).benchFold(50_000, seed),
  years: async () => (await import('./bench/years.ts')).benchYears(50_000, seed),
  quality: async () => (await import('./bench/quality.ts')).benchQuality(50_000, seed),
  letters: async () => (await import('./bench/letters.ts')).benchLetters(50, seed),
  audit: async () => (await import('./bench/audit.ts')).benchAudit(100_000),
  safety: async () => (await import('./bench/safety.ts')).benchSafety(100, seed),
  start: async () => (await import('./bench/start.ts')).benchStart(20),
  import: async () => (await import('./bench/import.ts')).benchImport(rows, seed),
  sync: async () => {
    const { full: isFull, pg: withPostgres, only, sides } = values
    await (await import('./bench/sync.ts')).benchSync({ seed, isFull, withPostgres, only, sides: sides?.split(',') })
  }
}
/** Minutes each, so they are asked for by name. */
const slow = ['sync', 'years', 'registry', 'import', 'safety']
const groups: Record<string, string[]> = {
  store: ['save', 'residents', 'fold'],
  search: ['residents', 'registry'],
  all: Object.keys(parts).filter(name => !slow.includes(name))
}

const asked = positionals.flatMap(name => groups[name] ?? [name])
const unknown = asked.filter(name => !Object.hasOwn(parts, name))
if (asked.length === 0 || unknown.length > 0)
  notUnderstood(unknown.length > 0 ? `"${unknown[0]}" is not measured here.` : 'What is to be measured?', USAGE)
await buildWhenStale()
for (const name of asked) await parts[name]?.()
