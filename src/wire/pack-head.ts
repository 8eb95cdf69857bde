import { z } from 'zod'
import { ByteReader, ByteWriter } from '#shared/sync/codec/bytes'
import { FrameError } from '#shared/sync/codec/frame-error'

/** What stands on the outside of a pack, for whoever finds it: which office it belongs to, and nothing about anybody. */
export type PackHead = {
  direction: 'to-server' | 'to-desk'
  district: string
  /** The desk that wrote it, or for which it is. */
  device: string
  /** Names this pack among all others; hexadecimal digits. */
  pack: string
  at: number
  /** The public half of the key that was made for this pack alone. */
  sealedWith: Uint8Array
}

const Head = z.object({
  direction: z.enum(['to-server', 'to-desk']),
  district: z.string().regex(/^\d\d\.\d\d$/),
  device: z.uuid(),
  pack: z.string(),
  at: z.int().nonnegative(),
  sealedWith: z.custom<Uint8Array>(value => value instanceof Uint8Array)
})

const MAGIC = Buffer.from('LoketPack')
const VERSION = 1
const DIRECTIONS = ['to-server', 'to-desk'] as const
const DISTRICT = 5
const ID = 16
const KEY = 32

/** No head is longer. */
export const HEAD_BYTES = 96

export function encodeHead({ direction, district, device, pack, at, sealedWith }: PackHead): Uint8Array {
  const to = new ByteWriter()
  to.put(MAGIC)
  to.byte(VERSION)
  to.byte(DIRECTIONS.indexOf(direction))
  to.put(Buffer.from(district))
  to.put(Buffer.from(device.replaceAll('-', ''), 'hex'))
  to.put(Buffer.from(pack, 'hex'))
  to.uint(at)
  to.put(sealedWith)
  return to.done()
}

/** The head at the beginning of these bytes and its length; undefined for what is no pack. */
export function readHead(bytes: Uint8Array): { head: PackHead; length: number } | 'another-version' | undefined {
  const from = new ByteReader(bytes)
  try {
    if (!MAGIC.equals(from.take(MAGIC.length))) return undefined
    if (from.byte() !== VERSION) return 'another-version'
    const { data: head } = Head.safeParse({
      direction: DIRECTIONS[from.byte()],
      district: Buffer.from(from.take(DISTRICT)).toString('latin1'),
      device: uuidOf(Buffer.from(from.take(ID)).toString('hex')),
      pack: Buffer.from(from.take(ID)).toString('hex'),
      at: from.uint(),
      sealedWith: from.take(KEY)
    })
    return head && { head, length: bytes.length - from.left }
  } catch (error) {
    if (error instanceof FrameError) return undefined
    throw error
  }
}

const uuidOf = (hex: string): string => [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
