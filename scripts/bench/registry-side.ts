// `node registry-side.ts build FILE ROWS SEED` and `measure FILE QUERIES`: our registry in a process of its own, so that its memory is its own.
import '../extensionless.ts'
import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { registryRows } from '../generated-registry/people.ts'
import { peakMb } from './peak-memory.ts'

const { buildRegistry } = await import('../../src/registry/build.ts')
const { openFile } = await import('../../src/registry/file.ts')
const { signerOf } = await import('../../src/registry/manifest.ts')
const { openRegistry, registryFrom } = await import('../../src/registry/open.ts')

export type Query = { typo: string; prefix: string; nik: string; village: string }
/** Milliseconds of each query in each round, and what the last round found. */
export type Measured = { rounds: number[][]; hits: string[][] }
export type Side = Record<'typo' | 'prefix' | 'nik' | 'village', Measured> & {
  openMs: number
  firstQueryMs: number
  firstQueryReads: number
  coldReads: number[]
  addedMb: number
}

const LIMIT = 20
const ROUNDS = 3
const COLD_QUERIES = 200
/** Measured under a published key: nothing in the file is about anybody. */
const KEY = new Uint8Array(32).fill(7)

const [, , what = '', file = '', ...rest] = process.argv
if (what === 'build') await build(Number(rest[0]), Number(rest[1]))
else process.stdout.write(`${JSON.stringify(measure(JSON.parse(readFileSync(rest[0] ?? '', 'utf8')) as Query[]))}\n`)

async function build(rows: number, seed: number): Promise<void> {
  const { privateKey } = generateKeyPairSync('ed25519')
  writeFileSync(`${file}.pem`, privateKey.export({ type: 'pkcs8', format: 'pem' }))
  const from = performance.now()
  const edition = { source: 'DTSEN', period: '2026-T4', takenOn: null, importedAt: 0, fileHash: null } as const
  await buildRegistry({ path: file, key: KEY, edition, signer: signerOf(privateKey), rows: registryRows(rows, seed) })
  const seconds = (performance.now() - from) / 1000
  process.stdout.write(`${JSON.stringify({ seconds, megabytes: statSync(file).size / 1e6, peakMb: peakMb() })}\n`)
}

function measure(queries: Query[]): Side {
  const { trust } = signerOf(createPrivateKey(readFileSync(`${file}.pem`)))
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  const [openMs, registry] = timed(() => openRegistry(file, KEY, trust))
  const reads = readCalls()
  const [firstQueryMs] = timed(() => registry.find({ text: queries[0]?.typo ?? '' }, LIMIT))
  const firstQueryReads = readCalls() - reads
  const niksOf = (query: Parameters<typeof registry.find>[0]): string[] =>
    registry.find(query, LIMIT).families.flatMap(family => family.hits.map(hit => `${hit.person.nik} ${hit.person.name}`))
  for (const { typo, prefix } of queries) niksOf({ text: typo }).concat(niksOf({ text: prefix }))
  globalThis.gc?.()
  const addedMb = (process.memoryUsage.rss() - before) / 1e6
  const run = (ask: (query: Query) => string[]): Measured => {
    const measured: Measured = { rounds: [], hits: [] }
    for (let round = 0; round < ROUNDS; round++) {
      const answers = queries.map(query => timed(() => ask(query)))
      measured.rounds.push(answers.map(([ms]) => ms))
      measured.hits = answers.map(([, found]) => found)
    }
    return measured
  }
  const nik = run(query => registry.byNik(query.nik).map(person => `${person.nik} ${person.name}`))
  const typo = run(query => niksOf({ text: query.typo }))
  const prefix = run(query => niksOf({ text: query.prefix }))
  const village = run(query => niksOf({ text: query.typo, villages: [query.village] }))
  registry.close()
  return { nik, typo, prefix, village, openMs, firstQueryMs, firstQueryReads, addedMb, coldReads: coldReads(queries) }
}

/** Pages read for a query when none is in memory but the list of words, which was read at the first query. */
function coldReads(queries: readonly Query[]): number[] {
  const { trust } = signerOf(createPrivateKey(readFileSync(`${file}.pem`)))
  const raw = openFile(file, KEY)
  const registry = registryFrom(raw, trust)
  registry.find({ text: queries[0]?.typo ?? '' }, LIMIT)
  const counts = queries.slice(0, COLD_QUERIES).map(({ typo }) => {
    raw.pragma('cache_size = 0')
    raw.pragma('shrink_memory')
    raw.pragma('cache_size = -64000')
    const before = readCalls()
    registry.find({ text: typo }, LIMIT)
    return readCalls() - before - 1
  })
  registry.close()
  return counts
}

function timed<T>(work: () => T): [ms: number, value: T] {
  const from = performance.now()
  const value = work()
  return [performance.now() - from, value]
}

/** Read calls of this process so far; Linux alone counts them. */
function readCalls(): number {
  return Number(/syscr: (\d+)/.exec(readFileSync('/proc/self/io', 'utf8'))?.[1] ?? Number.NaN)
}
