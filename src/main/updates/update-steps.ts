import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeSynced } from '#wire/write-synced'

const Change = z.object({ from: z.string(), to: z.string(), at: z.int() })
const Steps = z.object({
  /** The version that somebody signed in to last; another one that follows it may have been installed by hand. */
  used: z.string().optional(),
  /** An installer was started; who signs in to the version that it brought ends this. */
  begun: Change.optional(),
  /** The last change of versions that somebody worked with. */
  installed: Change.optional(),
  givenUp: z.object({ version: z.string(), at: z.int() }).optional()
})
/** How far the change from one version of the program to the next has come. It names nobody and stands outside the database, which may be what does not open. */
export type UpdateSteps = z.infer<typeof Steps>

const fileIn = (folder: string): string => join(folder, 'steps.json')

/** A file that cannot be read tells of nothing: what runs is what counts. */
export function readSteps(folder: string): UpdateSteps {
  if (!existsSync(fileIn(folder))) return {}
  try {
    return Steps.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')))
  } catch {
    return {}
  }
}

/** Notes what changes and leaves the rest; undefined takes a step back. */
export function noteSteps(folder: string, steps: { [K in keyof UpdateSteps]: UpdateSteps[K] | undefined }): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeSynced(fileIn(folder), JSON.stringify({ ...readSteps(folder), ...steps }))
}
