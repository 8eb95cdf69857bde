import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, rmSync, statSync, writeSync } from 'node:fs'

const BLOCK = Buffer.alloc(1 << 20)

/** Writes zeros over a file, then removes it. What a disk keeps elsewhere of it is still encrypted. */
export function shred(path: string): void {
  if (!existsSync(path)) return
  const descriptor = openSync(path, 'r+')
  try {
    const { size } = statSync(path)
    for (let at = 0; at < size; at += BLOCK.length) writeSync(descriptor, BLOCK, 0, Math.min(BLOCK.length, size - at), at)
    fsyncSync(descriptor)
    ftruncateSync(descriptor)
  } finally {
    closeSync(descriptor)
    rmSync(path, { force: true })
  }
}
