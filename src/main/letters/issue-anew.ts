import { addDays, dayNumber } from '#shared/clock'
import { IssuedLetter } from '#shared/letters/issued-letter'
import { LetterType } from '#shared/letters/letter'
import type { lettersContract } from '#shared/letters/letters.contract'
import { ok, type Result, refuse } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import { isIssuing } from '#shared/sync/taking-place'
import { find, get } from '../database/find'
import type { Reader } from '../database/tables'
import { writeInPlace } from '../database/write'
import type { Desk } from '../desk'
import { getOffice, listSigners } from '../office/office.store'
import { signedIn } from '../officers/signed-in'
import { findTaken, type Taken } from '../sync/queue.store'
import { voidTaken } from '../sync/void-taken'
import { issueWanted } from './issue'
import type { Draft } from './letter-facts'

/** Issues a letter whose number another has under the next free number, in one change that voids the paper with the old one. SPEC N5. */
export const issueAnew: HandlersOf<typeof lettersContract, Desk>['issueAnew'] = async (desk, { change, inSpiteOf, isDateConfirmed }) => {
  const taken = await findTaken(desk.db, change)
  const letter = taken && letterOf(taken)
  if (!letter) return refuse({ kind: 'not-found' })
  return issueWanted(desk, {
    inSpiteOf,
    isDateConfirmed,
    insteadOf: letter.id,
    draft: async db => ((await findTaken(db, change)) ? draftAnew(desk, db, letter) : refuse({ kind: 'not-found' })),
    write: writeInPlace,
    take: (trx, book, number) => voidTaken(trx, taken, { at: desk.clock.now(), officerId: signedIn(desk).id }, { book, number })
  })
}

/** The letter that a refused change would issue, as it stands on paper. */
function letterOf({ ops }: Taken): IssuedLetter | undefined {
  const made = ops.find(isIssuing)
  return made && IssuedLetter.parse({ ...made.fields, id: made.id })
}

type CannotDraftAnew = { kind: 'not-found' } | { kind: 'unknown-letter-type' } | { kind: 'signer-not-found' }

/** What stood in the letter, with today's date and as many days to run. */
async function draftAnew(desk: Desk, db: Reader, letter: IssuedLetter): Promise<Result<Draft, CannotDraftAnew>> {
  const type = LetterType.safeParse(letter.type)
  if (!type.success) return refuse({ kind: 'unknown-letter-type' })
  const found = await find(db, 'case', letter.caseId)
  if (!found) return refuse({ kind: 'not-found' })
  const { facts, templateVersion, referralId, issuedOn, validUntil } = letter
  const maySign = (await listSigners(db)).some(
    ({ isActive, name, position }) => isActive && name === facts.signer.name && position === facts.signer.position
  )
  if (!maySign) return refuse({ kind: 'signer-not-found' })
  const [office, resident, today] = [await getOffice(db), await get(db, 'resident', letter.residentId), desk.today()]
  const runsTo = validUntil && addDays(today, dayNumber(validUntil) - dayNumber(issuedOn))
  const dated = { ...facts, paper: office.paper, number: null, issuedOn: today, validUntil: runsTo, verification: null }
  return ok({ type: type.data, templateVersion, facts: dated, found, referralId, resident, office })
}
