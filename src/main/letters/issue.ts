import { createHash, sign } from 'node:crypto'
import type { z } from 'zod'
import { yearOf } from '#shared/clock'
import type { IssuedLetter, LetterBook } from '#shared/letters/issued-letter'
import { LetterFacts } from '#shared/letters/letter'
import { letterSheet } from '#shared/letters/letter-body'
import { encodeLetterCode, letterCodeText } from '#shared/letters/letter-code'
import { letterNumber } from '#shared/letters/letter-number'
import { letterTypes, missingFacts } from '#shared/letters/letter-types'
import type { lettersContract } from '#shared/letters/letters.contract'
import { initials } from '#shared/paper/initials'
import { ok, type Result, refuse } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import { addEvent } from '../cases/case-moves'
import { attach, create, patch } from '../changes/record'
import type { Reader, Writer } from '../database/tables'
import { write } from '../database/write'
import type { Desk } from '../desk'
import { signedIn } from '../officers/signed-in'
import { doubtfulDate } from './doubtful-date'
import { type Draft, draftLetter } from './letter-facts'
import { findBook, findLastIssuedOn, findValidLetter, getNumbering } from './letters.store'

type Order = z.output<(typeof lettersContract)['issue']['input']>
type Planned = Draft & { book: LetterBook; number: string; dataHash: string; codeText: string }

/** A letter that somebody wants: what it is to say, read anew whenever it is planned, and what was answered to questions about it. */
export type Wanted<P> = Pick<Order, 'inSpiteOf' | 'isDateConfirmed'> & {
  draft(db: Reader): Promise<Result<Draft, P>>
  /** A letter that this one is issued in the place of. */
  insteadOf?: string
  write: typeof write
  /** Writes down that a number of the book is given. */
  take(trx: Writer, book: LetterBook, number: string): void
}

/** How often a letter is planned anew when what it rests on was changed while its page was being made. */
const TRIES = 5

/** The letter that each desk is working on: the next one waits, so that it need not be made twice. */
const atWork = new WeakMap<Desk['raw'], Promise<unknown>>()

export const issue: HandlersOf<typeof lettersContract, Desk>['issue'] = (desk, order) =>
  issueWanted(desk, {
    ...order,
    draft: db => draftLetter(desk, db, order),
    write,
    take: (trx, book) => void patch(trx, 'letterBook', book.id, { nextSequence: book.nextSequence + 1 })
  })

/**
 * Plans the letter, makes its page, and then keeps number, snapshot and frozen bytes in one transaction, if all of it still holds.
 * The page is made before the transaction, so that nobody waits for Chromium while the book is locked.
 */
export function issueWanted<P extends { kind: string }>(desk: Desk, wanted: Wanted<P>) {
  const mine = (atWork.get(desk.raw) ?? Promise.resolve()).then(() => issueOne(desk, wanted))
  atWork.set(
    desk.raw,
    mine.catch(() => undefined)
  )
  return mine
}

async function issueOne<P extends { kind: string }>(desk: Desk, wanted: Wanted<P>) {
  for (let tries = 1; ; tries++) {
    const planned = await plan(desk, desk.db, wanted)
    if (!planned.ok) return planned
    const page = await makePage(desk, planned.value)
    if (!page) return refuse({ kind: 'page-does-not-fit' })
    const issued = await wanted.write(desk, async trx => {
      const numbering = await getNumbering(trx)
      if (numbering !== 'open') return refuse({ kind: numbering === 'held' ? 'numbers-held' : 'numbers-lost' })
      const again = await plan(desk, trx, wanted)
      if (!again.ok) return again
      if (again.value.dataHash !== planned.value.dataHash) return refuse({ kind: 'moved-on' })
      const { book, number } = planned.value
      const letter: IssuedLetter = {
        id: trx.newId(),
        ...letterOf(desk, planned.value),
        pdfHash: attach(trx, page.pdf),
        pdfPages: page.pages
      }
      create(trx, 'letter', letter)
      wanted.take(trx, book, number)
      addEvent(trx, desk, letter.caseId, 'letter', letter.number)
      return ok(letter)
    })
    if (issued.ok || issued.problem.kind !== 'moved-on') return issued as Exclude<typeof issued, { problem: { kind: 'moved-on' } }>
    if (tries === TRIES) throw new Error('the letter book kept moving on')
  }
}

