import { ok } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import type { Hit, searchContract } from '#shared/search/search.contract'
import type { Desk } from '../desk'
import { findPeople } from './people'
import { listCasesByNumber, listLettersByNumber, listNamesOfVisit, listVisitsByTicket } from './search.store'

const LIMIT = 20

export const searchHandlers: HandlersOf<typeof searchContract, Desk> = {
  find: async (desk, { text, filter }) => {
    const typed = text.normalize('NFC').trim()
    if (!typed) return ok([])
    return ok([...(await byNumber(desk, typed)), ...(await findPeople(desk, typed, filter ?? null))])
  }
}

async function byNumber(desk: Desk, typed: string): Promise<Hit[]> {
  const upper = typed.toUpperCase()
  const hits: Hit[] = []
  if (/^[UR][A-Z]{0,2}-?\d{1,4}$/.test(upper)) hits.push(...(await visits(desk, upper)))
  if (upper.startsWith('SLRT-')) hits.push(...(await cases(desk, upper)))
  if (/\d/.test(typed) && (typed.includes('/') || /^\d{1,5}$/.test(typed))) hits.push(...(await letters(desk, typed)))
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
    family: null,
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
    family: null,
    why: 'letter-number'
  }))
}
