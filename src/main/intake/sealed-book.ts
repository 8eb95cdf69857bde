import { createCipheriv, createDecipheriv, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { IntakePerson } from '#shared/intake/intake'
import { openKeyOf, packKey, sealKeyOf } from '#wire/pack-keys'
import type { IntakeEntry } from './intake.store'

// While the data are closed their keys cannot be had, so the book is sealed to the key with which the desk signs: whoever opens the desk, here or on another
// PC with the recovery code, opens this too.

const CIPHER = 'aes-256-gcm'
const TAG = 16
const Sealed = z.object({ v: z.literal(1), ephemeral: z.base64(), nonce: z.base64(), sealed: z.base64() })
const Entries = z.array(
  z.object({
    n: z.int(),
    id: z.uuid(),
    residentId: z.uuid(),
    visitId: z.uuid(),
    at: z.int(),
    officer: z.string(),
    person: IntakePerson,
    aside: z.string().nullable()
  })
)

/** The whole book as a text that only the holder of the private key reads. */
export function sealBook(publicKey: KeyObject, entries: readonly IntakeEntry[]): string {
  const own = generateKeyPairSync('x25519')
  const ephemeral = own.publicKey.export({ type: 'spki', format: 'der' })
  const nonce = randomBytes(12)
  const cipher = createCipheriv(CIPHER, packKey(own.privateKey, sealKeyOf(publicKey), ephemeral), nonce, { authTagLength: TAG })
  const sealed = Buffer.concat([cipher.update(JSON.stringify(entries), 'utf8'), cipher.final(), cipher.getAuthTag()])
  const text = {
    v: 1,
    ephemeral: ephemeral.toString('base64'),
    nonce: nonce.toString('base64'),
    sealed: sealed.toString('base64')
  } as const
  return JSON.stringify(text satisfies z.infer<typeof Sealed>)
}

/** Nothing for what is not whole, or was sealed to another desk. */
export function openSealedBook(privateKey: KeyObject, text: string): IntakeEntry[] {
  try {
    const { ephemeral, nonce, sealed } = Sealed.parse(JSON.parse(text))
    const head = Buffer.from(ephemeral, 'base64')
    const other = createPublicKey({ key: head, type: 'spki', format: 'der' })
    const decipher = createDecipheriv(CIPHER, packKey(openKeyOf(privateKey), other, head), Buffer.from(nonce, 'base64'), {
      authTagLength: TAG
    })
    const all = Buffer.from(sealed, 'base64')
    decipher.setAuthTag(all.subarray(all.length - TAG))
    const opened = Buffer.concat([decipher.update(all.subarray(0, all.length - TAG)), decipher.final()])
    return Entries.parse(JSON.parse(opened.toString('utf8')))
  } catch {
    return []
  }
}
