import { FrameError } from '#shared/sync/codec/frame-error'
import { FRAMES_UNDER_WAY } from '#shared/sync/frame'
import { decodeFromDesk, encodeMessage } from '#shared/sync/messages'
import { type FromDesk, type FromServer, frameOf, type Hello, type TurnedAway } from '#shared/sync/protocol'
import { serverSession } from '#shared/sync/server-session'
import { isSignedHello, LONGEST_HELLO, messageReader, packed, splitHello } from '#wire/message-stream'
import { faultWord } from '../database/fault-word'
import { inDistrict } from '../database/inside'
import { findDevice } from '../devices/devices.store'
import { readKey } from '../devices/ed25519'
import { findDistrict } from '../districts/districts.store'
import { serverPorts, type Talking } from './ports'
import { readAhead } from './read-ahead'
import { takeTurns } from './take-turns'

/** Who a conversation is with, told as soon as its hello has proved it. Refusing gives the reason to turn it away. */
export type Converse = Talking & {
  greeted(hello: Hello): TurnedAway | undefined
  said(message: FromServer): void
  /** The database or its disk refused something on the way. */
  failed(error: unknown): void
}

/** So many messages are read while those before them are being worked on: half of what a desk has under way, so that neither waits for the other. */
const READ_AHEAD = FRAMES_UNDER_WAY / 2

/** The server's half of a conversation, message by message as the desk's pieces come in. What cannot be read ends it with a word. SPEC P2-P6. */
export async function* converse(
  pieces: AsyncIterable<Uint8Array>,
  { greeted, said, failed, ...talking }: Converse
): AsyncGenerator<Uint8Array> {
  const answer = function* (message: FromServer) {
    said(message)
    // who is not told to begin anew knows the feed's name
    const isKnown = message.kind === 'welcome' && message.extents === null
    yield packed(encodeMessage(isKnown ? { ...message, feedEpoch: '' } : message))
  }
  const messages = messagesIn(pieces)
  let isAnswered = false
  try {
    const first = await messages.next()
    if (first.done) return
    const { hello, reason } = await openHello(talking, first.value)
    const refusal = hello ? greeted(hello) : reason
    if (!hello || refusal) return yield* answer({ kind: 'turned-away', reason: refusal ?? 'malformed' })
    const ports = serverPorts(talking, hello.district)
    const session = serverSession(ports)
    for await (const heard of readAhead(heardBehind(hello, messages, ports.foresee), READ_AHEAD)) {
      for await (const spoken of takeTurns(session.receive(heard))) {
        isAnswered = true
        yield* answer(spoken)
        if (spoken.kind === 'done' || spoken.kind === 'turned-away') return
      }
    }
  } catch (error) {
    // whoever hears nothing more would look for the fault in the line
    if (isAnswered && faultWord(error) !== undefined) {
      failed(error)
      return yield* answer({ kind: 'turned-away', reason: 'too-many' })
    }
    if (!(error instanceof FrameError)) throw error
    yield* answer({ kind: 'turned-away', reason: error.kind === 'too-large' ? 'too-large' : 'malformed' })
  }
}

async function* messagesIn(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const read = messageReader(LONGEST_HELLO)
  for await (const piece of pieces) yield* read(piece)
}

async function* heardBehind(
  hello: Hello,
  messages: AsyncIterable<Uint8Array>,
  foresee: ReturnType<typeof serverPorts>['foresee']
): AsyncGenerator<FromDesk> {
  yield hello
  for await (const bytes of messages) {
    const message = decodeFromDesk(bytes)
    if (message.kind === 'frame') foresee(frameOf(message))
    yield message
  }
}

type Opening = { hello: Hello; reason?: undefined } | { hello?: undefined; reason: TurnedAway }

/** SPEC P2: nothing is answered to a hello before its signature is found good. */
async function openHello({ server }: Talking, bytes: Uint8Array): Promise<Opening> {
  const signed = splitHello(bytes)
  const hello = decodeFromDesk(signed.hello)
  if (hello.kind !== 'hello') return { reason: 'malformed' }
  const { district } = hello
  const known = await inDistrict(server, district, async inside => ({
    isHere: (await findDistrict(inside)) !== undefined,
    publicKey: (await findDevice(inside, hello.device))?.publicKey
  }))
  if (!known.isHere) return { reason: 'wrong-district' }
  if (known.publicKey === undefined) return { reason: 'unknown-device' }
  const key = readKey(known.publicKey)?.key
  if (!key || !isSignedHello(signed, key)) return { reason: 'bad-signature' }
  return { hello }
}
