import { createHash, randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, lstat, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { PackSource } from './pack'

/** What a pack is called: nothing in it is about anybody. */
export const packName = (district: string, deskCode: string, on: string): string =>
  `${beginOf(district, deskCode)}${on}-${randomBytes(4).toString('hex')}.pack`
const beginOf = (district: string, deskCode: string): string => `loket-${district}-${deskCode}-`
/** What it is called until it has been read back. */
const UNFINISHED = '.part'

/** Takes away what a desk began to write to a stick that was pulled out. */
export async function sweepUnfinished(folder: string, district: string, deskCode: string): Promise<void> {
  const begin = beginOf(district, deskCode)
  for (const name of await readdir(folder))
    if (name.startsWith(begin) && name.endsWith(`.pack${UNFINISHED}`)) await rm(join(folder, name), { force: true })
}

/** Names that Windows gives to devices, whatever follows the dot. */
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\.|$)/i
/** Paths, streams, wildcards and what no person types. */
const UNSAFE = /[/\\:*?"<>|]|\p{Cc}/u

/** Whether a name in a folder may be opened as a pack; people do rename files. */
export const isPackName = (name: string): boolean =>
  /^[^.].*\.pack$/i.test(name) && name.length <= 120 && !DEVICE.test(name) && !UNSAFE.test(name)

/** A place of the drive under a file cannot be read: the drive is worn, or gone. */
export class UnreadablePlace extends Error {
  readonly code = 'EIO'
}

/** Reads an ordinary file while `work` runs; undefined for a link, a folder, a device and what may not be read, which is not opened. */
export async function withFile<T>(path: string, work: (source: PackSource) => Promise<T>): Promise<T | undefined> {
  if (!(await lstat(path)).isFile()) return undefined
  // between the look and the opening somebody may have put something else there
  const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)).catch(ifShut)
  if (!file) return undefined
  try {
    const found = await file.stat()
    return found.isFile() ? await work({ size: found.size, read: (from, length) => readFrom(file, from, length) }) : undefined
  } finally {
    await file.close()
  }
}

/**
 * Writes a file under another name first, reads it back, and gives it its own only when the same bytes came: a stick that is pulled out or
 * full leaves nothing behind that looks like a pack. Gives its size; throws what the system says.
 */
export async function writePackFile(folder: string, name: string, pieces: AsyncIterable<Uint8Array>): Promise<number> {
  const unfinished = join(folder, `${name}${UNFINISHED}`)
  const file = await open(unfinished, 'wx', 0o600)
  try {
    const [hash, bytes] = await writeAll(file, pieces).finally(() => file.close())
    if ((await hashOf(unfinished)) !== hash) throw Object.assign(new Error('the drive gave other bytes back'), { code: 'EIO' })
    await rename(unfinished, join(folder, name))
    await syncNames(folder)
    return bytes
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined) // gone with the stick
    throw error
  }
}

function ifShut(error: { code?: string }): undefined {
  if (!['ELOOP', 'EACCES', 'EPERM'].includes(error.code ?? '')) throw error
}

async function writeAll(file: FileHandle, pieces: AsyncIterable<Uint8Array>): Promise<[hash: string, bytes: number]> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of pieces) {
    hash.update(piece)
    await file.writeFile(piece)
    bytes += piece.length
  }
  await file.sync()
  return [hash.digest('hex'), bytes]
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  const file = await open(path, 'r')
  for await (const piece of file.createReadStream()) hash.update(piece as Buffer)
  return hash.digest('hex')
}

async function readFrom(file: FileHandle, from: number, length: number): Promise<Uint8Array> {
  const bytes = Buffer.alloc(length)
  let have = 0
  while (have < length) {
    const { bytesRead } = await file.read(bytes, have, length - have, from + have).catch(ofPlace)
    if (bytesRead === 0) break
    have += bytesRead
  }
  return bytes.subarray(0, have)
}

function ofPlace(error: { code?: string }): never {
  throw error.code === 'EIO' ? new UnreadablePlace() : error
}

/** Windows has no such call and needs none. */
async function syncNames(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const names = await open(folder, 'r')
  await names.sync().finally(() => names.close())
}
