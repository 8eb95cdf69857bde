import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** Of all that this run of the tests writes. */
    runFolder: string
  }
}

/** Copies a folder that is made once a run, by whichever file needs it first: setting up an office hashes four PINs, which is slow on purpose. */
export async function copySample(name: string, to: string, make: (folder: string) => Promise<void>): Promise<void> {
  const samples = inject('runFolder')
  const made = join(samples, `sample-${name}`)
  if (!existsSync(made)) {
    const making = mkdtempSync(join(samples, 'making-'))
    await make(making)
    if (!movedTo(made, making)) rmSync(making, { recursive: true })
  }
  cpSync(made, to, { recursive: true })
}

/** False when another file was faster. */
function movedTo(made: string, making: string): boolean {
  try {
    renameSync(making, made)
    return true
  } catch (error) {
    if (existsSync(made)) return false
    throw error
  }
}
