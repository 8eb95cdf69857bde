import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { folderOf } from './folders'

/** The program of a thread, written for one test. */
export function threadProgram(source: string): URL {
  const file = join(folderOf('thread'), 'worker.mjs')
  writeFileSync(file, source)
  return pathToFileURL(file)
}
