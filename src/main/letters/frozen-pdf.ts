import { createHash } from 'node:crypto'
import type { IssuedLetter } from '#shared/letters/issued-letter'
import { ok, type Result, refuse } from '#shared/result'
import { find } from '../database/find'
import type { Desk } from '../desk'
import { attachmentBytes } from '../sync/attachment-bytes'

/** The bytes of a letter as they were frozen. Those of another desk's letter are fetched from the district; throws when bytes are not what they were. */
export async function frozenPdf(desk: Desk, { pdfHash }: IssuedLetter): Promise<Result<Uint8Array, { kind: 'pdf-elsewhere' }>> {
  const pdf = await attachmentBytes(desk, pdfHash)
  if (!pdf) return refuse({ kind: 'pdf-elsewhere' })
  if (createHash('sha256').update(pdf).digest('hex') !== pdfHash) throw new Error('the frozen bytes are not what they were')
  return ok(new Uint8Array(pdf))
}

/** The same by the letter's id. */
export async function pdfOfLetter(
  desk: Desk,
  letterId: string
): Promise<Result<Uint8Array, { kind: 'pdf-elsewhere' } | { kind: 'not-found' }>> {
  const letter = await find(desk.db, 'letter', letterId)
  return letter ? frozenPdf(desk, letter) : refuse({ kind: 'not-found' })
}
