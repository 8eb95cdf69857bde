import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'

/**
 * How a desk that is started on the same machine finds the sample district: a file that lies there while its server runs.
 * `code` takes in one desk without asking anybody; when it has been used, the server puts another one here.
 */
export type SampleFile = { version: 1; address: string; district: string; name: string; code: string }

/** `LOKET_DISTRICT_FILE`, or `loket-slrt/district.json` where this system keeps the state of a user's programs. */
export function sampleFilePath(env: Record<string, string | undefined>): string {
  return env.LOKET_DISTRICT_FILE || join(stateFolder(env), 'loket-slrt', 'district.json')
}

/** Replaces the file as a whole; nobody but its user may read it. */
export function writeSampleFile(path: string, content: SampleFile): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.new`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${path}.new`, path)
}

export const removeSampleFile = (path: string): void => rmSync(path, { force: true })

function stateFolder(env: Record<string, string | undefined>): string {
  if (process.platform === 'win32') return env.LOCALAPPDATA ?? join(homedir(), 'AppData/Local')
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support')
  return env.XDG_STATE_HOME || join(homedir(), '.local/state')
}

/** The sample district that runs on this machine, if one does. */
export function readSampleFile(env: Record<string, string | undefined>): SampleFile | undefined {
  try {
    return JSON.parse(readFileSync(sampleFilePath(env), 'utf8')) as SampleFile
  } catch {
    return undefined // no such file, mostly; what cannot be read is no offer
  }
}
