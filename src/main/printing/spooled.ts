import { readdirSync, rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const SPOOLED = /^slrt-\w{6}$/

/** A folder for a letter on its way to the printer of Windows, which reads it from a file, in plain. */
export const newSpooled = (): Promise<string> => mkdtemp(join(tmpdir(), 'slrt-'))

/** Where such letters lie. */
export const listSpooled = (): string[] =>
  readdirSync(tmpdir())
    .filter(name => SPOOLED.test(name))
    .map(name => join(tmpdir(), name))

/** Removes what a crash has left of them; one that a program still reads stays for the next start. Call it before anything is printed. */
export function sweepSpooled(): void {
  for (const folder of listSpooled()) {
    try {
      rmSync(folder, { recursive: true, force: true })
    } catch {
      // held open: it goes when nobody reads it
    }
  }
}
