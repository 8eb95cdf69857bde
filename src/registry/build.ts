import { existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type Database from 'better-sqlite3'
import type { Edition } from '#shared/registry/edition'
import type { RegistryPerson } from '#shared/registry/person'
import { shred } from '#wire/shred'
import { syncFile, syncFolder } from '#wire/sync-folder'
import { asRegistryError, createFile } from './file'
import { FORMAT, INDEXES, PERSON_COLUMNS, TABLES } from './layout'
import { writeManifest } from './manifest'
import { factsOf } from './names/name-index'
import { saveNameRows } from './names/name-rows'
import { columnsOf, type Villages } from './person-columns'
import { PersonWriter } from './person-writer'
import { proveRegistry } from './prove'
import { inWords } from './read-rows'
import { type BuildRegistry, type BuildRequest, RegistryError } from './registry'
import { type Beside, inSecondThread, inThisThread } from './second-thread'

/** A head more rows away than this is looked for by the family card. */
const FAMILY_REACH = 64

/** See `BuildRegistry`. The disk needs room for both files until the new one is proven. */
export const buildRegistry: BuildRegistry = async request => {
  const { path, key, signer } = request
  const unfinished = `${path}.part`
  const beside = request.secondThread ? inSecondThread(request.secondThread) : inThisThread()
  try {
    rmSync(unfinished, { force: true })
    const edition = await write(request, unfinished, beside)
    await tell(request, 'proof', 0, edition.rowCount)
    await proveRegistry({
      path: unfinished,
      key,
      trust: signer.trust,
      pause: share => tell(request, 'proof', share * edition.rowCount, edition.rowCount),
      ...(request.secondThread && { sumBeside: (from, to) => beside.sumOf({ path: unfinished, key, from, to }) })
    })
    replace(unfinished, path)
    return edition
  } catch (error) {
    await beside.end()
    shred(unfinished)
    throw asRegistryError(error)
  } finally {
    await beside.end()
  }
}

async function write(request: BuildRequest, path: string, beside: Beside): Promise<Edition> {
  const raw = createFile(path, request.key)
  try {
    raw.exec(TABLES)
    // one transaction without a journal: a failure anywhere leaves a file that is thrown away
    raw.exec('begin')
    const rowCount = await writeRows(raw, request, beside)
    const edition: Edition = { ...request.edition, rowCount, contentHash: request.contentHash ?? (await beside.contentHash()) }
    const names = beside.names()
    for (const [step, sql] of INDEXES.entries()) {
      await tell(request, 'numbers', (step * rowCount) / INDEXES.length, rowCount)
      raw.exec(sql)
    }
    await tell(request, 'names', 0, rowCount)
    for await (const { done, ...rows } of names) {
      saveNameRows(raw, rows)
      await tell(request, 'names', done * rowCount, rowCount)
    }
    writeManifest(raw, edition, FORMAT, request.signer)
    raw.exec('commit')
    return edition
  } finally {
    raw.close()
  }
}

/** Says how many rows there are. What somebody has promised of them is not reckoned here: the proof compares it with what lies in the file. */
async function writeRows(raw: Database.Database, request: BuildRequest, beside: Beside): Promise<number> {
  const villages = new VillageNumbers(raw)
  const writer = new PersonWriter(raw)
  let count = 0
  for await (const batch of inFamilies(request.rows)) {
    const written = { names: [] as string[], facts: new Uint32Array(batch.length), rows: [] as string[] }
    for (const [at, { person, head }] of batch.entries()) {
      const columns = columnsOf(person, villages)
      written.names.push(person.name)
      written.facts[at] = factsOf(Number(columns[VILLAGE] ?? 0), person.birthDate === null ? 0 : Number(person.birthDate.slice(0, 4)))
      if (!request.contentHash) written.rows.push(JSON.stringify(inWords(columns, villages.list)))
      writer.save(columns, head)
    }
    count += batch.length
    await beside.add(written)
    await tell(request, 'rows', count, null)
  }
  return count
}

const VILLAGE = PERSON_COLUMNS.indexOf('village')

/** Gives villages numbers as they come. */
class VillageNumbers implements Villages {
  readonly #numbers = { kemendagri: new Map<string, number>(), bps: new Map<string, number>() }
  readonly list = new Map<number, NonNullable<RegistryPerson['village']>>()
  readonly #save: Database.Statement

  constructor(raw: Database.Database) {
    this.#save = raw.prepare('insert into village values(?, ?, ?)')
  }

  numberOf(village: NonNullable<RegistryPerson['village']>): number {
    const { codeSet, code } = village
    const known = this.#numbers[codeSet].get(code)
    if (known !== undefined) return known
    const number = this.list.size + 1
    this.#numbers[codeSet].set(code, number)
    this.list.set(number, village)
    this.#save.run(number, codeSet, code)
    return number
  }
}

type Placed = { person: RegistryPerson; head: number | null }

/** Holds a family back until it is whole, so that each of its rows can name the row of the head. */
async function* inFamilies(rows: AsyncIterable<RegistryPerson[]>): AsyncGenerator<Placed[]> {
  let family: RegistryPerson[] = []
  let written = 0
  const place = (): Placed[] => {
    const at = family.findIndex(person => person.relation === 'head')
    const head = at < 0 || !family[at]?.kk ? null : written + at + 1
    written += family.length
    const placed = family.map(person => ({ person, head }))
    family = []
    return placed
  }
  for await (const batch of rows) {
    const whole: Placed[] = []
    for (const person of batch) {
      if (family.length > 0 && (person.kk !== family[0]?.kk || family.length >= FAMILY_REACH)) whole.push(...place())
      family.push(person)
    }
    yield whole
  }
  yield place()
}

/** Progress, and the moment at which a cancel is noticed and others get their turn. */
async function tell(
  request: BuildRequest,
  step: 'rows' | 'names' | 'numbers' | 'proof',
  done: number,
  total: number | null
): Promise<void> {
  request.onProgress?.({ step, done: Math.round(done), total })
  await setImmediate()
  if (request.signal?.aborted) throw new RegistryError('cancelled')
}

/** The proven file takes the old one's place in one step; only then is the old one overwritten. */
function replace(proven: string, path: string): void {
  const old = `${path}.old`
  syncFile(proven)
  const isOldKept = keepSecondName(path, old)
  renameSync(proven, path)
  syncFolder(dirname(path))
  if (isOldKept) shred(old)
}

/** A second name keeps the old bytes within reach once the new file has taken the first; a drive without such names just loses them. */
function keepSecondName(path: string, second: string): boolean {
  if (!existsSync(path)) return false
  try {
    rmSync(second, { force: true })
    linkSync(path, second)
    return true
  } catch {
    return false
  }
}
