import { nameKey } from '#shared/residents/name-key'
import { normalizeDigits } from '#shared/residents/nik'
import type { Resident } from '#shared/residents/resident'
import type { WhyPerson } from '#shared/search/search.contract'
import type { Desk } from '../desk'
import { listByIds } from '../residents/residents.store'
import { nearWords } from './near-words'
import { rankByName } from './rank-names'
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

type Found = { resident: Resident; why: WhyPerson }

/** Residents of this office by NIK, KK, telephone, provisional number or name, the best first and each once. */
export async function findResidents(desk: Pick<Desk, 'db'>, typed: string, limit: number): Promise<Found[]> {
  const found = [...(await byNumber(desk, typed, limit)), ...(await byName(desk, typed, limit))]
  const seen = new Set<string>()
  return found.filter(({ resident }) => !seen.has(resident.id) && seen.add(resident.id)).slice(0, limit)
}

async function byNumber({ db }: Pick<Desk, 'db'>, typed: string, limit: number): Promise<Found[]> {
  const upper = typed.toUpperCase()
  const because = (why: WhyPerson, residents: Resident[]): Found[] => residents.map(resident => ({ resident, why }))
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
async function byName({ db }: Pick<Desk, 'db'>, typed: string, limit: number): Promise<Found[]> {
  if (/\d/.test(typed)) return []
  const key = nameKey(typed)
  if (!key) return []
  const plain = await listNameCandidates(db, key)
  const candidates = plain.length > 0 ? plain : await candidatesNear(db, key)
  const ranked = rankByName(key, candidates, limit)
  const people = await listByIds(
    db,
    ranked.map(candidate => candidate.id)
  )
  return ranked.flatMap(({ id, nameKey: own }) => {
    const resident = people.find(person => person.id === id)
    return resident ? [{ resident, why: plain.length === 0 ? 'name-near' : whyOf(typed, key, own, resident.name) }] : []
  })
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

function whyOf(typed: string, key: string, own: string, name: string): WhyPerson {
  if (own === key) return name.toUpperCase() === typed.trim().toUpperCase() ? 'name' : 'name-spelling'
  return own.startsWith(key) ? 'name-start' : 'name-words'
}

/** The beginning of a telephone number as it is stored, from 08…, 62… or 0…. */
function phoneStart(digits: string): string | undefined {
  if (digits.startsWith('0')) return `+62${digits.slice(1)}`
  return digits.startsWith('62') ? `+${digits}` : undefined
}
