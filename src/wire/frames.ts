import { hash, type KeyObject, sign, verify } from 'node:crypto'
import { z } from 'zod'
import { Change } from '#shared/changes/change'
import { sureCheck } from '#shared/sure-check'
import { decodeBodies, encodeBodies, frameLayout } from '#shared/sync/codec/frame-body'
import { FrameError } from '#shared/sync/codec/frame-error'
import { BODY_BYTES, FRAME_BYTES, type Frame, frameText, MOST_CHANGES, type OpenedChange, type OpenedFrame } from '#shared/sync/frame'
import { CompressError, compress, compressToKeep, decompress } from './compress'

export { frameLayout }

export const hashOf = (body: string): string => hash('sha256', body)

/** Who seals: the device whose changes these are, its district, how hard to press, and whether for a reader of another layout. */
export type Sealer = { district: string; privateKey: KeyObject; level: number; isPlain?: boolean }

/** Plain texts begin as a JSON list does, and nothing that is laid out does. */
const PLAIN = 0x5b
const Plain = z.array(z.string().max(BODY_BYTES)).max(MOST_CHANGES)
/** Most bytes that a frame may unpack to: what many changes of ordinary size come to, or one of the longest. */
const MOST_UNPACKED = 8 * BODY_BYTES

/** Packs and signs these changes of one device and epoch, or as many of the first as fit a frame. SPEC W1, W2. */
export function sealFrame(changes: readonly OpenedChange[], { district, privateKey, level, isPlain = false }: Sealer): Frame {
  const [head] = changes
  if (!head) throw new Error('a frame holds at least one change')
  const { device, epoch, seq: first } = head.change
  const bodies = changes.map(({ body }) => body)
  const payload = isPlain ? plainPayload(bodies) : compress(encodeBodies(bodies, hashOf), level)
  if (payload.length > FRAME_BYTES && changes.length > 1) {
    return sealFrame(changes.slice(0, Math.ceil(changes.length / 2)), { district, privateKey, level, isPlain })
  }
  const hashes = changes.map(({ hash }) => hash)
  const signature = new Uint8Array(sign(null, Buffer.from(frameText(district, device, epoch, first, hashes)), privateKey))
  return { device, epoch, first, count: changes.length, payload, signature }
}

/** The texts themselves, to be kept for years and for readers of any version: what the device signed is the same. SPEC W5. */
export const plainPayload = (bodies: readonly string[]): Uint8Array => compressToKeep(Buffer.from(JSON.stringify(bodies)))

/** A frame with its texts in plain. */
export const plainFrame = ({ frame, changes, isPlain }: OpenedFrame): Frame =>
  isPlain ? frame : { ...frame, payload: plainPayload(changes.map(({ body }) => body)) }

/** A payload of plain texts, laid out for a reader of this version's layout; what is not plain texts stays as it is. */
export function laidOut(payload: Uint8Array, level: number): Uint8Array {
  const found = unpack(payload, hashOf)
  return typeof found === 'object' && found.isPlain ? compress(encodeBodies(found.bodies, hashOf), level) : payload
}

/** The texts of a frame and their hashes. `isPlain`: its payload is the texts as they are. */
export type ReadFrame = { bodies: string[]; hashes: string[]; isPlain: boolean }

/** The changes of a frame, if they are what that device signed for that district; `another-layout` for one that another version laid out. SPEC W2-W5. */
export function openFrame(frame: Frame, district: string, publicKey: KeyObject): OpenedFrame | 'another-layout' | undefined {
  const read = readFrame(frame, district, publicKey)
  return typeof read === 'object' ? openedFrom(frame, read) : read
}

/** The texts of a frame, if they are what that device signed for that district. */
export function readFrame(frame: Frame, district: string, publicKey: KeyObject): ReadFrame | 'another-layout' | undefined {
  const hashes = new Map<string, string>()
  const hashOnce = (body: string): string => {
    const found = hashes.get(body) ?? hashOf(body)
    hashes.set(body, found)
    return found
  }
  const found = unpack(frame.payload, hashOnce)
  if (found === 'another-layout') return found
  if (!found || found.bodies.length !== frame.count) return undefined
  const all = found.bodies.map(hashOnce)
  const text = frameText(district, frame.device, frame.epoch, frame.first, all)
  return verify(null, Buffer.from(text), publicKey, frame.signature) ? { ...found, hashes: all } : undefined
}

/** What the texts of a frame say; undefined when they are no changes of its device, in its order. */
export function openedFrom(frame: Frame, { bodies, hashes, isPlain }: ReadFrame): OpenedFrame | undefined {
  const changes: OpenedChange[] = []
  for (const [i, body] of bodies.entries()) {
    const change = changeOf(jsonOf(body))
    if (!change || change.device !== frame.device || change.epoch !== frame.epoch || change.seq !== frame.first + i) return undefined
    if (change.id !== `${change.device}.${change.epoch}.${change.seq}`) return undefined
    changes.push({ change, body, hash: hashes[i] as string })
  }
  return { frame, changes, isPlain }
}

const isSurelyChange = sureCheck(Change)
const changeOf = (value: unknown): Change | undefined => (isSurelyChange(value) ? (value as Change) : Change.safeParse(value).data)

function unpack(
  payload: Uint8Array,
  hashOf: (body: string) => string
): { bodies: string[]; isPlain: boolean } | 'another-layout' | undefined {
  try {
    const bytes = decompress(payload, MOST_UNPACKED)
    const isPlain = bytes[0] === PLAIN
    const bodies = isPlain
      ? Plain.safeParse(jsonOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'))).data
      : decodeBodies(bytes, hashOf, { maxChanges: MOST_CHANGES, maxBodyBytes: BODY_BYTES })
    return bodies && { bodies, isPlain }
  } catch (error) {
    const isOther = error instanceof FrameError ? error.kind === 'other-layout' || error.kind === 'newer-format' : false
    if (isOther || (error instanceof CompressError && error.kind === 'unknown-dictionary')) return 'another-layout'
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
