import type { KeyObject } from 'node:crypto'
import { FrameError } from '#shared/sync/codec/frame-error'
import type { DeskPorts } from '#shared/sync/desk-store'
import { decodeLane, isOfLane } from '#shared/sync/lane'
import { decodeFromDesk, decodeFromServer } from '#shared/sync/messages'
import type { PackRead } from '#shared/sync/sync.contract'
import { messageReader } from '#wire/message-stream'
import { findPack, isPackOf, openPack, type Pack, type PackSource } from '#wire/pack'
import type { Talk } from './converse'
import { heardFrom } from './here.store'
import { type Brought, NOTHING, type PackSession, packSession } from './packs-in'
import { type LaneTaker, takeLane } from './packs-lane'

/** Whose packs this desk takes, and what it takes them with. */
export type Reader = LaneTaker & {
  device: string
  privateKey: KeyObject
  ports: DeskPorts
  /** The district was heard by it. */
  heard(): void
  alone: Talk['alone']
}

type Outcome = Omit<PackRead, 'file'>

/** Takes what lies in the bytes of a pack, if the district wrote it for this desk; undefined for what a desk wrote to this district. Nothing of it is unpacked before its signature is found good. */
export async function readPack(source: PackSource, reader: Reader): Promise<Outcome | undefined> {
  const pack = await findPack(source)
  if (!pack) return { outcome: 'not-a-pack', changes: 0 }
  if (pack === 'another-version') return { outcome: 'another-version', changes: 0 }
  const { direction, district, device } = pack.head
  if (district !== reader.district) return { outcome: 'not-for-us', changes: 0 }
  if (direction === 'to-server') return undefined
  if (device !== reader.device) return { outcome: 'not-for-us', changes: 0 }
  if (!(await isPackOf(pack, reader.districtKey))) return { outcome: 'damaged', changes: 0 }
  const brought = await takeAll(pack, reader)
  // the district has spoken, whatever way it took
  const isRead = !brought.fault
  const isLater = isRead && (await heardFrom(reader.db, pack.head.at))
  // a stick that is read again tells of nothing new
  if (isRead && (isLater || brought.isNews)) reader.heard()
  const outcome = brought.fault ?? (brought.isNews ? 'taken' : 'nothing-new')
  return { outcome, changes: brought.changes, ...(brought.needsEarlier && { needsEarlier: true }) }
}

async function takeAll(pack: Pack, reader: Reader): Promise<Brought> {
  const { ports, privateKey, alone } = reader
  const read = messageReader()
  let hasLaneNews = false
  let session: PackSession | undefined
  const take = (message: Uint8Array) => {
    if (session) session.take(decodeFromServer(message))
    else session = packSession(ports, answeredIn(message))
  }
  const takeOfLane = async ({ isOfThisLife }: PackSession, bytes: Uint8Array): Promise<boolean> => {
    const message = decodeLane(bytes)
    // what the district had before it was put back it may have lost
    return (message.kind !== 'kept' || isOfThisLife()) && takeLane(message, reader)
  }
  try {
    for await (const piece of openPack(pack, privateKey)) {
      for (const message of read(piece)) {
        if (session && isOfLane(message)) hasLaneNews = (await takeOfLane(session, message)) || hasLaneNews
        else await alone(() => take(message))
        // the screen's calls are answered between two messages
        await new Promise(resolve => setImmediate(resolve))
      }
    }
  } catch (error) {
    if (!(error instanceof FrameError)) throw error
    // its signature is good: what is not known here a newer program has written
    return { ...NOTHING, ...session?.brought(), fault: error.kind === 'newer-format' ? 'another-version' : 'damaged' }
  }
  const brought: Brought = session?.brought() ?? { ...NOTHING, fault: 'damaged' }
  return { ...brought, isNews: brought.isNews || hasLaneNews, fault: brought.fault ?? (read.isMidway() ? 'damaged' : undefined) }
}

/** The district's half begins with the hello that it answers, or with nothing where it was asked for at the server. */
function answeredIn(message: Uint8Array) {
  const hello = message.length > 0 ? decodeFromDesk(message) : undefined
  if (hello && hello.kind !== 'hello') throw new FrameError('damaged')
  return hello
}
