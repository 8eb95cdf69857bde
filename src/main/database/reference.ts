import Database from 'better-sqlite3'
import { CamelCasePlugin, Kysely, SqliteDialect } from 'kysely'
import type { Area } from '#shared/areas/area'
import type {
  Classification,
  OrganizationKind,
  OrganizationStart,
  ProgramRule,
  PublicHoliday,
  RequiredDocument,
  Schedule,
  Service,
  Term
} from '#shared/directory/directory'
import type { LetterTemplate } from '#shared/directory/letter-template'

/** Marks the reference file ("SLRf"); scripts/reference/reference-file.ts writes the same number. */
const APPLICATION_ID = 0x534c5266
/** The layout this program reads; raised with every change of tables. */
const LAYOUT = 3

export type ReferenceTables = {
  area: Area & { nameKey: string }
  villageSearch: { rowid: number; code: string; name: string; place: string; scope: string }
  organizationKind: OrganizationKind & { position: number }
  organizationKindVariant: {
    kind: string
    provinceCode: string | null
    districtKind: 'kabupaten' | 'kota' | null
    nameTemplate: string
    addressee: string
  }
  organizationSeed: OrganizationStart & { districtCode: string; phone: string | null }
  service: Service & { position: number; searchText: string }
  requiredDocument: Omit<RequiredDocument, 'isMandatory'> & { isMandatory: number }
  schedule: Schedule
  taxonomyTerm: Term & { taxonomy: 'sector' | 'problem-type' | 'ppks' | 'letter-type'; position: number }
  classification: Classification
  programRule: ProgramRule
  letterTemplate: Omit<LetterTemplate, 'copiesTo'> & { copiesTo: string | null }
  holiday: PublicHoliday
}

/** The shipped reference data; nothing can be written through it. */
export type Reference = Kysely<ReferenceTables>

/** Opens the reference file for reading only; throws when it is missing, not ours, or of another layout. */
export function openReference(file: string): Reference {
  const database = new Database(file, { readonly: true, fileMustExist: true })
  database.pragma('query_only = ON')
  const mark = database.pragma('application_id', { simple: true })
  const layout = database.pragma('user_version', { simple: true })
  if (mark !== APPLICATION_ID || layout !== LAYOUT) {
    database.close()
    throw new Error(`not a reference file of layout ${LAYOUT}: ${file}`)
  }
  return new Kysely<ReferenceTables>({ dialect: new SqliteDialect({ database }), plugins: [new CamelCasePlugin()] })
}
