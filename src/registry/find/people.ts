import type Database from 'better-sqlite3'
import type { FamilyHits, RegistryHit } from '#shared/registry/find'
import type { RegistryPerson } from '#shared/registry/person'
import { type Columns, personOf, type VillageList } from '../person-columns'
import { SELECTED } from '../read-rows'

export type Member = { id: number; person: RegistryPerson; head: number | null }

/** Reads rows and the families they stand in. */
export class People {
  readonly #villages: VillageList
  readonly #row: Database.Statement
  readonly #name: Database.Statement
  readonly #headOf: Database.Statement
  readonly #family: Database.Statement

  constructor(raw: Database.Database, villages: VillageList) {
    this.#villages = villages
    this.#row = raw.prepare(`select ${SELECTED}, head from person where id = ?`).raw()
    this.#name = raw.prepare('select name from person where id = ?').pluck()
    this.#headOf = raw.prepare('select name from person where kk = ? and relation = 0 limit 1').pluck()
    this.#family = raw.prepare('select id from person where kk = ? order by relation is not 0, id limit 200').pluck()
  }

  get(id: number): Member {
    const columns = this.#row.get(id) as Columns
    return { id, person: personOf(columns, this.#villages), head: columns.at(-1) as number | null }
  }

  headName({ id, person, head }: Member): string | null {
    if (person.relation === 'head' || head === id) return person.name
    if (head !== null) return this.#name.get(head) as string
    const other = person.kk === null ? undefined : (this.#headOf.get(BigInt(person.kk)) as string | undefined)
    return other ?? person.headName
  }

  family(kk: string): RegistryPerson[] {
    return (this.#family.all(BigInt(kk)) as number[]).map(id => this.get(id).person)
  }

  /** The hits under their families, which stand in the order of their first hit. */
  grouped(found: readonly (Pick<RegistryHit, 'why' | 'distance'> & { member: Member })[]): FamilyHits[] {
    const families = new Map<string, FamilyHits>()
    for (const { member, why, distance } of found) {
      const { kk, familyId } = member.person
      const key = kk ?? (familyId === null ? `row ${member.id}` : `family ${familyId}`)
      const family = families.get(key) ?? { kk, headName: this.headName(member), hits: [] }
      families.set(key, family)
      family.hits.push({ person: member.person, why, distance })
    }
    return [...families.values()]
  }
}
