// What a disk holds after each recorded call, and what could be left of it when the power goes at that moment.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { between, oneOf, type Random } from '../seeded.ts'

export type Step = { op: string; name: string; at: number; bytes: Buffer }
type File = { durable: Buffer; pending: Step[] }
export type Disk = Map<string, File>
/** What each file holds. */
export type Image = Map<string, Buffer>

const HEAD = 16
/** A disk writes so many bytes whole or not at all. */
const SECTOR = 512

export function readSteps(log: string): Step[] {
  const all = readFileSync(log)
  const steps: Step[] = []
  for (let at = 0; at + HEAD <= all.length; ) {
    const [nameLength, length] = [all.readUInt16LE(at + 2), all.readUInt32LE(at + 4)]
    const from = at + HEAD + nameLength
    const name = all.toString('utf8', at + HEAD, from)
    steps.push({
      op: String.fromCharCode(all[at] ?? 0),
      name,
      at: Number(all.readBigUInt64LE(at + 8)),
      bytes: all.subarray(from, from + length)
    })
    at = from + length
  }
  return steps
}

/** What lies in a folder before anything is recorded. */
export function diskOf(folder: string): Disk {
  const names = (readdirSync(folder, { recursive: true }) as string[]).filter(name => statSync(join(folder, name)).isFile())
  return new Map(names.map(name => [name, { durable: readFileSync(join(folder, name)), pending: [] }]))
}

/** One call more. Names are taken as durable at once: a journalling file system orders them. */
export function advance(disk: Disk, step: Step): void {
  const { op, name } = step
  if (op === 'U') disk.delete(name)
  if (op === 'R') rename(disk, name, step.bytes.toString('utf8'))
  if (!'OWTS'.includes(op)) return
  const file = disk.get(name) ?? { durable: Buffer.alloc(0), pending: [] }
  disk.set(name, file)
  if (op === 'O' && step.at === 1) file.pending.push({ ...step, op: 'T', at: 0 })
  if (op === 'W' || op === 'T') file.pending.push(step)
  if (op !== 'S') return
  file.durable = applied(file.durable, file.pending, () => true)
  file.pending = []
}

/** A folder takes along what lies in it. */
function rename(disk: Disk, from: string, to: string): void {
  for (const [name, file] of [...disk]) {
    if (name !== from && !name.startsWith(`${from}/`)) continue
    disk.delete(name)
    disk.set(`${to}${name.slice(from.length)}`, file)
  }
}

/** One disk that a power cut may leave: of what was not synced nothing, all, the beginning, or any sectors. */
export function leftBehind(disk: Disk, random: Random): Image {
  const mode = oneOf(random, ['none', 'all', 'beginning', 'sectors', 'sectors'])
  const share = random()
  const kept = (pending: Step[]) =>
    mode === 'none' ? [] : mode === 'beginning' ? pending.slice(0, between(random, 0, pending.length)) : pending
  const isKept = () => mode !== 'sectors' || random() < share
  return new Map([...disk].map(([name, { durable, pending }]) => [name, applied(durable, kept(pending), isKept)]))
}

export function layDown(image: Image, folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  for (const [name, bytes] of image) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), bytes)
  }
}

/** Two disks of the same name hold the same bytes under the same names. */
export const nameOf = (image: Image): string =>
  createHash('sha256')
    .update([...image].map(([name, bytes]) => `${name}\0${hashOf(bytes)}\0`).join(''))
    .digest('hex')

/** Most files stay as they were from one cut to the next. */
const hashes = new WeakMap<Buffer, string>()
function hashOf(bytes: Buffer): string {
  const known = hashes.get(bytes) ?? createHash('sha256').update(bytes).digest('hex')
  hashes.set(bytes, known)
  return known
}

function applied(before: Buffer, steps: readonly Step[], isKept: () => boolean): Buffer {
  if (steps.length === 0) return before
  const after = Buffer.alloc(Math.max(before.length, ...steps.map(({ at, bytes }) => at + bytes.length)))
  before.copy(after)
  let end = before.length
  for (const { op, at, bytes } of steps) {
    if (op === 'T') {
      if (!isKept()) continue
      if (at < end) after.fill(0, at, end)
      end = at
      continue
    }
    for (let from = 0; from < bytes.length; ) {
      const length = Math.min(SECTOR - ((at + from) % SECTOR), bytes.length - from)
      if (isKept()) {
        bytes.copy(after, at + from, from, from + length)
        end = Math.max(end, at + from + length)
      }
      from += length
    }
  }
  return after.subarray(0, end)
}
