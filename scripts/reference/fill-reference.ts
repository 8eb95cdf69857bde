import type Database from 'better-sqlite3'
import { classifications } from '../../build/reference/classifications.ts'
import { documents } from '../../build/reference/documents.ts'
import { holidays } from '../../build/reference/holidays.ts'
import { organizationKinds } from '../../build/reference/organization-kinds.ts'
import { organizationVariants } from '../../build/reference/organization-variants.ts'
import { kendalOrganizations } from '../../build/reference/organizations-kendal.ts'
import { paperNotes } from '../../build/reference/paper-notes.ts'
import { programRules, schedules } from '../../build/reference/rules.ts'
import { assistanceServices } from '../../build/reference/services-assistance.ts'
import { educationServices } from '../../build/reference/services-education.ts'
import { healthServices } from '../../build/reference/services-health.ts'
import { protectionServices } from '../../build/reference/services-protection.ts'
import { registryServices } from '../../build/reference/services-registry.ts'
import { letterTypes, ppksKinds, problemTypes, sectors } from '../../build/reference/taxonomy.ts'
import type { AreaRow } from './read-areas.ts'

type Row = Record<string, string | number | null>

const services = [...healthServices, ...registryServices, ...educationServices, ...assistanceServices, ...protectionServices]

/** Writes the areas and the index of village names; short names first, because a search answers in that order. */
export function fillAreas(database: Database.Database, areas: AreaRow[]): void {
  insertAll(database, 'area', areas)
  const nameKeys = new Map(areas.map(area => [area.code, area.nameKey]))
  const keyOf = (code: string) => nameKeys.get(code) ?? ''
  const index = database.prepare('INSERT INTO village_search (rowid, name, place, scope, code) VALUES (?, ?, ?, ?, ?)')
  areas
    .filter(area => area.level === 'village')
    .sort((a, b) => a.nameKey.length - b.nameKey.length || (a.nameKey < b.nameKey ? -1 : 1))
    .forEach(({ code, nameKey }, position) => {
      const place = `${keyOf(code.slice(0, 8))} ${keyOf(code.slice(0, 5))} ${keyOf(code.slice(0, 2))}`
      index.run(
        position + 1,
        nameKey.includes(' ') ? `${nameKey} ${nameKey.replaceAll(' ', '')}` : nameKey,
        place,
        `d${code.slice(0, 2)}${code.slice(3, 5)}`,
        code
      )
    })
}

/** Writes the service directory, its lists and the calendar. */
export function fillDirectory(database: Database.Database): void {
  insertAll(database, 'organizationKind', organizationKinds.map(withPosition))
  insertAll(database, 'organizationKindVariant', organizationVariants)
  insertAll(database, 'organizationSeed', kendalOrganizations)
  insertAll(
    database,
    'service',
    services.map(({ documents: _, ...service }, index) => ({
      ...withPosition(service, index),
      searchText: `${service.nameId} ${service.nameEn} ${service.description} ${service.program ?? ''}`.toLowerCase()
    }))
  )
  insertAll(
    database,
    'requiredDocument',
    services.flatMap(service =>
      service.documents.map(({ document, isMandatory, note, ...need }, index) => {
        const [nameId, nameEn] = documents[document]
        const facts = { serviceCode: service.code, documentCode: document, nameId, nameEn, isMandatory: isMandatory ? 1 : 0 }
        return withPosition({ ...facts, ...need, note, noteEn: note && paperNotes[note] }, index)
      })
    )
  )
  insertAll(database, 'schedule', schedules)
  for (const [taxonomy, terms] of [
    ['sector', sectors],
    ['problem-type', problemTypes],
    ['ppks', ppksKinds],
    ['letter-type', letterTypes]
  ] as const)
    insertAll(
      database,
      'taxonomyTerm',
      terms.map((term, index) => ({ taxonomy, ...withPosition(term, index) }))
    )
  insertAll(database, 'classification', classifications)
  insertAll(database, 'programRule', programRules)
  insertAll(database, 'holiday', holidays)
}

const withPosition = <T extends object>(row: T, index: number): T & { position: number } => ({ ...row, position: index + 1 })

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

function insertAll(database: Database.Database, table: string, rows: readonly Row[]): void {
  const [first] = rows
  if (!first) throw new Error(`no rows for ${table}`)
  const columns = Object.keys(first)
  const statement = database.prepare(
    `INSERT INTO ${snakeCase(table)} (${columns.map(snakeCase).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
  )
  for (const row of rows) statement.run(columns.map(column => row[column] ?? null))
}
