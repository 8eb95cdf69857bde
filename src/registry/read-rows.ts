import type Database from 'better-sqlite3'
import type { RegistryPerson } from '#shared/registry/person'
import { PERSON_COLUMNS } from './layout'
import { type Columns, columnsOf, personOf, type VillageList } from './person-columns'

/** A NIK can be past the numbers a double holds exactly, so it leaves SQLite as text. */
export const SELECTED = PERSON_COLUMNS.map(name => (name === 'nik' || name === 'kk' ? `cast(${name} as text)` : name)).join(', ')

const BATCH = 1000
const VILLAGE = PERSON_COLUMNS.indexOf('village')

export function villagesOf(raw: Database.Database): VillageList {
  const rows = raw.prepare('select n, code_set as codeSet, code from village').all() as {
    n: number
    codeSet: 'kemendagri' | 'bps'
    code: string
  }[]
  return new Map(rows.map(({ n, codeSet, code }) => [n, { codeSet, code }]))
}

/** The columns as the content hash counts them: with the village's own code in place of its number in this file. */
export function inWords(columns: Columns, villages: VillageList): Columns {
  const village = villages.get(Number(columns[VILLAGE]))
  return village === undefined ? columns : columns.with(VILLAGE, `${village.codeSet} ${village.code}`)
}

/** The same of a person who is in no file yet. */
export function inWordsOf(person: RegistryPerson): Columns {
  const columns = columnsOf(person, { numberOf: () => 0 })
  return person.village ? columns.with(VILLAGE, `${person.village.codeSet} ${person.village.code}`) : columns
}

/** Every row in the order of the file, a thousand at a time. */
export function* rowsOf(raw: Database.Database, villages: VillageList): Generator<RegistryPerson[]> {
  const read = raw.prepare(`select id, ${SELECTED} from person where id > ? order by id limit ${BATCH}`).raw()
  for (let last = 0; ; ) {
    const batch = read.all(last) as [number, ...Columns][]
    if (batch.length === 0) return
    last = batch.at(-1)?.[0] ?? last
    yield batch.map(([, ...columns]) => personOf(columns, villages))
  }
}

/** Reads single rows by their number in the file. */
export function rowReader(raw: Database.Database, villages: VillageList): (id: number) => RegistryPerson | undefined {
  const read = raw.prepare(`select ${SELECTED} from person where id = ?`).raw()
  return id => {
    const columns = read.get(id) as Columns | undefined
    return columns && personOf(columns, villages)
  }
}

/** These rows as the JSON of `inWords`, which SQLite writes in half the time that handing the columns over takes. */
export function eachRowAsJson(raw: Database.Database, from: number, to: number): IterableIterator<string> {
  const columns = PERSON_COLUMNS.map(name =>
    name === 'village' ? `v.code_set || ' ' || v.code` : name === 'nik' || name === 'kk' ? `cast(${name} as text)` : `p.${name}`
  )
  const rows = raw.prepare(
    `select json_array(${columns.join(', ')}) from person p left join village v on v.n = p.village where p.id between ? and ? order by p.id`
  )
  return rows.pluck().iterate(from, to) as IterableIterator<string>
}
