// What a disk holds after each recorded call, and what could be left of it when the power goes at that moment.
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { between, oneOf, type Random } from '../seeded.ts'

export type Step = { op: string; name: string; at: number; bytes: Buffer }
type File = { durable: Buffer; pending: Step[] }
export type Disk = Map<string, File>

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
  file.durable = file.pending.reduce((bytes, one) => apply(bytes, one, () => true), file.durable)
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

/** Writes one disk that a power cut may leave: of what was not synced nothing, all, the beginning, or any sectors. */
export function leaveBehind(disk: Disk, folder: string, random: Random): void {
  rmSync(folder, { recursive: true, force: true })
  const mode = oneOf(random, ['none', 'all', 'beginning', 'sectors', 'sectors'])
  const share = random()
  for (const [name, { durable, pending }] of disk) {
    const kept = mode === 'none' ? [] : mode === 'beginning' ? pending.slice(0, between(random, 0, pending.length)) : pending
    const bytes = kept.reduce((left, step) => apply(left, step, () => mode !== 'sectors' || random() < share), durable)
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), bytes)
  }
}

function apply(before: Buffer, { op, at, bytes }: Step, isKept: () => boolean): Buffer {
  if (op === 'T') {
    if (!isKept()) return before
    return at <= before.length ? before.subarray(0, at) : Buffer.concat([before, Buffer.alloc(at - before.length)])
  }
  const after = Buffer.alloc(Math.max(before.length, at + bytes.length))
  before.copy(after)
  let end = before.length
  for (let from = 0; from < bytes.length; ) {
    const length = Math.min(SECTOR - ((at + from) % SECTOR), bytes.length - from)
    if (isKept()) {
      bytes.copy(after, at + from, from, from + length)
      end = Math.max(end, at + from + length)
    }
    from += length
  }
  return after.subarray(0, end)
}
