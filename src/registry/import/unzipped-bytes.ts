import { createInflateRaw } from 'node:zlib'

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const DEFLATED = 8

/** `from` and `until`: where a file lies in the zip; `bytes`: how large the zip says that it is. */
type Entry = { method: number; from: number; until: number; bytes: number }

/**
 * What a zip file says it holds, in bytes, from the directory at its end; undefined when that is missing, as in half a download. Read before anything
 * is unpacked, so that a small file cannot fill the memory.
 */
export const unzippedBytes = (zip: Buffer): number | undefined => entriesOf(zip)?.reduce((sum, { bytes }) => sum + bytes, 0)

/** Whether nothing in a zip file is larger than it says: unpacked piece by piece, and let go at once. */
export async function isAsLargeAsItSays(zip: Buffer): Promise<boolean> {
  for (const entry of entriesOf(zip) ?? []) if (entry.method === DEFLATED && !(await fitsInto(zip, entry))) return false
  return true
}

async function fitsInto(zip: Buffer, { from, until, bytes }: Entry): Promise<boolean> {
  const unpacking = createInflateRaw()
  unpacking.end(zip.subarray(from, until))
  let left = bytes
  try {
    for await (const piece of unpacking as AsyncIterable<Buffer>) {
      left -= piece.length
      if (left < 0) return false
    }
    return true
  } catch {
    return false
  } finally {
    unpacking.destroy()
  }
}

function entriesOf(zip: Buffer): Entry[] | undefined {
  const end = findEnd(zip)
  if (end === undefined) return undefined
  const entries: Entry[] = []
  let at = zip.readUInt32LE(end + 16)
  for (let n = zip.readUInt16LE(end + 10); n > 0; n--) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== DIRECTORY_ENTRY) return undefined
    const head = zip.readUInt32LE(at + 42)
    if (head + 30 > zip.length) return undefined
    const from = head + 30 + zip.readUInt16LE(head + 26) + zip.readUInt16LE(head + 28)
    entries.push({ method: zip.readUInt16LE(at + 10), from, until: from + zip.readUInt32LE(at + 20), bytes: zip.readUInt32LE(at + 24) })
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return entries
}

/** The end stands in the last 64 kB, behind it only a comment. */
function findEnd(zip: Buffer): number | undefined {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 65_557); at--) if (zip.readUInt32LE(at) === END_OF_DIRECTORY) return at
  return undefined
}
