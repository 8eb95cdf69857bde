import { existsSync, readFileSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { basename, delimiter } from 'node:path'
import type { Drive } from '#shared/sync/sync.contract'
import { mountsIn } from './drives-mounts'

/** What of this machine says which drives there are. */
export type DrivesFrom = { platform: NodeJS.Platform; env: Record<string, string | undefined> }

const HERE: DrivesFrom = { platform: process.platform, env: process.env }
const MOUNTS = '/proc/self/mountinfo'

/** The sticks that are in this PC now, each with what is free on it. `LOKET_DRIVES` names other folders, for PCs that mount elsewhere. */
export async function listDrives(from: DrivesFrom = HERE): Promise<Drive[]> {
  const found = await Promise.all(pathsOf(from).map(driveAt))
  return found.flatMap(drive => drive ?? [])
}

/** The drive with this path, if it is in now: nothing is read from or written to any other place. */
export async function findDrive(path: string, from: DrivesFrom = HERE): Promise<Drive | undefined> {
  return pathsOf(from).includes(path) ? driveAt(path) : undefined
}

function pathsOf({ platform, env }: DrivesFrom): string[] {
  if (env.LOKET_DRIVES) return env.LOKET_DRIVES.split(delimiter).filter(path => path !== '')
  if (platform === 'win32') return LETTERS.map(letter => `${letter}:\\`).filter(path => existsSync(path))
  return existsSync(MOUNTS) ? mountsIn(readFileSync(MOUNTS, 'utf8')) : []
}

/** A and B are floppies and C is the system's own. */
const LETTERS = [...'DEFGHIJKLMNOPQRSTUVWXYZ']

/** Undefined for one that was pulled out between being seen and being asked. */
async function driveAt(path: string): Promise<Drive | undefined> {
  try {
    if (!statSync(path).isDirectory()) return undefined
    const { bavail, bsize } = await statfs(path)
    return { path, name: basename(path) || path, freeBytes: bavail * bsize }
  } catch {
    return undefined // a card reader without a card has a letter and no drive
  }
}
