import { join } from 'node:path'

/** The reference file as the build makes it; `test/support/global-setup.ts` sees to it that it is there. */
export const REFERENCE_FILE = join(import.meta.dirname, '../../out/reference/reference.db')
