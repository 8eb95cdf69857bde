import type { Registry } from '#registry/registry'
import type { Edition, RegistrySource } from '#shared/registry/edition'
import type { RegistryFinding, RegistryHit as RegistryHitRow } from '#shared/registry/find'
import { nameKey } from '#shared/residents/name-key'
import { maskNik, normalizeDigits } from '#shared/residents/nik'
import { nearestOnce } from '#shared/search/nearest-once'
import {
  type AlsoFits,
  type Hit,
  type HitFamily,
  MOST_PEOPLE,
  type PersonHit,
  type RegistryHit,
  type SearchFilter
} from '#shared/search/search.contract'
import { areaLineOf } from '../areas/area-line'
import type { Desk } from '../desk'
import { memberCard } from '../registry/registry-cards'
import { listCardsOf } from '../residents/families.store'
import { listShownByNiks } from '../residents/residents.store'
import { findResidents, type FoundResident as ResidentRow } from './find-residents'
import { fitting, inRegister } from './narrowing'
import { type Question, questionsOf } from './questions'
import { countOpenCases, listLettersOf, listOpenCasesOf } from './search.store'

/** A register of a whole district has too many numbers that begin with less. */
const FEWEST_DIGITS = 6
/** How much of each of them is answered. */
const CASES_EACH = 3
const LETTERS_EACH = 2

type FoundRow = RegistryHitRow & { edition: Edition; kk: string | null; headName: string | null; alsoFits: AlsoFits[] }
type FoundResident = ResidentRow & { alsoFits: AlsoFits[] }
type Someone = { distance: number; hit: PersonHit | RegistryHit }

/** Residents and people of the register in one list: a person once, a family together, each with what is open or was issued. */
export async function findPeople(desk: Desk, typed: string, filter: SearchFilter | null): Promise<Hit[]> {
  const questions = await questionsOf(desk, typed, filter, desk.today())
  const rows = askRegistry(desk, questions)
  const found = await askResidents(desk, questions)
  const known = await knownHere(desk, rows, found)
  const residents = [...found, ...known.residents.filter(one => !found.some(({ resident }) => resident.id === one.resident.id))].slice(
    0,
    MOST_PEOPLE
  )
  const families = await familiesOf(desk, residents)

  const hits = await residentHits(desk, residents, families)
  const people: Someone[] = hits.map((hit, at) => ({ distance: residents[at]?.distance ?? 0, hit }))
  const news = rows.filter(row => row.person.nik === null || !known.niks.has(row.person.nik))
  for (const row of news) people.push({ distance: row.distance, hit: await registryHit(desk, row, families.byKk) })
  return withPapers(desk, together(people).slice(0, MOST_PEOPLE))
}

/** The residents of this office, as the question has them that finds each nearest. */
async function askResidents(desk: Desk, questions: readonly Question[]): Promise<FoundResident[]> {
  const answers = await Promise.all(
    questions.map(async ({ text, narrowing, behind, alsoFits }) => {
      const found = await findResidents(desk, text, MOST_PEOPLE, narrowing ? fitting(narrowing, desk.today()) : undefined)
      return found.map(one => ({ ...one, distance: one.distance + behind, alsoFits: knownOf(alsoFits, one.resident) }))
    })
  )
  return nearestOnce(answers, one => one.resident.id).slice(0, MOST_PEOPLE)
}

/** A number is asked of every register here, the last period's as well: who is in that alone is no longer listed. */
function askRegistry(desk: Desk, questions: readonly Question[]): FoundRow[] {
  const asked = questions.flatMap(question => textForRegistry(question.text).map(text => ({ ...question, text })))
  if (asked.length === 0) return []
  const ask = (registry: Registry): FoundRow[] => {
    const answers = asked.map(({ text, narrowing, behind, alsoFits }) =>
      rowsOf(registry.edition, registry.find({ text, ...(narrowing && inRegister(narrowing, desk.today())) }, MOST_PEOPLE)).map(row => ({
        ...row,
        distance: row.distance + behind,
        alsoFits: knownOf(alsoFits, row.person)
      }))
    )
    return nearestOnce(answers, ({ person: { nik, name, birthDate }, kk }) => nik ?? `${kk} ${name} ${birthDate}`)
  }
  return eachOnce(asked.some(({ text }) => isDigits(text)) ? desk.registry.askEach(ask) : desk.registry.askForNames(ask))
}

const isDigits = (text: string): boolean => /^\d+$/.test(text)

/** A number whose beginning says enough, or a name; empty for anything else. */
function textForRegistry(typed: string): string[] {
  const digits = normalizeDigits(typed)
  if (isDigits(digits)) return digits.length < FEWEST_DIGITS ? [] : [digits]
  if (/\d/.test(typed) || !nameKey(typed)) return []
  return [typed.replace(/\p{C}/gu, ' ').trim().slice(0, 120)].filter(Boolean)
}

/** Whoever has no birth date is found with any year, which is no sign for them. */
const knownOf = (alsoFits: readonly AlsoFits[], { birthDate }: { birthDate: string | null }): AlsoFits[] =>
  alsoFits.filter(sign => sign !== 'birth' || birthDate !== null)

const rowsOf = (edition: Edition, { families }: RegistryFinding): Omit<FoundRow, 'alsoFits'>[] =>
  families.flatMap(({ kk, headName, hits }) => hits.map(hit => ({ ...hit, edition, kk, headName })))