async function plan<P extends { kind: string }>(desk: Desk, db: Reader, wanted: Wanted<P>) {
  const draft = await wanted.draft(db)
  if (!draft.ok) return draft
  const { type, facts, office, resident } = draft.value
  const rule = letterTypes[type]
  const missing = missingFacts(type, facts)
  if (missing.length > 0) return refuse({ kind: 'missing-facts', facts: missing as string[] })
  const earlier = await findValidLetter(db, { residentId: resident.id, type, on: facts.issuedOn, besides: wanted.insteadOf })
  if (earlier && earlier.id !== wanted.inSpiteOf) {
    const { id, number, issuedOn, validUntil } = earlier
    return refuse({ kind: 'similar-letter-valid', letterId: id, number, issuedOn, validUntil })
  }
  const book = await findBook(db, office.unitCode, yearOf(facts.issuedOn))
  if (!book) return refuse({ kind: 'book-not-open', year: yearOf(facts.issuedOn) })
  const lastIssuedOn = await findLastIssuedOn(db, book.unitCode)
  if (lastIssuedOn && lastIssuedOn > facts.issuedOn && !wanted.isDateConfirmed) return refuse({ kind: 'date-before-last', lastIssuedOn })
  const doubt = wanted.isDateConfirmed ? undefined : doubtfulDate(desk, facts.issuedOn)
  if (doubt) return refuse({ kind: 'date-doubtful', issuedOn: facts.issuedOn, ...doubt })

  const classification = rule.classification[office.codeSet]
  const number = letterNumber(office.numberPattern, {
    classification,
    sequence: book.nextSequence,
    unitCode: office.unitCode,
    issuedOn: facts.issuedOn
  })
  // parsed, so that the hash is over the facts in the order they are stored in
  const numbered = LetterFacts.parse({ ...facts, number })
  const dataHash = hashOfFacts(numbered)
  const codeText = codeOf(desk, type, numbered, dataHash)
  return ok({ ...draft.value, facts: { ...numbered, verification: { codeText } }, book, number, dataHash, codeText })
}

/** What the code on the paper vouches for: the facts without the code itself. */
const hashOfFacts = (facts: LetterFacts): string =>
  createHash('sha256')
    .update(JSON.stringify({ ...facts, verification: null }))
    .digest('hex')

function codeOf(desk: Desk, letterType: string, facts: LetterFacts, dataHash: string): string {
  const payload = encodeLetterCode({
    number: facts.number ?? '',
    issuedOn: facts.issuedOn,
    letterType,
    dataHash: Buffer.from(dataHash, 'hex').subarray(0, 16),
    keyId: desk.keyId,
    initials: [...initials(facts.resident.name)].slice(0, 12).join('').trim(),
    nikTail: facts.resident.nik?.slice(-4) ?? ''
  })
  return letterCodeText(payload, sign(null, payload, desk.author.privateKey))
}

/** The frozen page, checked; undefined when the letter does not fit its paper. */
async function makePage(desk: Desk, { type, facts, office, number }: Planned): Promise<{ pdf: Uint8Array; pages: number } | undefined> {
  const { pdf, text, fits } = await desk.renderSheet(letterSheet(type, facts), office.paper)
  if (!fits) return undefined
  const { pages } = await desk.pdf.check(pdf, office.paper)
  if (!squeezed(text).includes(squeezed(number))) throw new Error('the page does not show its number')
  return { pdf, pages }
}

const squeezed = (text: string): string => text.replace(/\s+/g, '')

function letterOf(desk: Desk, planned: Planned) {
  const { type, templateVersion, facts, book, number, dataHash, codeText, office, resident, found, referralId } = planned
  return {
    type,
    templateVersion,
    caseId: found.id,
    referralId,
    residentId: resident.id,
    bookId: book.id,
    year: book.year,
    sequence: book.nextSequence,
    number,
    issuedOn: facts.issuedOn,
    issuedAt: desk.clock.now(),
    validUntil: facts.validUntil,
    officerId: signedIn(desk).id,
    paper: office.paper,
    facts,
    dataHash,
    codeText,
    status: 'issued' as const,
    voidReason: null,
    voidedAt: null,
    voidedBy: null
  }
}
