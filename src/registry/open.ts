import type Database from 'better-sqlite3'
import { closenessOf } from '#shared/registry/closeness'
import type { RegistryFinding, RegistryHit, RegistryQuery } from '#shared/registry/find'
import type { RegistryPerson } from '#shared/registry/person'
import { nameTerms } from '#shared/residents/name-key'
import { normalizeDigits } from '#shared/residents/nik'
import { asRegistryError, openFile } from './file'
import { NameFinder } from './find/names'
import { narrowingOf } from './find/narrow'
import { FEWEST_DIGITS, NumberFinder } from './find/numbers'
import { type Member, People } from './find/people'
import { readManifest } from './manifest'
import type { VillageList } from './person-columns'
import { rowsOf, villagesOf } from './read-rows'
import type { OpenRegistry, Registry, RegistryTrust } from './registry'
import { villageRows } from './village-rows'

/** People of one name whose family heads are looked at, when a head is asked for. */
const MOST_FOR_HEAD = 2000
/** A head whose name is further from the typed one is another person. */
const LIKE_HEAD = 22

/** See `OpenRegistry`. Reading is quick because the file is not proven again: a page that was damaged later is found when it is read. */
export const openRegistry: OpenRegistry = (path, key, trust) => registryFrom(openFile(path, key), trust)

/** A registry over an open file, which is closed with it. */
export function registryFrom(raw: Database.Database, trust: RegistryTrust): Registry {
  try {
    const edition = readManifest(raw, trust)
    const finder = new Finder(raw)
    const guarded = <T>(work: () => T): T => {
      try {
        return work()
      } catch (error) {
        throw asRegistryError(error)
      }
    }
    return {
      edition,
      find: (query, limit) => guarded(() => finder.find(query, limit)),
      byNik: nik => guarded(() => finder.byNumber(finder.numbers.byNik(nik))),
      byKk: kk => guarded(() => finder.byNumber(finder.numbers.byKk(kk))),
      family: kk => guarded(() => (/^\d{16}$/.test(kk) ? finder.people.family(kk) : [])),
      villages: () => [...finder.villages.values()],
      rows: () => rowsOf(raw, finder.villages),
      villageRows: () => villageRows(raw, finder.villages),
      close: () => raw.close()
    } satisfies Registry
  } catch (error) {
    raw.close()
    throw asRegistryError(error)
  }
}

type Found = Pick<RegistryHit, 'why' | 'distance'> & { member: Member }
type AllFound = { found: Found[]; isCut: boolean }

class Finder {
  readonly #raw: Database.Database
  readonly villages: VillageList
  readonly #names: NameFinder
  readonly #nameCount: number
  readonly numbers: NumberFinder
  readonly people: People

  constructor(raw: Database.Database) {
    this.#raw = raw
    this.villages = villagesOf(raw)
    this.#names = new NameFinder(raw)
    this.#nameCount = raw.prepare("select length(bytes) from part where name = 'commonness'").pluck().get() as number
    this.numbers = new NumberFinder(raw)
    this.people = new People(raw, this.villages)
  }

  find(query: RegistryQuery, limit: number): RegistryFinding {
    const digits = normalizeDigits(query.text)
    const { found, isCut } = /^\d+$/.test(digits) ? this.#byDigits(digits, limit) : this.#byName(query, limit)
    return { families: this.people.grouped(found), isCut }
  }

  byNumber(ids: readonly number[]): RegistryPerson[] {
    return ids.map(id => this.people.get(id).person)
  }

  #byDigits(digits: string, limit: number): AllFound {
    if (digits.length < FEWEST_DIGITS) return { found: [], isCut: false }
    const found = this.numbers.find(digits, limit)
    return { found: found.slice(0, limit).map(row => this.#member(row)), isCut: found.length > limit }
  }

  #byName(query: RegistryQuery, limit: number): AllFound {
    const narrowing = narrowingOf(this.#raw, query, this.villages, this.#nameCount)
    if (!narrowing) return { found: [], isCut: false }
    const { headName } = query
    const { rows, isCut } = this.#names.find(query.text, headName ? MOST_FOR_HEAD : limit, narrowing)
    if (!headName) return { found: rows.map(row => this.#member(row)), isCut }
    const head = nameTerms(headName)
    const found: Found[] = []
    for (const { id, ...row } of rows) {
      const member = this.people.get(id)
      const name = this.people.headName(member)
      if (name !== null && closenessOf(head, name).cost <= LIKE_HEAD) found.push({ ...row, member })
      if (found.length > limit) break
    }
    return { found: found.slice(0, limit), isCut: found.length > limit }
  }

  #member({ id, ...found }: Omit<Found, 'member'> & { id: number }): Found {
    return { ...found, member: this.people.get(id) }
  }
}
