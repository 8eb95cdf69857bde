import { createPublicKey, verify as verifySignature } from 'node:crypto'
import { parseLetterCode } from '#shared/letters/letter-code'
import type { Verification } from '#shared/letters/letters.contract'
import type { Desk } from '../desk'
import { listDevices } from '../office/office.store'
import { findLetterOnPaper } from './letters.store'

/** Says what a scanned text is worth: who signed it, and whether the letter is known and in force here. Needs no network. */
export async function verifyCode(desk: Pick<Desk, 'db'>, text: string): Promise<Verification> {
  const code = parseLetterCode(text)
  if (!code.ok) return { kind: code.problem }
  const { number, issuedOn, letterType, initials, nikTail, keyId, dataHash } = code.claims
  const device = (await listDevices(desk.db)).find(known => known.keyId === keyId)
  if (!device) return { kind: 'unknown-key', number, issuedOn }
  const key = createPublicKey({ key: Buffer.from(device.publicKey, 'base64'), type: 'spki', format: 'der' })
  if (!verifySignature(null, code.payload, key, code.signature)) return { kind: 'forged' }
  const letter = await findLetterOnPaper(desk.db, number, dataHash)
  const here = letter ? { letterId: letter.id, status: letter.status, validUntil: letter.validUntil } : null
  return { kind: 'genuine', number, issuedOn, letterType, initials, nikTail, here }
}
