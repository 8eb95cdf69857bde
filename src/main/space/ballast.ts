import { randomBytes } from 'node:crypto'
import { rmSync, statSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { BALLAST_BYTES } from '#shared/space/space'

const PIECE = 4 * 1_048_576
const fileIn = (data: string): string => join(data, 'ballast')

/** Whether the room that is kept for a full disk is there as a whole. */
export const hasBallast = (data: string): boolean => (statSync(fileIn(data), { throwIfNoEntry: false })?.size ?? 0) >= BALLAST_BYTES

/** Lets the kept room go; false when there was none. */
export function releaseBallast(data: string): boolean {
  const isThere = hasBallast(data)
  rmSync(fileIn(data), { force: true })
  return isThere
}

/** Fills a file with bytes that no file system can make smaller. Under its name it is whole. */
export async function makeBallast(data: string): Promise<void> {
  const unfinished = `${fileIn(data)}.new`
  try {
    const file = await open(unfinished, 'w', 0o600)
    try {
      for (let written = 0; written < BALLAST_BYTES; written += PIECE) await file.write(randomBytes(PIECE))
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(unfinished, fileIn(data))
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}
