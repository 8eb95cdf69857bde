import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { entities } from '#shared/changes/entities'
import type { DriveProblem } from '#shared/files/drive-problem'
import { ok, type Result, refuse } from '#shared/result'
import { encodeLane } from '#shared/sync/lane'
import type { PackRead, PackWritten } from '#shared/sync/sync.contract'
import { packed } from '#wire/message-stream'
import { findPack, sealPack } from '#wire/pack'
import { isPackName, packName, sweepUnfinished, UnreadablePlace, withFile, writePackFile } from '#wire/pack-file'
import type { Desk } from '../desk'
import { driveProblem } from '../files/drive-problem'
import { bytesFor } from './converse'
import { deskPorts, keyFrom, stepAlone } from './desk-ports'
import { findDrive } from './drives'
import { getHere } from './here.store'
import { laneOut } from './packs-lane'
import { type Reader, readPack } from './packs-open'
import { messagesOut } from './packs-out'

/** A stick is not in a hurry, so its packs are pressed hard. */
const LEVEL = 12
/** Attachments fill no stick, so that what matters more always fits; the rest goes with the next one. */
const ROOM = 0.8
const MOST_LANE = 256 * 1_048_576
/** More than anybody carries: of a folder with more packs the rest is left alone. */
const MOST_FILES = 500

type NotJoined = { kind: 'not-joined' }

/** Writes all that has no verdict of the district to a stick, sealed for it. Nothing counts as sent by that: what the stick loses goes into the next pack. SPEC P5. */
export async function writePack(desk: Desk, drive: string): Promise<Result<PackWritten, NotJoined | DriveProblem>> {
  const reader = await readerOf(desk)
  if (!reader) return refuse({ kind: 'not-joined' })
  const stick = await findDrive(drive)
  if (!stick) return refuse({ kind: 'no-drive' })
  const { ports, district, districtKey, device, privateKey, deskCode } = reader
  const about = {
    direction: 'to-server',
    district,
    device,
    pack: Buffer.from(desk.random(16)).toString('hex'),
    at: desk.clock.now()
  } as const
  let changes = 0
  const said = async function* () {
    for await (const message of messagesOut(desk, ports)) {
      changes += message.kind === 'frame' ? message.count : 0
      yield bytesFor(message, privateKey)
    }
    for await (const message of laneOut(desk, Math.min(MOST_LANE, stick.freeBytes * ROOM))) yield packed(encodeLane(message))
  }
  const file = packName(district, deskCode, desk.today())
  try {
    await sweepUnfinished(drive, district, deskCode)
    const bytes = await writePackFile(drive, file, sealPack(about, said(), { from: privateKey, to: districtKey }))
    return ok({ file, changes, bytes })
  } catch (error) {
    const problem = driveProblem(error)
    if (problem) return refuse(problem)
    throw error
  }
}

/** Takes every pack for this desk that lies on a stick, in any order and as often as one likes. SPEC P5. */
export async function readPacks(desk: Desk, drive: string): Promise<Result<PackRead[], NotJoined | { kind: 'no-drive' }>> {
  const reader = await readerOf(desk)
  if (!reader) return refuse({ kind: 'not-joined' })
  if (!(await findDrive(drive))) return refuse({ kind: 'no-drive' })
  try {
    const read = await readAll(reader, drive, await packsOn(drive))
    if (!(await findDrive(drive))) return refuse({ kind: 'no-drive' })
    desk.journal.catchUp(desk.raw)
    if (read.some(({ outcome }) => outcome === 'taken')) {
      desk.announce({ kind: 'data-changed', entities: Object.keys(entities) })
      desk.announce({ kind: 'sync-changed' })
    }
    return ok(read)
  } catch (error) {
    const problem = driveProblem(error)
    // reading fills no stick: then it is this PC's own disk that is full
    if (problem && problem.kind !== 'drive-full') return refuse({ kind: 'no-drive' })
    throw error
  }
}

async function readerOf(desk: Desk): Promise<(Reader & { deskCode: string }) | undefined> {
  const { district, districtKey: der, deskCode } = await getHere(desk.db)
  if (!district || !der) return undefined
  const districtKey = keyFrom(Buffer.from(der, 'base64'))
  const { device, privateKey } = desk.author
  return {
    device,
    privateKey,
    district,
    districtKey,
    deskCode: deskCode ?? 'X',
    ports: deskPorts(desk, district, districtKey, { level: LEVEL, isPlain: false }),
    heard: desk.sync.unheard.heard,
    alone: stepAlone(desk),
    db: desk.db,
    files: desk.files
  }
}

/** The files that say they are packs, the oldest first. */
async function packsOn(drive: string): Promise<string[]> {
  const names = (await readdir(drive)).filter(name => /\.pack$/i.test(name)).sort()
  const seen: { file: string; at: number }[] = []
  for (const file of names.slice(0, MOST_FILES)) {
    const pack = isPackName(file) ? await unlessSpoilt(() => withFile(join(drive, file), findPack)) : undefined
    seen.push({ file, at: typeof pack === 'object' ? pack.head.at : 0 })
  }
  return seen.sort((a, b) => a.at - b.at).map(({ file }) => file)
}

/** One that goes on behind another is read again when the others have been read. */
async function readAll(reader: Reader, drive: string, files: string[]): Promise<PackRead[]> {
  const read = new Map<string, PackRead>()
  let left = files
  for (let isMoving = true; isMoving && left.length > 0; ) {
    isMoving = false
    for (const file of left) {
      const found = await readFile(reader, drive, file)
      if (!found) continue
      const before = read.get(file)
      const isTaken = before?.outcome === 'taken' && found.outcome === 'nothing-new'
      read.set(file, { ...found, changes: found.changes + (before?.changes ?? 0), outcome: isTaken ? 'taken' : found.outcome })
      isMoving ||= found.changes > 0
    }
    left = left.filter(file => read.get(file)?.needsEarlier)
  }
  return [...read.values()]
}

async function readFile(reader: Reader, drive: string, file: string): Promise<PackRead | undefined> {
  if (!isPackName(file)) return { file, outcome: 'not-a-pack', changes: 0 }
  const answer = await unlessSpoilt(() => withFile(join(drive, file), async source => ({ read: await readPack(source, reader) })))
  if (answer === 'spoilt') return { file, outcome: 'damaged', changes: 0 }
  if (!answer) return { file, outcome: 'not-a-pack', changes: 0 }
  return answer.read && { file, ...answer.read }
}

/** A place of a worn stick that cannot be read costs the file that lies there, and no other. */
async function unlessSpoilt<T>(read: () => Promise<T>): Promise<T | 'spoilt'> {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof UnreadablePlace)) throw error
    return 'spoilt'
  }
}
