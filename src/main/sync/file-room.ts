import { statfs } from 'node:fs/promises'
import { type Coming, haveOf, sizeOf } from './coming-file'

/** So much of the disk is left for the office's own work, in bytes. */
const RESERVE = 200 * 1_048_576

/** Whether what is still to come of a file leaves the office its room on the disk. SPEC R5. */
export const roomIn =
  (folder: string, freeBytes: (folder: string) => Promise<number> = free) =>
  async (next: Coming): Promise<boolean> =>
    (await freeBytes(folder)) > sizeOf(next) - haveOf(next) + RESERVE

async function free(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
