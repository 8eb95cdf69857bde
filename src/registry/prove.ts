import type Database from 'better-sqlite3'
import type { Edition } from '#shared/registry/edition'
import { ContentHash } from './content-hash'
import { asRegistryError, openFile } from './file'
import { readManifest } from './manifest'
import { eachRowAsJson } from './read-rows'
import { RegistryError, type RegistryTrust } from './registry'

const PORTION = 50_000
/** Past every row; and of the rows the share that is summed up here when others are beside: it is here alone that the pages are looked through. */
const [ALL, HERE] = [Number.MAX_SAFE_INTEGER, 0.45]

/** How many rows there are, and their content hash. */
export type PartSum = { count: number; sum: string }

export type Proving = {
  path: string
  key: Uint8Array
  trust: RegistryTrust
  /** Called between portions with the share that is done; throws to stop it. */
  pause: (share: number) => Promise<void>
  /** Sums up rows from one up to and with another at the same time. */
  sumBeside?: (from: number, to: number) => Promise<PartSum>
}

/**
 * Reads a finished file through, page by page and row by row, and compares it with what its manifest promises; throws a RegistryError.
 * Every page carries a tag, so a single changed bit is found.
 */
export async function proveRegistry({ path, key, trust, pause, sumBeside }: Proving): Promise<Edition> {
  const raw = openFile(path, key)
  try {
    const edition = readManifest(raw, trust)
    const last = sumBeside ? Math.floor(HERE * edition.rowCount) : ALL
    const beside = sumBeside ? [sumBeside(last + 1, ALL)] : []
    // it is waited for at the end, and until then a failure stays there
    for (const sum of beside) sum.catch(() => undefined)
    if (raw.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new RegistryError('damaged')
    await pause(0.3)
    const sums: PartSum[] = []
    for (const part of sumsUpTo(last, raw, edition)) {
      sums.push(part)
      await pause(0.3 + (0.7 * PORTION * sums.length) / Math.max(PORTION * sums.length, edition.rowCount))
    }
    sums.push(...(await Promise.all(beside)))
    if (!isPromised(sums, edition)) throw new RegistryError('other-content')
    return edition
  } catch (error) {
    throw asRegistryError(error)
  } finally {
    raw.close()
  }
}

function isPromised(sums: readonly PartSum[], { rowCount, contentHash }: Edition): boolean {
  const whole = new ContentHash()
  for (const { sum } of sums) whole.addSet(sum)
  return sums.reduce((rows, { count }) => rows + count, 0) === rowCount && whole.digest() === contentHash
}

/** The rows up to and with the last one, portion by portion. */
function* sumsUpTo(last: number, raw: Database.Database, { rowCount }: Edition): Generator<PartSum> {
  for (let from = 1; from <= last; from += PORTION) {
    const isEnd = from + PORTION > rowCount
    // a row too many is counted too
    yield hashOfRows(raw, from, isEnd ? last : Math.min(last, from + PORTION - 1))
    if (isEnd) return
  }
}

/** The rows from one up to and with another. */
export function hashOfRows(raw: Database.Database, from: number, to: number): PartSum {
  const hash = new ContentHash()
  let count = 0
  for (const row of eachRowAsJson(raw, from, to)) {
    hash.addJson(row)
    count++
  }
  return { count, sum: hash.digest() }
}
