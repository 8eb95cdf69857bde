import type { KeyObject } from 'node:crypto'
import type { DeskSession, SessionState } from '#shared/sync/desk-session'
import { decodeFromServer, encodeMessage } from '#shared/sync/messages'
import type { FromDesk } from '#shared/sync/protocol'
import { messageReader, packed, signedHello } from '#wire/message-stream'
import type { Conversation } from './http-line'

/** How a desk's message goes on the line; a hello carries the desk's signature. */
export function bytesFor(message: FromDesk, privateKey: KeyObject): Uint8Array {
  const bytes = encodeMessage(message)
  return packed(message.kind === 'hello' ? signedHello(bytes, privateKey) : bytes)
}

export type Talk = {
  session: DeskSession
  line: Conversation
  privateKey: KeyObject
  /** Runs a step of the conversation while nothing else is being written at the desk. */
  alone<T>(step: () => T): Promise<T>
  /** Told how often the district has published files. */
  filesAre?(count: number): void
}

/** Has one conversation to its end. Each answer is kept before the next one is read, so a cut loses nothing that was answered. Throws when the line fails. */
export async function converse({ session, line, privateKey, alone, filesAre }: Talk): Promise<SessionState> {
  const say = (messages: FromDesk[]) => {
    if (messages.length > 0) line.send(Buffer.concat(messages.map(message => bytesFor(message, privateKey))))
    if (messages.some(({ kind }) => kind === 'bye')) line.end()
  }
  try {
    const read = messageReader()
    say(await alone(() => session.start()))
    for await (const piece of line.answers) {
      for (const message of read(piece)) {
        const answer = decodeFromServer(message)
        if (answer.kind === 'welcome') filesAre?.(answer.files)
        say(await alone(() => session.receive(answer)))
        if (session.state().kind === 'broken') return session.state()
        // the screen's calls are answered between two messages
        await new Promise(resolve => setImmediate(resolve))
      }
    }
    return session.state().kind === 'going' ? { kind: 'broken', why: 'the answer was cut short' } : session.state()
  } finally {
    // what ended well keeps its connection for the next time
    if (session.state().kind !== 'done') line.cut()
  }
}
