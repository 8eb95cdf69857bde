import { mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sampleFilePath } from '#wire/sample-file'
import { writeSynced } from '#wire/write-synced'

type Env = Record<string, string | undefined>

/** In which folders this machine has served districts that are no samples: a disk that is not mounted looks like an empty folder. */
const pathOf = (env: Env): string => join(dirname(sampleFilePath(env)), 'served.json')

/** Whether a district was served out of this folder before. */
export const wasServed = (env: Env, folder: string): boolean => listServed(env).includes(folder)

/** Remembers the folder. Where nothing can be kept the server runs all the same. */
export function noteServed(env: Env, folder: string): void {
  if (wasServed(env, folder)) return
  try {
    mkdirSync(dirname(pathOf(env)), { recursive: true })
    writeSynced(pathOf(env), `${JSON.stringify([...listServed(env), folder], null, 2)}\n`)
  } catch {
    // a service may have no home to write to
  }
}

function listServed(env: Env): string[] {
  try {
    const found: unknown = JSON.parse(readFileSync(pathOf(env), 'utf8'))
    return Array.isArray(found) ? found.filter(folder => typeof folder === 'string') : []
  } catch {
    return [] // no such file, mostly
  }
}
