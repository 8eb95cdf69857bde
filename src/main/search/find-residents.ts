import { type Closeness, closenessOf } from '#shared/registry/closeness'
import { distanceOf, likelierBy, NUMBER_DISTANCE } from '#shared/registry/name-costs'
import { nameKey, nameTerms } from '#shared/residents/name-key'
import { normalizeDigits } from '#shared/residents/nik'
import type { Resident } from '#shared/residents/resident'
import type { WhyPerson } from '#shared/search/search.contract'
import type { Desk } from '../desk'
import { listByIds } from '../residents/residents.store'
import { nearWords } from './near-words'
import {
  listByKkStart,
  listByNikStart,
  listByPhoneStart,
  listByProvisionalId,
  listNameCandidates,
  listNameWords,
  listNearCandidates,
  wordsOf
} from './search.store'

/** Fewer digits say too little: half the district begins alike. */
const FEWEST_DIGITS = 6

/** Somebody this office knows is meant so much likelier than somebody in a register of a whole district. */
const LIKELIER_HERE = likelierBy(1000)
/** Who has every typed word and is known here comes right behind those who are called just so. */
const nearerHere = (closeness: Closeness): number => (closeness.isWhole ? closeness.cost / 100 : distanceOf(closeness, LIKELIER_HERE))

/** `distance` is measured as the register measures it. */
export type FoundResident = { resident: Resident; why: WhyPerson; distance: number }

/** Residents of this office by NIK, KK, telephone, provisional number or name, the best first and each once. */
export async function findResidents(desk: Pick<Desk, 'db'>, typed: string, limit: number): Promise<FoundResident[]> {
  const found = [...(await byNumber(desk, typed, limit)), ...(await byName(desk, typed, limit))]
  const seen = new Set<string>()
  return found.filter(({ resident }) => !seen.has(resident.id) && seen.add(resident.id)).slice(0, limit)
}

async function byNumber({ db }: Pick<Desk, 'db'>, typed: string, limit: number): Promise<FoundResident[]> {
  const upper = typed.toUpperCase()
  const because = (why: WhyPerson, residents: Resident[]): FoundResident[] => {
    const distance = why.endsWith('-start') ? NUMBER_DISTANCE.start : NUMBER_DISTANCE.exact
    return residents.map(resident => ({ resident, why, distance }))
  }
  if (upper.startsWith('TNIK-')) return because('provisional-id', await listByProvisionalId(db, upper, limit))
  const digits = normalizeDigits(typed).replace(/^\+/, '')
  if (!/^\d+$/.test(digits) || digits.length < FEWEST_DIGITS || digits.length > 16) return []
  const phone = phoneStart(digits)
  const isWhole = digits.length === 16
  return [
    ...because(isWhole ? 'nik' : 'nik-start', await listByNikStart(db, digits, limit)),
    ...because(isWhole ? 'kk' : 'kk-start', await listByKkStart(db, digits, limit)),
    ...because('phone', phone ? await listByPhoneStart(db, phone, limit) : [])
  ]
}

/** Names that begin so come first; only where nobody is called so, names one or two letters away are looked at. */
async function byName({ db }: Pick<Desk, 'db'>, typed: string, limit: number): Promise<FoundResident[]> {
  if (/\d/.test(typed)) return []
  const key = nameKey(typed)
  if (!key) return []
  const plain = await listNameCandidates(db, key)
  const candidates = plain.length > 0 ? plain : await candidatesNear(db, key)
  const asked = nameTerms(typed)
  const nearest = candidates
    .map(({ id, nameKey: own }) => ({ id, distance: distanceOf(closenessOf(asked, own), 0) }))
    .sort((a, b) => a.distance - b.distance || a.id.localeCompare(b.id))
    .slice(0, limit)
  const people = await listByIds(
    db,
    nearest.map(({ id }) => id)
  )
  return people
    .map(resident => ({ resident, closeness: closenessOf(asked, resident.name) }))
    .map(({ resident, closeness }) => ({ resident, why: closeness.why, distance: nearerHere(closeness) }))
    .sort((a, b) => a.distance - b.distance || a.resident.name.localeCompare(b.resident.name))
}

async function candidatesNear(db: Desk['db'], key: string) {
  const words = wordsOf(key)
  if (words.length === 0) return []
  const known = await listNameWords(db)
  return listNearCandidates(
    db,
    words.map(word => [...(known.some(one => one.startsWith(word)) ? [word] : []), ...nearWords(word, known)])
  )
}

/** The beginning of a telephone number as it is stored, from 08…, 62… or 0…. */
function phoneStart(digits: string): string | undefined {
  if (digits.startsWith('0')) return `+62${digits.slice(1)}`
  return digits.startsWith('62') ? `+${digits}` : undefined
}
