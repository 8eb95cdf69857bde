import type Database from 'better-sqlite3'
import type { RegistryQuery } from '#shared/registry/find'
import type { Bearer } from '../names/packed-people'
import { eachPacked } from '../names/posting'
import type { VillageList } from '../person-columns'

/** What a query leaves out beside the name: by names, before they are read, and by people. */
export type Narrowing = { isWantedName: ((n: number) => boolean) | undefined; isWanted: (bearer: Bearer) => boolean }

const EVERYBODY: Narrowing = { isWantedName: undefined, isWanted: () => true }

/** Undefined when nobody can fit: a village that the registry does not hold. */
export function narrowingOf(raw: Database.Database, query: RegistryQuery, villages: VillageList, names: number): Narrowing | undefined {
  const wantedVillages = query.villages?.length ? numbersOf(query.villages, villages) : undefined
  if (wantedVillages?.size === 0) return undefined
  const { birthYear, birthYearSlack: slack = 0 } = query
  if (wantedVillages === undefined && birthYear === undefined) return EVERYBODY
  const read = raw.prepare('select names from narrow where kind = ? and value = ?').pluck()
  const isIn: ((n: number) => boolean)[] = []
  if (wantedVillages) isIn.push(bitsOf(read, 'village', [...wantedVillages], names))
  const years = birthYear === undefined ? undefined : [0, ...Array.from({ length: 2 * slack + 1 }, (_, index) => birthYear - slack + index)]
  if (years) isIn.push(bitsOf(read, 'year', years, names))
  return {
    isWantedName: n => isIn.every(test => test(n)),
    isWanted: ({ village, year }) => (wantedVillages?.has(village) ?? true) && (years?.includes(year) ?? true)
  }
}

function numbersOf(codes: readonly string[], villages: VillageList): Set<number> {
  const wanted = new Set(codes)
  return new Set([...villages].filter(([, { code }]) => wanted.has(code)).map(([number]) => number))
}

function bitsOf(read: Database.Statement, kind: string, values: readonly number[], names: number): (n: number) => boolean {
  const bits = new Uint8Array((names >> 3) + 1)
  for (const value of values) {
    const packed = read.get(kind, value) as Uint8Array | undefined
    if (packed) {
      eachPacked(packed, n => {
        bits[n >> 3] = (bits[n >> 3] ?? 0) | (1 << (n & 7))
      })
    }
  }
  return n => ((bits[n >> 3] ?? 0) & (1 << (n & 7))) !== 0
}
