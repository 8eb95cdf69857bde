import { yearOf } from '#shared/clock'
import type { lettersContract } from '#shared/letters/letters.contract'
import { ok, refuse } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import { patch } from '../changes/record'
import { write } from '../database/write'
import type { Desk } from '../desk'
import { getOffice } from '../office/office.store'
import { findBook, getNumbering, letNumber } from './letters.store'

/** The other way out of a held book: paper knows what was given, whatever became of this PC's records. SPEC N2, reliability 3. */
export const confirmNumbers: HandlersOf<typeof lettersContract, Desk>['confirmNumbers'] = (desk, { lastNumber }) =>
  write(desk, async trx => {
    if ((await getNumbering(trx)) !== 'held') return refuse({ kind: 'numbering-not-held' })
    const year = yearOf(desk.today())
    const book = await findBook(trx, (await getOffice(trx)).unitCode, year)
    if (!book) return refuse({ kind: 'book-not-open', year })
    if (lastNumber < book.nextSequence - 1) return refuse({ kind: 'number-known', number: book.nextSequence - 1 })
    const next = patch(trx, 'letterBook', book.id, { nextSequence: lastNumber + 1 })
    await letNumber(trx)
    return ok(next)
  })
