import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { openReference, type Reference } from '#main/database/reference'
import { writeReferenceFile } from '../../scripts/reference/reference-file'

/** Builds the reference file into a new folder, as the build does, and opens it as the desk does; gone when the test file ends. */
export function builtReference(): Reference {
  const folder = mkdtempSync(join(tmpdir(), 'loket-reference-'))
  const file = join(folder, 'reference.db')
  writeReferenceFile(file, join(import.meta.dirname, '../../node_modules/idn-area-data/data'))
  const reference = openReference(file)
  afterAll(async () => {
    await reference.destroy()
    rmSync(folder, { recursive: true })
  })
  return reference
}
