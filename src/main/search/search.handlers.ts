import { nameKey } from '#shared/residents/name-key'
import { maskNik, normalizeDigits } from '#shared/residents/nik'
import type { Resident } from '#shared/residents/resident'
import { ok } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import type { Hit, searchContract } from '#shared/search/search.contract'
import { areaLineOf } from '../areas/area-line'
import type { Desk } from '../desk'
import { listByIds } from '../residents/residents.store'
import { rankByName } from './rank-names'
import {
  countOpenCases,
  listByKkStart,
  listByNikStart,
  listByPhoneStart,
  listByProvisionalId,
  listCasesByNumber,
  listLettersByNumber,
  listNameCandidates,
  listNamesOfVisit,
  listVisitsByTicket
} from './search.store'

const LIMIT = 20
/** Fewer digits say too little: half the district begins alike. */
const FEWEST_DIGITS = 6

export const searchHandlers: HandlersOf<typeof searchContract, Desk> = {
  find: async (desk, { text }) => {
    const typed = text.normalize('NFC').trim()
    if (!typed) return ok([])
    const hits = [...(await byNumber(desk, typed)), ...(await byName(desk, typed))]
    return ok(withoutRepeats(hits).slice(0, LIMIT))
  }
}

async function byNumber(desk: Desk, typed: string): Promise<Hit[]> {
  const { db } = desk
  const upper = typed.toUpperCase()
  const digits = normalizeDigits(typed).replace(/^\+/, '')
  const hits: Hit[] = []
  if (/^[UR][A-Z]{0,2}-?\d{1,4}$/.test(upper)) hits.push(...(await visits(desk, upper)))
  if (upper.startsWith('SLRT-')) hits.push(...(await cases(desk, upper)))
  if (upper.startsWith('TNIK-')) hits.push(...(await residents(desk, await listByProvisionalId(db, upper, LIMIT), 'provisional-id')))
  if (/^\d+$/.test(digits) && digits.length >= FEWEST_DIGITS && digits.length <= 16) {
    hits.push(...(await residents(desk, await listByNikStart(db, digits, LIMIT), 'nik')))
    hits.push(...(await residents(desk, await listByKkStart(db, digits, LIMIT), 'kk')))
    const phone = phoneStart(digits)
    if (phone) hits.push(...(await residents(desk, await listByPhoneStart(db, phone, LIMIT), 'phone')))
  }
  if (/\d/.test(typed) && (typed.includes('/') || /^\d{1,5}$/.test(typed))) hits.push(...(await letters(desk, typed)))
  return hits
}

async function byName(desk: Desk, typed: string): Promise<Hit[]> {
  if (/\d/.test(typed)) return []
  const key = nameKey(typed)
  if (!key) return []
  const ranked = rankByName(key, await listNameCandidates(desk.db, key), LIMIT)
  const found = await listByIds(
    desk.db,
    ranked.map(candidate => candidate.id)
  )
  const inOrder = ranked.flatMap(({ id }) => found.find(resident => resident.id === id) ?? [])
  return residents(desk, inOrder, 'name')
}

async function residents(desk: Desk, found: Resident[], why: Extract<Hit, { kind: 'resident' }>['why']): Promise<Hit[]> {
  const open = await countOpenCases(
    desk.db,
    found.map(resident => resident.id)
  )
  const lines = new Map<string, string>()
  const hits: Hit[] = []
  for (const { id, name, nik, birthDate, address } of found) {
    const village = address.villageCode
    if (village && !lines.has(village)) lines.set(village, await areaLineOf(desk.reference, village))
    const areaLine = (village && lines.get(village)) || ''
    hits.push({
      kind: 'resident',
      residentId: id,
      name,
      nikMasked: nik && maskNik(nik),
      birthDate,
      areaLine,
      openCases: open.get(id) ?? 0,
      why
    })
  }
  return hits
}

async function visits(desk: Desk, typed: string): Promise<Hit[]> {
  const [, lane = '', number = ''] = /^([UR][A-Z]{0,2})-?(\d+)$/.exec(typed) ?? []
  const found = await listVisitsByTicket(desk.db, `${lane}-${number.padStart(3, '0')}`, 5)
  return Promise.all(
    found.map(async ({ id, ticket, day, status }) => {
      const names = await listNamesOfVisit(desk.db, id)
      return { kind: 'visit' as const, visitId: id, ticket, day, status, names, why: 'ticket' as const }
    })
  )
}

async function cases(desk: Desk, start: string): Promise<Hit[]> {
  const found = await listCasesByNumber(desk.db, start, LIMIT)
  return found.map(({ id, visitId, number, status, name }) => ({
    kind: 'case',
    caseId: id,
    visitId,
    number,
    residentName: name,
    status,
    why: 'case-number'
  }))
}

async function letters(desk: Desk, text: string): Promise<Hit[]> {
  const found = await listLettersByNumber(desk.db, text, LIMIT)
  return found.map(({ id, caseId, number, issuedOn, status, name }) => ({
    kind: 'letter',
    letterId: id,
    caseId,
    number,
    issuedOn,
    residentName: name,
    status,
    why: 'letter-number'
  }))
}

/** The beginning of a telephone number as it is stored, from 08…, 62… or 0…. */
function phoneStart(digits: string): string | undefined {
  if (digits.startsWith('0')) return `+62${digits.slice(1)}`
  return digits.startsWith('62') ? `+${digits}` : undefined
}

/** One person may be found by NIK and by KK at once. */
function withoutRepeats(hits: Hit[]): Hit[] {
  const seen = new Set<string>()
  return hits.filter(hit => {
    if (hit.kind !== 'resident') return true
    const isNew = !seen.has(hit.residentId)
    seen.add(hit.residentId)
    return isNew
  })
}
