import { closeSync, fdatasyncSync, lstatSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { syncFolder } from './sync-folder'

/** What a file that is being shredded is called: cut off anywhere, it is nobody's any more, and is shredded to the end. */
export const SHREDDED = '.shredded'
const PIECE = Buffer.alloc(1 << 20)

/**
 * Writes over a file and removes it; one that is not there is gone. What it held was sealed; a disk that writes elsewhere than it is told, as flash does, still has
 * the sealed bytes, and only forgetting the key takes those away. A link goes, and what it leads to stays. A second for each few hundred megabytes.
 */
export function shred(path: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (!found) return
  if (found.isSymbolicLink()) {
    rmSync(path)
    return
  }
  const doomed = path.endsWith(SHREDDED) ? path : `${path}${SHREDDED}`
  if (doomed !== path) renameSync(path, doomed)
  const descriptor = openSync(doomed, 'r+')
  try {
    for (let at = 0; at < found.size; at += PIECE.length) writeSync(descriptor, PIECE, 0, Math.min(PIECE.length, found.size - at), at)
    fdatasyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  rmSync(doomed)
  syncFolder(dirname(doomed))
}
