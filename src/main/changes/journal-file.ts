import { closeSync, fdatasyncSync, ftruncateSync, openSync, readFileSync, readSync } from 'node:fs'

/** Bytes that are read at once. */
const PIECE = 1 << 20

/** The whole lines of a file, piece by piece: years that went to a new place in one day are longer than a text may be. */
export function* linesIn(path: string): Generator<string> {
  const descriptor = openSync(path, 'r')
  try {
    const piece = Buffer.alloc(PIECE)
    let rest = ''
    for (let length = readSync(descriptor, piece); length > 0; length = readSync(descriptor, piece)) {
      const lines = (rest + piece.toString('latin1', 0, length)).split('\n')
      rest = lines.pop() ?? ''
      yield* lines.filter(Boolean)
    }
  } finally {
    closeSync(descriptor)
  }
}

/** What a power cut or a full disk left of a line would spoil the next one. */
export function cutTornLine(path: string): void {
  const bytes = readFileSync(path)
  const length = bytes.lastIndexOf('\n') + 1
  if (length === bytes.length) return
  const descriptor = openSync(path, 'r+')
  try {
    ftruncateSync(descriptor, length)
    fdatasyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
