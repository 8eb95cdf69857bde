import type Database from 'better-sqlite3'
import { PERSON_COLUMNS } from './layout'
import type { Columns, VillageList } from './person-columns'

/** A NIK can be past the numbers a double holds exactly, so it leaves SQLite as text. */
export const SELECTED = PERSON_COLUMNS.map(name => (name === 'nik' || name === 'kk' ? `cast(${name} as text)` : name)).join(', ')

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

export function* eachRow(raw: Database.Database, villages: VillageList): Generator<Columns> {
  for (const row of raw.prepare(`select ${SELECTED} from person order by id`).raw().iterate()) yield inWords(row as Columns, villages)
}
