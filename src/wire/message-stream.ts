import { type KeyObject, sign, verify } from 'node:crypto'
import { ByteReader, ByteWriter } from '#shared/sync/codec/bytes'
import { FrameError } from '#shared/sync/codec/frame-error'
import { BODY_BYTES } from '#shared/sync/frame'

/** The longest message that is read: a frame of one change of the greatest size, in hexadecimal digits where it stands among what is kept aside. */
const LONGEST = 2 * BODY_BYTES + 64 * 1024
/** No hello is nearly as long: who has not said who it is takes up no more room than this. */
export const LONGEST_HELLO = 4_096
const SIGNATURE = 64

/** A message as it travels: its length, then itself. */
export function packed(message: Uint8Array): Uint8Array {
  const to = new ByteWriter()
  to.uint(message.length)
  to.put(message)
  return to.done()
}

/** `isMidway`: a message has begun and not ended. */
export type MessageReader = { (piece: Uint8Array): Uint8Array[]; isMidway(): boolean }

/** Puts messages together again from pieces of any size; throws a FrameError when one is announced that is longer than any, or than the first, may be. */
export function messageReader(longestFirst = LONGEST): MessageReader {
  let rest = new Uint8Array()
  let longest = longestFirst
  const read = (piece: Uint8Array): Uint8Array[] => {
    rest = rest.length === 0 ? piece.slice() : Buffer.concat([rest, piece])
    const messages: Uint8Array[] = []
    for (;;) {
      const message = firstOf(rest, longest)
      if (!message) return messages
      longest = LONGEST
      messages.push(message.bytes)
      rest = rest.subarray(message.end)
    }
  }
  return Object.assign(read, { isMidway: () => rest.length > 0 })
}

function firstOf(bytes: Uint8Array, longest: number): { bytes: Uint8Array; end: number } | undefined {
  const end = bytes.findIndex(byte => byte < 0x80)
  if (end < 0) {
    if (bytes.length > 8) throw new FrameError('damaged')
    return undefined
  }
  const size = new ByteReader(bytes).uint()
  if (size > longest) throw new FrameError('too-large')
  const from = end + 1
  return bytes.length < from + size ? undefined : { bytes: bytes.subarray(from, from + size), end: from + size }
}

const greeting = (hello: Uint8Array): Uint8Array => Buffer.concat([Buffer.from('loket-slrt hello 1\n'), hello])

/** A hello with its device's signature behind it. SPEC P2. */
export const signedHello = (hello: Uint8Array, privateKey: KeyObject): Uint8Array =>
  Buffer.concat([hello, sign(null, greeting(hello), privateKey)])

/** The hello in front of a signature. */
export function splitHello(bytes: Uint8Array): { hello: Uint8Array; signature: Uint8Array } {
  if (bytes.length <= SIGNATURE) throw new FrameError('cut-short')
  return { hello: bytes.subarray(0, -SIGNATURE), signature: bytes.subarray(-SIGNATURE) }
}

export const isSignedHello = ({ hello, signature }: { hello: Uint8Array; signature: Uint8Array }, publicKey: KeyObject): boolean =>
  verify(null, greeting(hello), publicKey, signature)
