import { chmod, copyFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { syncFile, syncFolder } from '#wire/sync-folder'

/** Puts a program in one file in the place of another: that one is there whole until the new one is. False where this account may not. */
export async function takePlace(file: string, place: string): Promise<boolean> {
  const waiting = `${place}.new`
  try {
    await copyFile(file, waiting)
    await chmod(waiting, 0o755)
    syncFile(waiting)
    await rename(waiting, place)
    syncFolder(dirname(place))
    return true
  } catch {
    await rm(waiting, { force: true }).catch(() => undefined)
    return false
  }
}
