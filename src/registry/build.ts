import { existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type Database from 'better-sqlite3'
import type { Edition } from '#shared/registry/edition'
import type { RegistryPerson } from '#shared/registry/person'
import { syncFile, syncFolder } from '#wire/sync-folder'
import { ContentHash } from './content-hash'
import { asRegistryError, createFile } from './file'
import { FORMAT, INDEXES, PERSON_COLUMNS, TABLES } from './layout'
import { writeManifest } from './manifest'
import { Bearers } from './names/bearers'
import { writeNames } from './names/write-names'
import { columnsOf, type Villages } from './person-columns'
import { PersonWriter } from './person-writer'
import { proveRegistry } from './prove'
import { inWords } from './read-rows'
import { type BuildRegistry, type BuildRequest, RegistryError } from './registry'
import { shred } from './shred'

/** A head more rows away than this is looked for by the family card. */
const FAMILY_REACH = 64

/** See `BuildRegistry`. The disk needs room for both files until the new one is proven. */
export const buildRegistry: BuildRegistry = async request => {
  const unfinished = `${request.path}.part`
  try {
    rmSync(unfinished, { force: true })
    const edition = await write(request, unfinished)
    if (request.contentHash && edition.contentHash !== request.contentHash) throw new RegistryError('other-content')
    await tell(request, 'proof', 0, edition.rowCount)
    await proveRegistry(unfinished, request.key, request.signer.trust, share =>
      tell(request, 'proof', share * edition.rowCount, edition.rowCount)
    )
    replace(unfinished, request.path)
    return edition
  } catch (error) {
    shred(unfinished)
    throw asRegistryError(error)
  }
}

async function write(request: BuildRequest, path: string): Promise<Edition> {
  const raw = createFile(path, request.key)
  try {
    raw.exec(TABLES)
    // one transaction without a journal: a failure anywhere leaves a file that is thrown away
    raw.exec('begin')
    const bearers = new Bearers()
    const contentHash = await writeRows(raw, request, bearers)
    const edition: Edition = { ...request.edition, rowCount: bearers.rows, contentHash }
    await writeNames(raw, bearers.inOrder(), share => tell(request, 'names', share * edition.rowCount, edition.rowCount))
    for (const [step, sql] of INDEXES.entries()) {
      await tell(request, 'numbers', (step * edition.rowCount) / INDEXES.length, edition.rowCount)
      raw.exec(sql)
    }
    writeManifest(raw, edition, FORMAT, request.signer)
    raw.exec('commit')
    return edition
  } finally {
    raw.close()
  }
}

async function writeRows(raw: Database.Database, request: BuildRequest, bearers: Bearers): Promise<string> {
  const hash = new ContentHash()
  const villages = new VillageNumbers(raw)
  const writer = new PersonWriter(raw)
  for await (const batch of inFamilies(request.rows)) {
    for (const { person, head } of batch) {
      const columns = columnsOf(person, villages)
      hash.add(inWords(columns, villages.list))
      bearers.add(person.name, Number(columns[VILLAGE] ?? 0), person.birthDate === null ? 0 : Number(person.birthDate.slice(0, 4)))
      writer.save(columns, head)
    }
    await tell(request, 'rows', bearers.rows, null)
  }
  return hash.digest()
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
