import type Database from 'better-sqlite3'
import type { OrderedBearers } from './bearers'
import { NameBlockWriter } from './name-blocks'
import { NameWords } from './name-words'
import { NarrowLists } from './narrow-lists'
import { savePart } from './parts'
import { holdersOf, packPostings } from './posting'
import { saveVocabulary, vocabularyParts } from './vocabulary'

/** Called between portions of the work with the share that is done, 0 to 1; throws to stop it. */
export type Pause = (share: number) => Promise<void>

const PORTION = 50_000

/** Writes everything by which names are found. */
export async function writeNames(raw: Database.Database, bearers: OrderedBearers, pause: Pause): Promise<void> {
  const words = await writeBearers(raw, bearers, pause)
  await writePostings(raw, words, pause)
}

async function writeBearers(
  raw: Database.Database,
  { names, count, rows, byNumber, facts }: OrderedBearers,
  pause: Pause
): Promise<NameWords> {
  const [words, blocks] = [new NameWords(), new NameBlockWriter(raw)]
  const [villages, years] = [new NarrowLists(), new NarrowLists()]
  const commonness = new Uint8Array(count)
  let n = 0
  for (const { number, name } of names) {
    const own = rows.subarray(byNumber[number], byNumber[number + 1])
    blocks.add(name, own, facts)
    words.add(name)
    commonness[n] = commonnessOf(own.length)
    for (const row of own) {
      villages.add(n, (facts[row] ?? 0) & 0xffff)
      years.add(n, (facts[row] ?? 0) >>> 16)
    }
    if (n++ % PORTION === 0) await pause((0.6 * n) / count)
  }
  blocks.flush()
  villages.save(raw, 'village')
  years.save(raw, 'year')
  savePart(raw, 'commonness', commonness)
  return words
}

/** How many bear a name, in eighths of a doubling: a byte a name, close enough to tell common names from rare ones. */
const commonnessOf = (count: number): number => Math.round(8 * Math.log2(count))

async function writePostings(raw: Database.Database, nameWords: NameWords, pause: Pause): Promise<void> {
  const { keys, forms, ...lists } = nameWords.inOrder()
  const held = holdersOf(keys.length, lists)
  await pause(0.7)
  const { starts, bytes } = packPostings(keys.length, held, lists)
  savePart(raw, 'posting-starts', starts)
  savePart(raw, 'postings', bytes)
  await pause(0.9)
  const counts = Uint32Array.from(keys, (_, key) => (held.places[key + 1] ?? 0) - (held.places[key] ?? 0))
  saveVocabulary(raw, vocabularyParts(keys, counts, forms))
}