/** Who stands in several registers is taken from the first of them; two rows of one register stay two. */
function eachOnce(found: FoundRow[][]): FoundRow[] {
  const seen = new Set<string>()
  return found.flatMap(rows => {
    const news = rows.filter(row => !namesOf(row).some(name => seen.has(name)))
    for (const name of rows.flatMap(namesOf)) seen.add(name)
    return news
  })
}

/** By what a row of another register is known for the same person: the NIK, or the family card and the name. */
const namesOf = ({ person: { nik, name }, kk }: FoundRow): string[] => [nik ?? [], kk ? `${kk} ${nameKey(name)}` : []].flat()

/** The rows of the register that are residents of this office already, and by which NIKs. */
async function knownHere(
  desk: Desk,
  rows: FoundRow[],
  found: FoundResident[]
): Promise<{ residents: FoundResident[]; niks: ReadonlySet<string> }> {
  const byNik = new Map(rows.flatMap(row => (row.person.nik ? [[row.person.nik, row] as const] : [])))
  const known = await listShownByNiks(desk.db, [...byNik.keys()])
  const residents = known.flatMap(({ record, shown: resident }) => {
    const one = found.find(({ resident: { id } }) => id === resident.id) ?? byNik.get(record.nik ?? '')
    return one ? [{ resident, why: one.why, distance: one.distance, alsoFits: one.alsoFits }] : []
  })
  return { residents: nearestOnce([residents], one => one.resident.id), niks: new Set(known.map(({ record }) => record.nik ?? '')) }
}

/** By NIK, the first of the registers in use that has it. */
function listedIn({ registry }: Desk, niks: readonly string[]): ReadonlyMap<string, RegistrySource> {
  const held = registry.askForNames(({ edition, byNik }) =>
    niks.flatMap(nik => (byNik(nik).length > 0 ? [[nik, edition.source] as const] : []))
  )
  return new Map(held.flat().reverse())
}

type Families = { byResident: Map<string, HitFamily>; byKk: Map<string, HitFamily> }

async function familiesOf(desk: Desk, residents: FoundResident[]): Promise<Families> {
  const rows = await listCardsOf(
    desk.db,
    residents.map(one => one.resident.id)
  )
  const byResident = new Map<string, HitFamily>()
  const byKk = new Map<string, HitFamily>()
  for (const { residentId, familyId, kk, headName } of rows) {
    const family = { key: familyId, kkMasked: kk && maskNik(kk), headName }
    byResident.set(residentId, family)
    if (kk) byKk.set(kk, family)
  }
  return { byResident, byKk }
}

async function residentHits(desk: Desk, found: FoundResident[], families: Families): Promise<PersonHit[]> {
  const listed = listedIn(
    desk,
    found.flatMap(({ resident }) => resident.nik ?? [])
  )
  const open = await countOpenCases(
    desk.db,
    found.map(one => one.resident.id)
  )
  return Promise.all(
    found.map(async ({ resident: { id, name, nik, birthDate, address, presence }, why, alsoFits }) => ({
      kind: 'resident' as const,
      residentId: id,
      name,
      nikMasked: nik && maskNik(nik),
      birthDate,
      areaLine: await areaLineOf(desk.reference, address.villageCode),
      presence,
      openCases: open.get(id) ?? 0,
      listedIn: (nik && listed.get(nik)) || null,
      family: families.byResident.get(id) ?? null,
      why,
      alsoFits
    }))
  )
}

async function registryHit(
  desk: Desk,
  { person, edition, kk, headName, why, alsoFits }: FoundRow,
  byKk: Map<string, HitFamily>
): Promise<RegistryHit> {
  const family = kk ? (byKk.get(kk) ?? { key: `kk${byKk.size}`, kkMasked: maskNik(kk), headName }) : null
  if (kk && family) byKk.set(kk, family)
  return { kind: 'registry', ...(await memberCard(desk, { person, edition })), family, why, alsoFits }
}

/** The best first; the others of a family directly after its best. */
function together(people: Someone[]): (PersonHit | RegistryHit)[] {
  const best = [...people].sort((a, b) => a.distance - b.distance).map(one => one.hit)
  const groups = new Map<string, (PersonHit | RegistryHit)[]>()
  for (const [at, hit] of best.entries()) {
    const key = hit.family?.key ?? `alone${at}`
    groups.set(key, [...(groups.get(key) ?? []), hit])
  }
  return [...groups.values()].flat()
}

/** Below each resident what is open and what was issued last. */
async function withPapers(desk: Desk, people: (PersonHit | RegistryHit)[]): Promise<Hit[]> {
  const ids = people.flatMap(hit => (hit.kind === 'resident' ? [hit.residentId] : []))
  const [cases, letters] = [await listOpenCasesOf(desk.db, ids), await listLettersOf(desk.db, ids)]
  return people.flatMap((hit): Hit[] => {
    if (hit.kind === 'registry') return [hit]
    const { residentId, family } = hit
    const own = <R extends { residentId: string }>(rows: R[], most: number) =>
      rows.filter(row => row.residentId === residentId).slice(0, most)
    return [
      hit,
      ...own(cases, CASES_EACH).map(({ id, visitId, number, status, name }) => ({
        kind: 'case' as const,
        caseId: id,
        visitId,
        number,
        residentName: name,
        status,
        family,
        why: 'case-of' as const
      })),
      ...own(letters, LETTERS_EACH).map(({ id, caseId, number, issuedOn, status, name }) => ({
        kind: 'letter' as const,
        letterId: id,
        caseId,
        number,
        issuedOn,
        residentName: name,
        status,
        family,
        why: 'letter-of' as const
      }))
    ]
  })
}
