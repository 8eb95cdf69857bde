import { yearOf } from '#shared/clock'
import { letterSheet } from '#shared/letters/letter-body'
import { missingFacts } from '#shared/letters/letter-types'
import type { lettersContract } from '#shared/letters/letters.contract'
import { unusedNumbers } from '#shared/letters/unused-numbers'
import { ok, refuse } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import { addEvent } from '../cases/case-moves'
import { create, move, patch } from '../changes/record'
import { find, get } from '../database/find'
import { write } from '../database/write'
import type { Desk } from '../desk'
import { getOffice } from '../office/office.store'
import { signedIn } from '../officers/signed-in'
import { confirmNumbers } from './confirm-numbers'
import { pdfOfLetter } from './frozen-pdf'
import { issue } from './issue'
import { issueAnew } from './issue-anew'
import { draftLetter } from './letter-facts'
import {
  findBook,
  getNumbering,
  hasBook,
  letNumber,
  listAttempts,
  listBooks,
  listCopies,
  listHandOvers,
  listLettersOfBook,
  listLettersOfCase,
  mayBeReopened
} from './letters.store'
import { printHandlers } from './print.handlers'
import { verifyCode } from './verify'

export const lettersHandlers: HandlersOf<typeof lettersContract, Desk> = {
  preview: async (desk, order) => {
    const draft = await draftLetter(desk, desk.db, order)
    if (!draft.ok) return draft
    const { type, facts } = draft.value
    return ok({ sheet: letterSheet(type, facts), missing: missingFacts(type, facts) })
  },

  issue,
  issueAnew,

  get: async (desk, { letterId }) => {
    const letter = await find(desk.db, 'letter', letterId)
    if (!letter) return refuse({ kind: 'not-found' })
    const [attempts, copies, handOvers, officer] = [
      await listAttempts(desk.db, letterId),
      await listCopies(desk.db, letterId),
      await listHandOvers(desk.db, letterId),
      await get(desk.db, 'officer', letter.officerId)
    ]
    return ok({ letter, attempts, copies, handOvers, officerName: officer.name })
  },

  ofCase: async (desk, { caseId }) => ok(await listLettersOfCase(desk.db, caseId)),

  pdf: (desk, { letterId }) => pdfOfLetter(desk, letterId),

  ...printHandlers,

  handOver: (desk, { letterId, receivedBy, isRepresentative }) =>
    write(desk, async trx => {
      const letter = await find(trx, 'letter', letterId)
      if (!letter) return refuse({ kind: 'not-found' })
      if (letter.status === 'void') return refuse({ kind: 'letter-void' })
      return ok(
        create(trx, 'handOver', {
          id: trx.newId(),
          letterId,
          receivedBy,
          isRepresentative,
          at: desk.clock.now(),
          officerId: signedIn(desk).id
        })
      )
    }),

  void: (desk, { letterId, reason }) =>
    write(desk, async trx => {
      const letter = await find(trx, 'letter', letterId)
      if (!letter) return refuse({ kind: 'not-found' })
      if (letter.status === 'void') return refuse({ kind: 'already-void' })
      addEvent(trx, desk, letter.caseId, 'letter-void', `${letter.number}: ${reason}`)
      return ok(move(trx, 'letter', letterId, 'void', { voidReason: reason, voidedAt: desk.clock.now(), voidedBy: signedIn(desk).id }))
    }),

  /**
   * A year's book is opened by a person, on the year the calendar shows, so that a wrong clock cannot start a series over.
   * After a recovery that may have lost letters it is opened again behind the last number on paper, never before a number that is known.
   * A desk of a district that was copied goes on under a unit code that it has never numbered under, so that no copy has its numbers. SPEC N2.
   */
  openBook: (desk, { year, firstNumber }) =>
    write(desk, async trx => {
      const { unitCode } = await getOffice(trx)
      if (year !== yearOf(desk.today())) return refuse({ kind: 'not-this-year' })
      const open = await findBook(trx, unitCode, year)
      const mayReopen = await mayBeReopened(trx)
      if (open && !mayReopen) return refuse({ kind: 'already-open' })
      const isLost = (await getNumbering(trx)) === 'lost'
      if (isLost && !mayReopen && (await hasBook(trx, unitCode))) return refuse({ kind: 'numbers-lost' })
      if (isLost || mayReopen) await letNumber(trx)
      if (open) return ok(patch(trx, 'letterBook', open.id, { nextSequence: Math.max(open.nextSequence, firstNumber) }))
      return ok(
        create(trx, 'letterBook', { id: trx.newId(), unitCode, year, mode: 'own', startAt: firstNumber, nextSequence: firstNumber })
      )
    }),

  confirmNumbers,

  books: async desk => ok(await listBooks(desk.db)),

  register: async (desk, { bookId }) => {
    const book = await find(desk.db, 'letterBook', bookId)
    if (!book) return refuse({ kind: 'not-found' })
    const letters = await listLettersOfBook(desk.db, bookId)
    return ok({ book, letters, unused: unusedNumbers(book, letters) })
  },

  verify: async (desk, { text }) => ok(await verifyCode(desk, text))
}
