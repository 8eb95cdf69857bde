import { randomBytes } from 'node:crypto'
import { CODE_BYTES, readRecoveryCode, wordsOfCode, writeRecoveryCode } from '#shared/keys/recovery-code'
import { ESCROW_FILE } from './escrow-key'
import { keepSealed, sealedIn, unseal } from './sealed-keys'

export const RECOVERY_FILE = 'recovery.key'

/** When the code that opens these data was made; undefined when there is none. */
export const codeMadeAt = (data: string): number | undefined => sealedIn(data, RECOVERY_FILE)[0]?.file.madeAt

/** Seals what opens the data with a new code and returns the code, which is kept nowhere. The code before no longer opens what is written from now on. */
export function makeRecoveryCode(data: string, content: Uint8Array, madeAt: number): { code: string; words: string[] } {
  const bytes = randomBytes(CODE_BYTES)
  keepSealed(data, RECOVERY_FILE, bytes, content, { madeAt })
  return { code: writeRecoveryCode(bytes), words: wordsOfCode(bytes) }
}

/** Whether this is the code on paper that opens these data. */
export const isCodeOf = (data: string, typed: string): boolean => {
  const bytes = readRecoveryCode(typed)
  return bytes !== undefined && sealedIn(data, RECOVERY_FILE).some(({ file }) => unseal(file, bytes) !== undefined)
}

export type OpenedBy = 'by-code' | 'by-district'
export type Unsealed = { kind: 'opened'; content: Uint8Array; by: OpenedBy } | { kind: 'wrong' } | { kind: 'none' }

/** What a typed code opens, the one from paper or the district's answer: `wrong` when it is neither, `none` when nothing was ever sealed. */
export function openWithCode(data: string, typed: string): Unsealed {
  const files = [...sealedIn(data, RECOVERY_FILE), ...sealedIn(data, ESCROW_FILE)]
  if (files.length === 0) return { kind: 'none' }
  const bytes = readRecoveryCode(typed)
  if (!bytes) return { kind: 'wrong' }
  for (const { file } of files) {
    const content = unseal(file, bytes)
    if (content) return { kind: 'opened', content, by: file.escrow ? 'by-district' : 'by-code' }
  }
  return { kind: 'wrong' }
}
