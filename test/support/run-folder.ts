import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const MEMORY = '/dev/shm'
/** More than all tests of a run have lying about at one time. */
const ROOM = 4 * 2 ** 30

/** A folder for everything that one run of the tests writes: in memory where there is room for it, because the tests wait for every change to reach the disk, and the disk itself is not tried. */
export function makeRunFolder(): string {
  const folder = makeIn(hasRoom() ? MEMORY : tmpdir())
  if (runsPrograms(folder)) return folder
  rmSync(folder, { recursive: true })
  return makeIn(tmpdir())
}

/** PostgreSQL, which runs as another user than root, has to get into it. */
function makeIn(parent: string): string {
  const folder = mkdtempSync(join(parent, 'loket-tests-'))
  chmodSync(folder, 0o755)
  return folder
}

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(MEMORY)
    return bavail * bsize > ROOM
  } catch {
    return false
  }
}

/** Containers often forbid it where the folder is in memory. */
function runsPrograms(folder: string): boolean {
  if (!folder.startsWith(MEMORY)) return true
  const program = join(folder, 'program')
  writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 })
  return spawnSync(program).status === 0
}
