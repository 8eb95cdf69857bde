import { accessSync, constants, lstatSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const prefix = 'electron-standin-'

function memoryFolder(): string {
  try {
    accessSync('/dev/shm', constants.W_OK)
    return '/dev/shm'
  } catch {
    return tmpdir()
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Removes a profile, and the folder elsewhere that Chromium's lock on it names; what its last breath still writes is tried again. */
export function removeProfile(folder: string): void {
  const remove = (path: string): void => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 40 })
  try {
    remove(dirname(readlinkSync(join(folder, 'chromium/SingletonSocket'))))
  } catch {
    // Windows has none, and a Chromium that ended by itself took it along
  }
  remove(folder)
}

/** Other accounts of a shared machine have theirs in the same folder. */
const isOurs = (folder: string): boolean => lstatSync(folder, { throwIfNoEntry: false })?.uid === (process.getuid?.() ?? 0)

/** A new profile folder for one Chromium in this folder, which is in memory where the machine has such a one; clears those of this account's runs that were killed. */
export function makeProfile(folder = memoryFolder()): string {
  for (const name of readdirSync(folder)) {
    const owner = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : Number.NaN
    if (Number.isInteger(owner) && !isAlive(owner) && isOurs(join(folder, name))) removeProfile(join(folder, name))
  }
  return mkdtempSync(join(folder, `${prefix}${process.pid}-`))
}
