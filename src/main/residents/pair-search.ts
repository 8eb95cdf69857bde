import { type Match, matchOf } from '#shared/residents/match'
import { digitsOneOff } from '#shared/residents/one-off'
import { linksAmong } from '#shared/residents/pairs'
import type { Desk } from '../desk'
import { listOnCard } from './families.store'
import { findUnsearched, type Known, keepAllPairs, keepPairsOf, listBornOn, listKnown, listKnownByIds, type Pair } from './pairs.store'
import { listByNameKey, listByNiks } from './residents.store'

/** So many changed residents are looked at while the screen waits; more of them in the background, with everybody else. */
const AT_ONCE = 30
const PAGE = 200

const searches = new WeakMap<Desk['raw'], Promise<void>>()

/** Brings the list of possible duplicates up to the newest change; answers whether that goes on in the background. */
export async function searchPairs(desk: Desk): Promise<boolean> {
  if (searches.has(desk.raw)) return true
  const { newest, ids } = await findUnsearched(desk.db, AT_ONCE)
  if (ids === undefined) {
    searches.set(desk.raw, searchAll(desk, newest))
    return true
  }
  if (ids.length > 0) await keepPairsOf(desk, await pairsWith(desk, ids), ids, newest)
  return false
}

/** Waits for a search in the background, if one goes on. */
export const pairSearchOf = (desk: Pick<Desk, 'raw'>): Promise<void> => searches.get(desk.raw) ?? Promise.resolve()

async function searchAll(desk: Desk, newest: number): Promise<void> {
  try {
    const people: Known[] = []
    for (let page = await listKnown(desk.db, '', PAGE); page.length > 0; page = await listKnown(desk.db, people.at(-1)?.id ?? '', PAGE)) {
      people.push(...page)
      await rest()
    }
    const pairs: Pair[] = []
    for (const link of linksAmong(people)) {
      const [one, other] = link ? [people[link.a], people[link.b]] : []
      if (link && one && other) pairs.push(pairOf(one, other, { score: link.score, evidence: link.evidence, doubts: link.doubts }))
      else await rest()
    }
    await keepAllPairs(desk, pairs, newest, rest)
    desk.announce({ kind: 'data-changed', entities: ['pairJudgement'] })
  } catch (error) {
    // the desk may have been closed meanwhile; the next look at the list searches again
    if (desk.raw.open) desk.report('residents.pairs', error)
  } finally {
    searches.delete(desk.raw)
  }
}

/** The screen's calls are answered between two steps. */
const rest = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

const pairOf = (one: Known, other: Known, match: Match): Pair =>
  one.id < other.id ? { ...match, residentId: one.id, otherId: other.id } : { ...match, residentId: other.id, otherId: one.id }

/** All pairs that some residents are part of. */
async function pairsWith({ db }: Desk, ids: readonly string[]): Promise<Pair[]> {
  const changed = new Set(ids)
  const pairs: Pair[] = []
  for (const one of await listKnownByIds(db, ids)) {
    const alike = [
      ...(await listByNameKey(db, one.key)),
      ...(await listByNiks(db, one.nik ? [one.nik, ...digitsOneOff(one.nik)] : [])),
      ...(one.family ? await listOnCard(db, one.family) : [])
    ].map(({ id }) => id)
    const born = one.birthDate ? await listBornOn(db, one.birthDate) : []
    const others = new Set([...alike, ...born].filter(id => id !== one.id && !(changed.has(id) && id < one.id)))
    for (const other of await listKnownByIds(db, [...others])) {
      const match = matchOf(one, other)
      if (match) pairs.push(pairOf(one, other, match))
    }
  }
  return pairs
}
