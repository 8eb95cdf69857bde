import { z } from 'zod'
import { decodeUtf8, encodeUtf8 } from '#shared/utf8'
import { ByteReader, ByteWriter } from './codec/bytes'
import { FrameError } from './codec/frame-error'

// The second part of a pack: what on the line goes as separate calls behind the conversation. SPEC P8.

const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const Count = z.int().nonnegative()

export const LaneMessage = z.discriminatedUnion('kind', [
  /**
   * Which files of the district a desk has: the edition in service, and how many pieces of the one that it is fetching, counted among those that it wants.
   * `villages`: of a registry it wants those alone that hold their people. SPEC R8.
   */
  z.strictObject({
    kind: z.literal('holds'),
    files: z.array(z.strictObject({ name: z.string().max(20), version: Count, next: Count, pieces: Count })).max(20),
    villages: z.array(z.string().max(20)).max(300).optional()
  }),
  /** Bytes of what has this hash, of so many in all, from this place on. */
  z.strictObject({
    kind: z.literal('piece'),
    hash: Hash,
    size: z.int().positive(),
    at: Count,
    bytes: z.custom<Uint8Array>(value => value instanceof Uint8Array)
  }),
  /** The district has these attachments whole. */
  z.strictObject({ kind: z.literal('kept'), hashes: z.array(Hash).max(2_000) }),
  /** A file of the district; its pieces follow. */
  z.strictObject({ kind: z.literal('file'), text: z.string().max(400_000), signature: z.string().max(100) })
])
export type LaneMessage = z.infer<typeof LaneMessage>
export type Holds = Extract<LaneMessage, { kind: 'holds' }>['files']
export type Piece = Extract<LaneMessage, { kind: 'piece' }>

/** Their first bytes lie behind those of the conversation. */
const KINDS = { holds: 32, piece: 33, kept: 34, file: 35 } as const

/** Whether a message of a pack belongs to its second part. */
export const isOfLane = (bytes: Uint8Array): boolean => (bytes[0] ?? 0) >= KINDS.holds

export function encodeLane(message: LaneMessage): Uint8Array {
  const { bytes = new Uint8Array(), ...rest } = message.kind === 'piece' ? message : { ...message, bytes: undefined }
  const text = encodeUtf8(JSON.stringify(rest))
  const to = new ByteWriter()
  to.byte(KINDS[message.kind])
  to.uint(text.length)
  to.put(text)
  to.put(bytes)
  return to.done()
}

/** Throws a FrameError for what is no message of the lane. */
export function decodeLane(message: Uint8Array): LaneMessage {
  const from = new ByteReader(message)
  const kind = from.byte()
  if (!Object.values<number>(KINDS).includes(kind)) throw new FrameError('newer-format')
  const text = decodeUtf8(from.take(from.uint()))
  const bytes = from.take(from.left)
  const { data } = LaneMessage.safeParse(kind === KINDS.piece ? { ...objectIn(text), bytes } : objectIn(text))
  if (!data || KINDS[data.kind] !== kind || (data.kind !== 'piece' && bytes.length > 0)) throw new FrameError('damaged')
  return data
}

function objectIn(text: string | undefined): object {
  try {
    const value: unknown = JSON.parse(text ?? '')
    if (typeof value === 'object' && value !== null) return value
  } catch {
    // no JSON
  }
  throw new FrameError('damaged')
}
