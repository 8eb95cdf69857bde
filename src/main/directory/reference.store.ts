import { sql } from 'kysely'
import type {
  Classification,
  LetterTypeCode,
  OrganizationKind,
  OrganizationStart,
  ProblemType,
  ProgramRule,
  PublicHoliday,
  Sector,
  Service,
  ServiceWithDocuments,
  Term,
  TermName
} from '#shared/directory/directory'
import type { LetterTemplate } from '#shared/directory/letter-template'
import type { Reference, ReferenceTables } from '../database/reference'

const SERVICE_COLUMNS = [
  'code',
  'nameId',
  'nameEn',
  'description',
  'descriptionEn',
  'program',
  'sector',
  'organizationKind',
  'referToKind',
  'letterType',
  'applicationProcess',
  'applicationProcessEn',
  'feesDescription',
  'feesDescriptionEn',
  'eligibilityDescription',
  'eligibilityDescriptionEn',
  'timeLimit',
  'timeLimitUnit',
  'timeLimitSource',
  'timeLimitSourceEn',
  'status',
  'assuredDate'
] as const

/** Active services that hold every word typed, in the directory's order. */
export function listServices(reference: Reference, filter: { text?: string | undefined; sector?: string | undefined }): Promise<Service[]> {
  let query = reference.selectFrom('service').select(SERVICE_COLUMNS).where('status', '=', 'active').orderBy('position')
  if (filter.sector) query = query.where('sector', '=', filter.sector as Service['sector'])
  for (const word of (filter.text ?? '').toLowerCase().split(/\s+/).filter(Boolean))
    query = query.where(eb => eb.fn<number>('instr', ['searchText', eb.val(word)]), '>', 0)
  return query.execute()
}

/** The service with its papers and fixed days, active or not: an old case may still ask for it. */
export async function findService(reference: Reference, code: string): Promise<ServiceWithDocuments | undefined> {
  const service = await reference.selectFrom('service').select(SERVICE_COLUMNS).where('code', '=', code).executeTakeFirst()
  if (!service) return undefined
  const rows = await reference.selectFrom('requiredDocument').selectAll().where('serviceCode', '=', code).orderBy('position').execute()
  const schedules = await reference.selectFrom('schedule').selectAll().where('serviceCode', '=', code).execute()
  return { ...service, documents: rows.map(row => ({ ...row, isMandatory: row.isMandatory === 1 })), schedules }
}

export const listSectors = (reference: Reference): Promise<Sector[]> => listTerms(reference, 'sector') as Promise<Sector[]>
export const listProblemTypes = (reference: Reference): Promise<ProblemType[]> => listTerms(reference, 'problem-type')
export const listPpksKinds = (reference: Reference): Promise<Term[]> => listTerms(reference, 'ppks')

const listTerms = (reference: Reference, taxonomy: 'sector' | 'problem-type' | 'ppks'): Promise<Term[]> =>
  reference.selectFrom('taxonomyTerm').select(['code', 'nameId', 'nameEn']).where('taxonomy', '=', taxonomy).orderBy('position').execute()

export const listOrganizationKinds = (reference: Reference): Promise<OrganizationKind[]> =>
  reference
    .selectFrom('organizationKind')
    .select(['code', 'nameId', 'nameEn', 'coverage', 'nameTemplate', 'addressee'])
    .orderBy('position')
    .execute()

export function listClassifications(reference: Reference, codeSet?: Classification['codeSet'] | undefined): Promise<Classification[]> {
  const query = reference.selectFrom('classification').selectAll().orderBy('codeSet').orderBy('code')
  return (codeSet ? query.where('codeSet', '=', codeSet) : query).execute()
}

/** The rules of a program in force on the day `on`. */
export const listProgramRules = (reference: Reference, program: string, on: string): Promise<ProgramRule[]> =>
  reference
    .selectFrom('programRule')
    .selectAll()
    .where('program', '=', program)
    .where('validFrom', '<=', on)
    .where(eb => eb.or([eb('validTo', 'is', null), eb('validTo', '>=', on)]))
    .orderBy('purpose')
    .execute()

/** Every rule of every program, past and coming ones too, in the order of the shipped list. */
export const listAllProgramRules = (reference: Reference): Promise<ProgramRule[]> =>
  reference.selectFrom('programRule').selectAll().orderBy(sql`rowid`).execute()

/** What the district has letters of a type say otherwise, if anything. */
export async function findLetterTemplate(reference: Reference, type: LetterTypeCode): Promise<LetterTemplate | undefined> {
  const found = await reference.selectFrom('letterTemplate').selectAll().where('type', '=', type).executeTakeFirst()
  return found && { ...found, copiesTo: found.copiesTo === null ? null : (JSON.parse(found.copiesTo) as string[]) }
}

/** The published holidays of a year by day; none for a year this version does not know. */
export const listHolidays = (reference: Reference, year: number): Promise<PublicHoliday[]> =>
  reference
    .selectFrom('holiday')
    .selectAll()
    .where('day', '>=', `${year}-01-01`)
    .where('day', '<=', `${year}-12-31`)
    .orderBy('day')
    .execute()

/** How single provinces, or all kabupaten or kota, call an agency otherwise. */
export const listKindVariants = (reference: Reference): Promise<ReferenceTables['organizationKindVariant'][]> =>
  reference.selectFrom('organizationKindVariant').selectAll().execute()

/** Agencies of a district that are known by name. */
export const listKnownOrganizations = (reference: Reference, districtCode: string): Promise<OrganizationStart[]> =>
  reference
    .selectFrom('organizationSeed')
    .select(['kind', 'name', 'addressee', 'address'])
    .where('districtCode', '=', districtCode)
    .execute()

const namesOf = new WeakMap<Reference, Promise<ReadonlyMap<string, TermName>>>()

/** How each service is called, also one that has ended, by its code; read once, for the reference file never changes under a running desk. */
export function serviceNames(reference: Reference): Promise<ReadonlyMap<string, TermName>> {
  const known =
    namesOf.get(reference) ??
    reference
      .selectFrom('service')
      .select(['code', 'nameId', 'nameEn'])
      .execute()
      .then(all => new Map(all.map(({ code, ...name }) => [code, name])))
  namesOf.set(reference, known)
  return known
}
