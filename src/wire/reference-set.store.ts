import Database from 'better-sqlite3'
import { areaKindOf, levelOf, parentCodeOf } from '#shared/areas/area'
import { areaKey } from '#shared/areas/area-key'
import type { ReferenceSet } from '#shared/directory/reference-set'

type Value = string | number | null
type Row = Record<string, Value>

/** An entry of a set names what there is not, such as a service an unknown kind of agency. */
export class SetDoesNotFit extends Error {}

/** Writes a district's set into a copy of the shipped lists: all of it, or the copy is worth nothing. Throws SetDoesNotFit. */
export function applyReferenceSet(copy: string, set: ReferenceSet): void {
  const database = new Database(copy, { fileMustExist: true })
  try {
    database.pragma('foreign_keys = on')
    database.transaction(() => writeSet(database, set))()
  } catch (error) {
    const { code = '' } = error as { code?: string }
    if (code.startsWith('SQLITE_CONSTRAINT')) throw new SetDoesNotFit((error as Error).message)
    throw error
  } finally {
    database.close()
  }
}

function writeSet(database: Database.Database, set: ReferenceSet): void {
  const put = (table: string, key: string[], row: Row) => putRow(database, table, key, row)
  const next = (table: string, where = '1') =>
    (database.prepare(`select coalesce(max(position), 0) + 1 as n from ${table} where ${where}`).get() as { n: number }).n
  const positioned = (table: string, key: string[], row: Row, where?: string) => {
    const found = database.prepare(`select position as n from ${table} where ${key.map(column => `${column} = ?`).join(' and ')}`)
    const known = found.get(key.map(column => row[column])) as { n: number } | undefined
    put(table, key, { ...row, position: known?.n ?? next(table, where) })
  }
  for (const kind of set.organizationKinds) positioned('organization_kind', ['code'], snakeCased(kind))
  for (const { documents, ...service } of set.services) {
    const text = `${service.nameId} ${service.nameEn} ${service.description} ${service.program ?? ''}`.toLowerCase()
    positioned('service', ['code'], { ...snakeCased(service), search_text: text })
    database.prepare('delete from required_document where service_code = ?').run(service.code)
    for (const [i, { isMandatory, ...paper }] of documents.entries()) {
      const row = { ...snakeCased(paper), service_code: service.code, position: i + 1, is_mandatory: Number(isMandatory) }
      put('required_document', ['service_code', 'position'], row)
    }
  }
  for (const schedule of set.schedules) put('schedule', ['code'], snakeCased(schedule))
  for (const [taxonomy, terms] of [
    ['problem-type', set.problemTypes],
    ['ppks', set.ppksKinds]
  ] as const)
    for (const term of terms)
      positioned('taxonomy_term', ['taxonomy', 'code'], { taxonomy, ...snakeCased(term) }, `taxonomy = '${taxonomy}'`)
  for (const entry of set.classifications) put('classification', ['code_set', 'code'], snakeCased(entry))
  for (const rule of set.programRules) put('program_rule', ['program', 'purpose', 'valid_from'], snakeCased(rule))
  for (const { copiesTo, ...template } of set.letterTemplates)
    put('letter_template', ['type'], { ...snakeCased(template), copies_to: copiesTo && JSON.stringify(copiesTo) })
  for (const day of set.removedHolidays) database.prepare('delete from holiday where day = ?').run(day)
  for (const holiday of set.holidays) put('holiday', ['day'], snakeCased(holiday))
  // an area is inside another, which may be in the same set
  for (const area of [...set.areas].sort((a, b) => a.code.length - b.code.length)) putArea(database, area)
}

function putArea(database: Database.Database, { code, name }: ReferenceSet['areas'][number]): void {
  const [level, parent] = [levelOf(code), parentCodeOf(code)]
  const keyOf = (of: string) => (database.prepare('select name_key as k from area where code = ?').get(of) as { k: string } | undefined)?.k
  if (parent !== null && keyOf(parent) === undefined) throw new SetDoesNotFit(`area ${code} lies in no known area`)
  const key = areaKey(name)
  putRow(database, 'area', ['code'], { code, parent_code: parent, level, name, kind: areaKindOf(level, code, name), name_key: key })
  if (level !== 'village') return
  const { n } = database.prepare('select max(rowid) + 1 as n from village_search').get() as { n: number }
  const place = [code.slice(0, 8), code.slice(0, 5), code.slice(0, 2)].map(of => keyOf(of) ?? '').join(' ')
  // whoever knows the old name still finds it
  database
    .prepare('insert into village_search (rowid, name, place, scope, code) values (?, ?, ?, ?, ?)')
    .run(n, key.includes(' ') ? `${key} ${key.replaceAll(' ', '')}` : key, place, `d${code.slice(0, 2)}${code.slice(3, 5)}`, code)
}

function putRow(database: Database.Database, table: string, key: string[], row: Row): void {
  const columns = Object.keys(row)
  const rest = columns.filter(column => !key.includes(column))
  database
    .prepare(
      `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})
       on conflict (${key.join(', ')}) do update set ${rest.map(column => `${column} = excluded.${column}`).join(', ')}`
    )
    .run(columns.map(column => row[column] ?? null))
}

const snakeCased = (entry: Record<string, Value>): Row =>
  Object.fromEntries(Object.entries(entry).map(([name, value]) => [name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`), value]))
