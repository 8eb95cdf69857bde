import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { withMatrix } from '../../scripts/security/role-matrix'

const FILE = join(import.meta.dirname, '../../docs/security.md')

/** If this fails, run `node scripts/security-doc.ts`. */
it('has the matrix of roles in docs/security.md as the guard has it', () => {
  const page = readFileSync(FILE, 'utf8')
  expect(page).toBe(withMatrix(page))
})
