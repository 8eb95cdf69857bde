import { FrameError } from '#shared/sync/codec/frame-error'
import { decodeFromDesk, encodeMessage } from '#shared/sync/messages'
import type { FromDesk, FromServer, Hello, TurnedAway } from '#shared/sync/protocol'
import { type ServerSession, serverSession } from '#shared/sync/server-session'
import { isSignedHello, messageReader, packed, splitHello } from '#wire/message-stream'
import { inDistrict } from '../database/inside'
import type { Database } from '../database/place'
import { findDevice } from '../devices/devices.store'
import { readKey } from '../devices/ed25519'
import { findDistrict } from '../districts/districts.store'
import { serverPorts } from './ports'

/** Who a conversation is with, told as soon as its hello has proved it. Refusing gives the reason to turn it away. */
export type Converse = {
  server: Database
  now(): number
  greeted(hello: Hello): TurnedAway | undefined
  said(message: FromServer): void
}

/** The server's half of a conversation, message by message as the desk's pieces come in. What cannot be read ends it with a word. SPEC P2-P6. */
export async function* converse(pieces: AsyncIterable<Uint8Array>, { server, now, greeted, said }: Converse): AsyncGenerator<Uint8Array> {
  const read = messageReader()
  let session: ServerSession | undefined
  const answer = function* (message: FromServer) {
    said(message)
    // who is not told to begin anew knows the feed's name
    const isKnown = message.kind === 'welcome' && message.extents === null
    yield packed(encodeMessage(isKnown ? { ...message, feedEpoch: '' } : message))
  }
  try {
    for await (const piece of pieces) {
      for (const bytes of read(piece)) {
        let message: FromDesk
        if (session) message = decodeFromDesk(bytes)
        else {
          const opening = await openHello(server, now, bytes)
          const reason = opening.kind === 'hello' ? greeted(opening.hello) : opening.reason
          if (opening.kind !== 'hello' || reason) return yield* answer({ kind: 'turned-away', reason: reason ?? 'malformed' })
          session = opening.session
          message = opening.hello
        }
        for await (const spoken of session.receive(message)) {
          yield* answer(spoken)
          if (spoken.kind === 'done' || spoken.kind === 'turned-away') return
        }
      }
    }
  } catch (error) {
    if (!(error instanceof FrameError)) throw error
    yield* answer({ kind: 'turned-away', reason: error.kind === 'too-large' ? 'too-large' : 'malformed' })
  }
}

type Opening = { kind: 'hello'; hello: Hello; session: ServerSession } | { kind: 'not-heard'; reason: TurnedAway }

/** SPEC P2: nothing is answered to a hello before its signature is found good. */
async function openHello(server: Database, now: () => number, bytes: Uint8Array): Promise<Opening> {
  const signed = splitHello(bytes)
  const hello = decodeFromDesk(signed.hello)
  if (hello.kind !== 'hello') return { kind: 'not-heard', reason: 'malformed' }
  const { district } = hello
  const known = await inDistrict(server, district, async inside => ({
    isHere: (await findDistrict(inside)) !== undefined,
    publicKey: (await findDevice(inside, hello.device))?.publicKey
  }))
  if (!known.isHere) return { kind: 'not-heard', reason: 'wrong-district' }
  if (known.publicKey === undefined) return { kind: 'not-heard', reason: 'unknown-device' }
  const key = readKey(known.publicKey)?.key
  if (!key || !isSignedHello(signed, key)) return { kind: 'not-heard', reason: 'bad-signature' }
  return { kind: 'hello', hello, session: serverSession(serverPorts(server, district, now)) }
}
