import type { LetterBook } from '#shared/letters/issued-letter'
import { isIssuing, numberGiven, opsVoided } from '#shared/sync/taking-place'
import { append, replace } from '../changes/record'
import type { Writer } from '../database/tables'
import type { Taken } from './queue.store'

type By = { at: number; officerId: string }
type Next = { book: LetterBook; number: string }

/** Puts in the place of a refused change the same one with its letter void, and says so in the case's history. SPEC N5. */
export function voidTaken(trx: Writer, { ops, placeToTake }: Taken, { at, officerId }: By, next?: Next): void {
  const done = next ? `Diganti dengan surat nomor ${next.number}; tarik lembar yang lama.` : 'Tarik lembar yang sudah dicetak.'
  const voidReason = `Nomor ini sudah dipakai surat lain. ${done}`
  const voided = opsVoided(ops, { voidReason, voidedAt: at, voidedBy: officerId })
  replace(trx, placeToTake, next ? [...voided, numberGiven(next.book.id, next.book.nextSequence)] : voided)
  for (const { fields } of ops.filter(isIssuing)) {
    const text = `${fields.number}: ${voidReason}`
    append(trx, 'caseEvent', { id: trx.newId(), caseId: String(fields.caseId), kind: 'letter-void', text, status: null, at, officerId })
  }
}
