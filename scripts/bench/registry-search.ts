// The registry of a district of two million: how soon it answers, how much it finds, what it costs; and two search libraries on the first million.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nameWords } from '#shared/residents/name-key'
import { misspelt } from '../generated-registry/misspell.ts'
import { registryRows } from '../generated-registry/people.ts'
import { randomFrom } from '../seeded.ts'
import { installPeers, PEERS } from './install-peers.ts'
import { quantile, report } from './measure.ts'
import type { Measured, Query, Side } from './registry-side.ts'

const QUERIES = 1000
const QUERIES_BESIDE = 300

type Asked = Query & { name: string }

/** `people` for our own figures; half as many beside the libraries, which keep all in memory. */
export async function benchRegistrySearch(people: number, seed: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-registry-'))
  try {
    await whole(folder, people, seed)
    await beside(folder, people / 2, seed)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function whole(folder: string, rows: number, seed: number): Promise<void> {
  const { asked } = await sample(rows, QUERIES, seed)
  const side = ours(folder, rows, seed, asked)
  report('registry.nik', all(side.nik), 'ms', { rows, targetP95: 0.1 })
  report('registry.typo', all(side.typo), 'ms', {
    rows,
    targetP95: 4,
    ...recalls(asked, side.typo),
    targetRecall: 0.96
  })
  report('registry.typoInVillage', all(side.village), 'ms', {
    rows,
    personRecall: share(asked, side.village, isPerson)
  })
  report('registry.prefix', all(side.prefix), 'ms', { rows, targetP95: 3, ...recalls(asked, side.prefix) })
  report('registry.open', [side.openMs], 'ms', { rows })
  report('registry.firstQuery', [side.firstQueryMs], 'ms', { rows, target: 150, reads: side.firstQueryReads })
  report('registry.coldPages', side.coldReads, 'pages', { rows, target: 60 })
  report('registry.memory', [side.addedMb], 'MB', { rows, target: 80 })
}

async function beside(folder: string, rows: number, seed: number): Promise<void> {
  installPeers(['minisearch', 'flexsearch'])
  const { asked, names } = await sample(rows, QUERIES_BESIDE, seed)
  const side = ours(folder, rows, seed, asked)
  report('registry.beside.ours.typo', all(side.typo), 'ms', {
    rows,
    ...recalls(asked, side.typo),
    addedMb: Math.round(side.addedMb)
  })
  report('registry.beside.ours.prefix', all(side.prefix), 'ms', { rows, ...recalls(asked, side.prefix) })
  const [namesFile, queriesFile] = [join(folder, 'names.txt'), join(folder, 'queries.json')]
  writeFileSync(namesFile, names.join('\n'))
  writeFileSync(queriesFile, JSON.stringify(asked))
  for (const library of ['minisearch', 'flexsearch']) {
    const peer = run(['--max-old-space-size=12000', '--expose-gc', join(PEERS, 'names.mjs'), library, namesFile, queriesFile]) as Peer
    for (const kind of ['typo', 'prefix'] as const) {
      const named = { rounds: peer[kind].rounds, hits: peer[kind].hits.map(ids => ids.map(id => ` ${names[id]}`)) }
      const more = {
        rows,
        nameRecall: share(asked, named, isNamesake),
        addedMb: Math.round(peer.addedMb),
        buildSeconds: Math.round(peer.buildSeconds)
      }
      const faster = quantile(all(named), 0.95) / quantile(all(side[kind]), 0.95)
      report(`registry.beside.${library}.${kind}`, all(named), 'ms', { ...more, oursFasterAtP95: Number(faster.toPrecision(3)) })
    }
  }
}

type Peer = { addedMb: number; buildSeconds: number } & Record<'typo' | 'prefix', { rounds: number[][]; hits: number[][] }>

function ours(folder: string, rows: number, seed: number, asked: Asked[]): Side {
  const script = join(import.meta.dirname, 'registry-side.ts')
  const file = join(folder, `${rows}.registry`)
  const queriesFile = join(folder, `${rows}.json`)
  writeFileSync(queriesFile, JSON.stringify(asked))
  const built = run([script, 'build', file, String(rows), String(seed)]) as { seconds: number; megabytes: number; peakMb: number }
  report('registry.build', [built.seconds], 's', { rows, megabytes: Math.round(built.megabytes), peakMb: Math.round(built.peakMb) })
  const side = run(['--expose-gc', script, 'measure', file, queriesFile]) as Side
  rmSync(file)
  return side
}

function run(args: string[]): unknown {
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 30, stdio: ['ignore', 'pipe', 'inherit'] }))
}

/** People spread over the whole registry, each with a misspelt name and with a name that is still being typed. */
async function sample(rows: number, count: number, seed: number): Promise<{ asked: Asked[]; names: string[] }> {
  const random = randomFrom(seed + 1)
  const names: string[] = []
  const asked: Asked[] = []
  for await (const batch of registryRows(rows, seed)) {
    for (const { name, nik, village } of batch) {
      if (names.push(name) % Math.floor(rows / count) !== 0 || nik === null || !village) continue
      asked.push({ name, nik, village: village.code, typo: misspelt(random, name), prefix: stillTyped(name) })
    }
  }
  return { asked, names }
}

/** All words, the last one to six tenths and at least two letters. */
function stillTyped(name: string): string {
  const last = name.slice(name.lastIndexOf(' ') + 1)
  return name.slice(0, name.length - last.length + Math.max(2, Math.ceil(0.6 * last.length)))
}

/** Every sample of every round: no round is left out for having been slow. */
const all = ({ rounds }: Pick<Measured, 'rounds'>): number[] => rounds.flat()

const written = (name: string): string => nameWords(name).join(' ')
const isPerson = (hit: string, { nik }: Asked): boolean => hit.startsWith(`${nik} `)
/** Somebody of that very name: of hundreds of namesakes no search by name can know the one that is meant. */
const isNamesake = (hit: string, { name }: Asked): boolean => written(hit.slice(hit.indexOf(' ') + 1)) === written(name)

function recalls(asked: readonly Asked[], measured: Measured): Record<string, number> {
  const isLong = asked.map(({ name }) => written(name).includes(' '))
  const several = { hits: measured.hits.filter((_, index) => isLong[index]) }
  return {
    nameRecall: share(asked, measured, isNamesake),
    nameRecallOfSeveralWords: share(
      asked.filter((_, index) => isLong[index]),
      several,
      isNamesake
    ),
    personRecall: share(asked, measured, isPerson)
  }
}

function share(asked: readonly Asked[], { hits }: Pick<Measured, 'hits'>, isIt: (hit: string, asked: Asked) => boolean): number {
  const found = asked.filter((one, index) => hits[index]?.some(hit => isIt(hit, one))).length
  return Number((found / asked.length).toFixed(3))
}
