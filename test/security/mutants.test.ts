import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { MUTANTS } from '../../scripts/security/shell-mutants'

it('every setting that `npm run mutants` takes away still stands where it looks for it', () => {
  const gone = MUTANTS.filter(({ file, find }) => !readFileSync(join(import.meta.dirname, '../..', file), 'utf8').includes(find))
  expect(gone.map(({ file, what }) => `${file}: ${what}`)).toEqual([])
  expect(new Set(MUTANTS.map(({ what }) => what)).size).toBe(MUTANTS.length)
})
