import { basename } from 'node:path'
import { FrameError } from '#shared/sync/codec/frame-error'
import type { LaneMessage } from '#shared/sync/lane'
import { findPack, isPackOf, type Pack } from '#wire/pack'
import { isPackName, withFile } from '#wire/pack-file'
import { inDistrict } from '../database/inside'
import type { Database } from '../database/place'
import { PlaceError } from '../database/place-error'
import { type Device, findDevice, noteSeen } from '../devices/devices.store'
import { districtKey } from '../districts/district-key'
import { listDistricts } from '../districts/districts.store'
import { keyOf } from '../sync/ports'
import { answersTo, NotHeard, takeFrames } from './pack-answer'
import { type LaneSaid, nothingSaid, takeLane } from './pack-lane'
import { saidIn } from './pack-said'
import { writeAnswer } from './pack-write'

/** A pack that a desk of this server has signed. */
export type Found = { at: number; district: string; device: Device }

/** A stick that was used before still has them on it, and nothing is wrong with that. */
export const ANSWER = 'is an answer, for its desk to read'
const NOT_A_PACK = 'is no pack'
const ANOTHER_VERSION = 'was written by a version that this server does not know: bring both up to date'
const DAMAGED = 'is damaged: nothing of it was taken; ask the desk for another'

/** Why a desk is not heard. */
export const WORDS: Record<string, string> = {
  unconfirmed: 'has not been confirmed yet',
  revoked: 'has been shut out',
  frozen: 'has been stopped',
  'too-many': 'has made the feed begin anew too often within a day: look at that PC, then release it',
  protocol: ANOTHER_VERSION,
  'bad-signature': 'holds what its desk did not sign: nothing after it was taken'
}

/** Whose pack a file is, or a word on why it is not taken. */
export async function lookAt(server: Database, path: string): Promise<Found | string> {
  if (!isPackName(basename(path))) return NOT_A_PACK
  const result = await withFile(path, async source => {
    const pack = await findPack(source)
    if (pack === 'another-version') return ANOTHER_VERSION
    return pack ? whose(server, pack) : NOT_A_PACK
  })
  return result ?? NOT_A_PACK
}

async function whose(server: Database, pack: Pack): Promise<Found | string> {
  const { direction, district, device: id, at } = pack.head
  if (direction === 'to-desk') return ANSWER
  if (!(await listDistricts(server)).some(known => known.district === district))
    return `is for district ${district}, which is not kept here`
  const [device, key] = [await inDistrict(server, district, inside => findDevice(inside, id)), await keyOf(server, district, id)]
  if (!device || !key) return 'is from a desk that was never let in'
  if (!(await isPackOf(pack, key))) return DAMAGED
  return { at, district, device }
}

/** Takes a pack and gives what its second part said; with `out`, writes the answer to it and to `said` there and gives its name. */
export async function takePack(
  server: Database,
  path: string,
  { district, device }: Found,
  now: number,
  out: string | undefined,
  said = nothingSaid()
): Promise<{ answer?: string; said: LaneSaid }> {
  const at = { server, district, now }
  const key = await keyOf(server, district, device.id)
  const result = await withFile(path, async source => {
    const pack = await findPack(source)
    if (typeof pack !== 'object' || !key || pack.head.device !== device.id || !(await isPackOf(pack, key))) throw new FrameError('damaged')
    const lane = (message: LaneMessage) => takeLane(at, device.id, message, said)
    const messages = saidIn(pack, { district: await districtKey(server, district), device: key }, lane)
    if (out !== undefined) return { answer: await writeAnswer(at, device, out, answersTo(at, messages), said), said }
    await takeFrames(at, messages)
    await inDistrict(server, district, inside => noteSeen(inside, device.id, now))
    return { said }
  })
  if (!result) throw new FrameError('damaged')
  return result
}

/** What is said of a file that was not taken; throws what is no fault of the file. */
export function wordFor(error: unknown): string {
  if (error instanceof NotHeard) return WORDS[error.reason] ?? `was turned away: ${error.reason}`
  if (error instanceof FrameError) return error.kind === 'newer-format' ? ANOTHER_VERSION : DAMAGED
  const { code } = error as { code?: string }
  if (code === 'ENOENT') return 'is not there'
  if (code === 'ENOSPC') throw new PlaceError('the drive for the answers is full')
  if (code === 'EACCES' || code === 'EISDIR' || code === 'ELOOP') return 'cannot be read'
  throw error
}
