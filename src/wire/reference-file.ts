import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ReferenceSet } from '#shared/directory/reference-set'
import { compressToKeep, decompress } from './compress'
import { applyReferenceSet } from './reference-set.store'

/** A set is lists that people have written. */
export const MOST_SET_BYTES = 16 * 1_048_576

export const packSet = (set: ReferenceSet): Uint8Array => compressToKeep(Buffer.from(JSON.stringify(set)))

/** The text of a set; throws a CompressError for what is none. */
export const unpackSet = (bytes: Uint8Array): string => Buffer.from(decompress(bytes, MOST_SET_BYTES)).toString('utf8')

/** Tries a set on a copy of the lists that the program ships with; throws SetDoesNotFit as a desk would. */
export function trySet(shipped: string, set: ReferenceSet): void {
  const folder = mkdtempSync(join(tmpdir(), 'reference-'))
  try {
    const copy = join(folder, 'reference.db')
    copyFileSync(shipped, copy)
    applyReferenceSet(copy, set)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
