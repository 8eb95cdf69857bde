// `node scripts/security-doc.ts`: writes the matrix of roles into docs/security.md, from the table that guards the calls.
import './extensionless.ts'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const FILE = join(import.meta.dirname, '../docs/security.md')
const { withMatrix } = await import('./security/role-matrix.ts')
writeFileSync(FILE, withMatrix(readFileSync(FILE, 'utf8')))
