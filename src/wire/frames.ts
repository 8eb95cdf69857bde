import { createHash, type KeyObject, sign, verify } from 'node:crypto'
import { Change } from '#shared/changes/change'
import { decodeBodies, encodeBodies } from '#shared/sync/codec/frame-body'
import { FrameError } from '#shared/sync/codec/frame-error'
import { BODY_BYTES, FRAME_BYTES, type Frame, frameText, type OpenedChange, type OpenedFrame } from '#shared/sync/frame'
import { CompressError, compress, decompress } from './compress'

export const hashOf = (body: string): string => createHash('sha256').update(body).digest('hex')

/** Who seals: the device whose changes these are, its district, and how hard to press. */
export type Sealer = { district: string; privateKey: KeyObject; level: number }

/** Most changes that are ever taken out of one frame. */
const MOST_CHANGES = 500
/** Most bytes that a frame may unpack to: what many changes of ordinary size come to, or one of the longest. */
const MOST_UNPACKED = 8 * BODY_BYTES

/** Packs and signs these changes of one device and epoch, or as many of the first as fit a frame. SPEC F1, F2. */
export function sealFrame(changes: readonly OpenedChange[], { district, privateKey, level }: Sealer): Frame {
  const [head] = changes
  if (!head) throw new Error('a frame holds at least one change')
  const { device, epoch, seq: first } = head.change
  const encoded = encodeBodies(
    changes.map(({ body }) => body),
    hashOf
  )
  const payload = compress(encoded, level)
  if (payload.length > FRAME_BYTES && changes.length > 1) {
    return sealFrame(changes.slice(0, Math.ceil(changes.length / 2)), { district, privateKey, level })
  }
  const hashes = changes.map(({ hash }) => hash)
  const signature = new Uint8Array(sign(null, Buffer.from(frameText(district, device, epoch, first, hashes)), privateKey))
  return { device, epoch, first, count: changes.length, payload, signature }
}

/** The changes of a frame, if they are what that device signed for that district; else undefined. SPEC F2-F4. */
export function openFrame(frame: Frame, district: string, publicKey: KeyObject): OpenedFrame | undefined {
  const bodies = unpack(frame)
  if (!bodies || bodies.length !== frame.count) return undefined
  const hashes = bodies.map(hashOf)
  const text = frameText(district, frame.device, frame.epoch, frame.first, hashes)
  if (!verify(null, Buffer.from(text), publicKey, frame.signature)) return undefined
  const changes: OpenedChange[] = []
  for (const [i, body] of bodies.entries()) {
    const { data: change } = Change.safeParse(jsonOf(body))
    if (!change || change.device !== frame.device || change.epoch !== frame.epoch || change.seq !== frame.first + i) return undefined
    if (change.id !== `${change.device}.${change.epoch}.${change.seq}`) return undefined
    changes.push({ change, body, hash: hashes[i] as string })
  }
  return { frame, changes }
}

function unpack({ payload }: Frame): string[] | undefined {
  try {
    return decodeBodies(decompress(payload, MOST_UNPACKED), hashOf, { maxChanges: MOST_CHANGES, maxBodyBytes: BODY_BYTES })
  } catch (error) {
    if (error instanceof FrameError || error instanceof CompressError) return undefined
    throw error
  }
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
