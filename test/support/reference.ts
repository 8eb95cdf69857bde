import { afterAll } from 'vitest'
import { openReference, type Reference } from '#main/database/reference'
import { REFERENCE_FILE } from './reference-file'

/** Opens the reference file that the build has made as the desk does, until the test file ends. */
export function builtReference(): Reference {
  const reference = openReference(REFERENCE_FILE)
  afterAll(() => reference.destroy())
  return reference
}
