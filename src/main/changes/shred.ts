import { closeSync, fdatasyncSync, lstatSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { syncFolder } from '#wire/sync-folder'

/** What a file that is being shredded is called: cut off anywhere, it is nobody's journal any more. */
export const SHREDDED = '.shredded'
const PIECE = Buffer.alloc(65_536)

/**
 * Writes over a file and removes it. What it held was sealed; a disk that writes elsewhere than it is told, as flash does, still has the sealed bytes, and only
 * forgetting the key takes those away. A link goes, and what it leads to stays.
 */
export function shred(path: string): void {
  if (lstatSync(path).isSymbolicLink()) {
    rmSync(path)
    return
  }
  const doomed = path.endsWith(SHREDDED) ? path : `${path}${SHREDDED}`
  if (doomed !== path) renameSync(path, doomed)
  const descriptor = openSync(doomed, 'r+')
  try {
    const { size } = statSync(doomed)
    for (let at = 0; at < size; at += PIECE.length) writeSync(descriptor, PIECE, 0, Math.min(PIECE.length, size - at), at)
    fdatasyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  rmSync(doomed)
  syncFolder(dirname(doomed))
}
