import type { RawBuilder, SqlBool } from 'kysely'
import { type Closeness, closestOf } from '#shared/registry/closeness'
import { jointVariants } from '#shared/registry/joint-words'
import { distanceOf, likelierBy, MOST_TERMS, NUMBER_DISTANCE } from '#shared/registry/name-costs'
import { nearNumbers } from '#shared/registry/slips'
import { nameKey, nameTerms } from '#shared/residents/name-key'
import { normalizeDigits } from '#shared/residents/nik'
import type { Resident } from '#shared/residents/resident'
import type { WhyPerson } from '#shared/search/search.contract'
import type { Desk } from '../desk'
import { listByIds, listByNiks, shownOf } from '../residents/residents.store'
import { nearWords } from './near-words'
import {
  listByKkStart,
  listByKks,
  listByNikStart,
  listByPhoneStart,
  listByProvisionalId,
  listFitting,
  listNameCandidates,
  listNameWords,
  listNearCandidates,
  nameCounts,
  wordsOf
} from './search.store'

/** Fewer digits say too little: half the district begins alike. */
const FEWEST_DIGITS = 6

/** Somebody this office knows is meant so much likelier than somebody in a register of a whole district. */
const LIKELIER_HERE = likelierBy(1000)
/** Who has every typed word and is known here comes right behind those who are called just so. */
const nearerHere = (closeness: Closeness): number => (closeness.isWhole ? closeness.cost / 100 : distanceOf(closeness, LIKELIER_HERE))

/** Who lacks one of the typed words is shown only where so few have the others: half the district is called Siti. */
const FEW = 10

/** The sounds of words, which hundreds of candidates share at every key that is typed. */
const sounds = new Map<string, string>()
const MOST_SOUNDS = 50_000

/** `distance` is measured as the register measures it. */
export type FoundResident = { resident: Resident; why: WhyPerson; distance: number }

type Searched = Pick<Desk, 'db' | 'raw'>

const idsOf = (found: readonly FoundResident[]): string[] => found.map(({ resident }) => resident.id)

/** Residents of this office by NIK, KK, telephone, provisional number or name, the best first and each once; `fits` says of a row of `resident` whether it is asked for. */
export async function findResidents(desk: Searched, typed: string, limit: number, fits?: RawBuilder<SqlBool>): Promise<FoundResident[]> {
  const numbered = await byNumber(desk, typed, limit)
  const fitting = fits && (await listFitting(desk.db, idsOf(numbered), fits))
  const found = [...numbered.filter(({ resident }) => fitting?.has(resident.id) ?? true), ...(await byName(desk, typed, limit, fits))]
  const seen = new Set<string>()
  return found.filter(({ resident }) => !seen.has(resident.id) && seen.add(resident.id)).slice(0, limit)
}

function because(why: WhyPerson, residents: Resident[]): FoundResident[] {
  const distance = why.endsWith('-start') ? NUMBER_DISTANCE.start : why.endsWith('-near') ? NUMBER_DISTANCE.near : NUMBER_DISTANCE.exact
  return residents.map(resident => ({ resident, why, distance }))
}

async function byNumber({ db }: Searched, typed: string, limit: number): Promise<FoundResident[]> {
  const upper = typed.toUpperCase()
  if (upper.startsWith('TNIK-')) return because('provisional-id', await listByProvisionalId(db, upper, limit))
  const digits = normalizeDigits(typed).replace(/^\+/, '')
  if (!/^\d+$/.test(digits) || digits.length < FEWEST_DIGITS) return []
  const phone = phoneStart(digits)
  const isWhole = digits.length === 16
  const found = [
    ...because(isWhole ? 'nik' : 'nik-start', await listByNikStart(db, digits, limit)),
    ...because(isWhole ? 'kk' : 'kk-start', await listByKkStart(db, digits, limit)),
    ...because('phone', phone ? await listByPhoneStart(db, phone, limit) : [])
  ]
  if (found.length > 0) return found
  const near = nearNumbers(digits)
  return [...because('nik-near', await listByNiks(db, near)), ...because('kk-near', await listByKks(db, near))]
}

/** Names that begin so come first, two words written as one or one as two as well; only where nobody is called so, those some letters away or with a word less. */
async function byName({ db, raw }: Searched, typed: string, limit: number, fits?: RawBuilder<SqlBool>): Promise<FoundResident[]> {
  if (/\d/.test(typed)) return []
  const key = nameKey(typed)
  if (!key) return []
  if (sounds.size > MOST_SOUNDS) sounds.clear()
  const asked = nameTerms(typed, sounds)
  const variants = jointVariants(asked, nameCounts(raw), sounds)
  const keys = [key, ...variants.map(terms => terms.map(term => term.key).join(' '))]
  const plain = (await Promise.all(keys.map(one => listNameCandidates(db, one, fits)))).flat()
  const candidates = plain.length > 0 ? plain : await candidatesNear(db, key, fits)
  const nearest = [...new Map(candidates.map(({ id, nameKey: own }) => [id, own]))]
    .map(([id, own]) => ({ id, distance: distanceOf(closestOf(asked, variants, own, sounds), 0) }))
    .sort((a, b) => a.distance - b.distance || a.id.localeCompare(b.id))
    .slice(0, limit)
  const people = await shownOf(
    db,
    await listByIds(
      db,
      nearest.map(({ id }) => id)
    )
  )
  return people
    .map(({ record, shown: resident }) => ({ resident, closeness: closestOf(asked, variants, record.name, sounds) }))
    .map(({ resident, closeness }) => ({ resident, why: closeness.why, distance: nearerHere(closeness) }))
    .sort((a, b) => a.distance - b.distance || a.resident.name.localeCompare(b.resident.name))
}

/** Everybody with a word near each of the typed ones; where there is nobody, whoever has all but one of them. */
async function candidatesNear(db: Desk['db'], key: string, fits?: RawBuilder<SqlBool>) {
  const words = wordsOf(key).slice(0, MOST_TERMS)
  if (words.length === 0) return []
  const known = await listNameWords(db)
  const choices = words.map(word => [...(known.some(one => one.startsWith(word)) ? [word] : []), ...nearWords(word, known)])
  const all = await listNearCandidates(db, choices, fits)
  if (all.length > 0 || words.length === 1) return all
  const lacking = await Promise.all(choices.map((_, at) => listNearCandidates(db, choices.toSpliced(at, 1), fits)))
  return lacking.filter(found => found.length <= FEW).flat()
}

/** The beginning of a telephone number as it is stored, from 08…, 62… or 0…. */
function phoneStart(digits: string): string | undefined {
  if (digits.startsWith('0')) return `+62${digits.slice(1)}`
  return digits.startsWith('62') ? `+${digits}` : undefined
}
