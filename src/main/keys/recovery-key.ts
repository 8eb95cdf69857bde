import { randomBytes } from 'node:crypto'
import { CODE_BYTES, readRecoveryCode, wordsOfCode, writeRecoveryCode } from '#shared/keys/recovery-code'
import { ESCROW_FILE } from './escrow-key'
import { dropSealed, keepSealed, type SealedKeys, sealedIn, unseal, writeSealed } from './sealed-keys'

export const RECOVERY_FILE = 'recovery.key'
/** A new code until somebody has said that it is on paper: a power cut before that must not leave an office whose envelope opens nothing. */
export const NEW_RECOVERY_FILE = 'recovery-new.key'
const BOTH = [RECOVERY_FILE, NEW_RECOVERY_FILE] as const

const newest = (data: string, name: string): number | undefined => sealedIn(data, name)[0]?.file.madeAt

/** When the code was made that is on paper; undefined when there is none. */
export const codeMadeAt = (data: string): number | undefined => newest(data, RECOVERY_FILE)
/** When a code was made of which nobody has said yet that it is on paper; it opens the data beside the one before. */
export const newCodeMadeAt = (data: string): number | undefined => newest(data, NEW_RECOVERY_FILE)

/** Seals what opens the data with a new code and returns the code, which is kept nowhere. The code before stays in force until `keepRecoveryCode`. */
export function makeRecoveryCode(data: string, content: Uint8Array, madeAt: number): { code: string; words: string[] } {
  settleRecoveryCode(data)
  const bytes = randomBytes(CODE_BYTES)
  keepSealed(data, NEW_RECOVERY_FILE, bytes, content, { madeAt })
  return { code: writeRecoveryCode(bytes), words: wordsOfCode(bytes) }
}

/** From now on the new code alone opens the data; false when this is not it. Asked again, it says the same. */
export function keepRecoveryCode(data: string, typed: string): boolean {
  const made = sealedIn(data, NEW_RECOVERY_FILE)
  const found = openedBy(made, typed)
  if (!found) return made.length === 0 && openedBy(sealedIn(data, RECOVERY_FILE), typed) !== undefined
  putInForce(data, found)
  return true
}

/** Ends what a power cut has stopped halfway: a code that is in force in one place is in force in both. */
export function settleRecoveryCode(data: string): void {
  const kept = sealedIn(data, RECOVERY_FILE)
  const halfway = sealedIn(data, NEW_RECOVERY_FILE).find(made => kept.some(({ file }) => file.sealed === made.file.sealed))
  if (halfway) putInForce(data, halfway.file)
}

function putInForce(data: string, file: SealedKeys): void {
  writeSealed(data, RECOVERY_FILE, file)
  dropSealed(data, NEW_RECOVERY_FILE)
}

const openedBy = (files: readonly { file: SealedKeys }[], typed: string): SealedKeys | undefined => {
  const bytes = readRecoveryCode(typed)
  return bytes && files.find(({ file }) => unseal(file, bytes) !== undefined)?.file
}

const sealedByCode = (data: string): { file: SealedKeys }[] => BOTH.flatMap(name => sealedIn(data, name))

/** Whether this is a code that opens these data, on paper already or not yet. */
export const isCodeOf = (data: string, typed: string): boolean => openedBy(sealedByCode(data), typed) !== undefined

export type OpenedBy = 'by-code' | 'by-district'
export type Unsealed = { kind: 'opened'; content: Uint8Array; by: OpenedBy } | { kind: 'wrong' } | { kind: 'none' }

/** What a typed code opens, the one from paper or the district's answer: `wrong` when it is neither, `none` when nothing was ever sealed. */
export const openWithCode = (data: string, typed: string): Unsealed =>
  openSealed(
    [...sealedByCode(data), ...sealedIn(data, ESCROW_FILE)].map(({ file }) => file),
    typed
  )

/** The same of sealed files that lie elsewhere. */
export function openSealed(files: readonly SealedKeys[], typed: string): Unsealed {
  if (files.length === 0) return { kind: 'none' }
  const bytes = readRecoveryCode(typed)
  if (!bytes) return { kind: 'wrong' }
  for (const file of files) {
    const content = unseal(file, bytes)
    if (content) return { kind: 'opened', content, by: file.escrow ? 'by-district' : 'by-code' }
  }
  return { kind: 'wrong' }
}
