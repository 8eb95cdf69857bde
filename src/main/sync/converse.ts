import type { KeyObject } from 'node:crypto'
import type { DeskSession, SessionState } from '#shared/sync/desk-session'
import { FRAMES_UNDER_WAY } from '#shared/sync/frame'
import { decodeFromServer, encodeMessage } from '#shared/sync/messages'
import type { FromDesk, FromServer } from '#shared/sync/protocol'
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
  /** Everything this desk says goes as one piece. */
  saysAllAtOnce?: boolean
  /** Told how often the district has published files. */
  filesAre?(count: number): void
}

/** More messages than a desk says before it is answered. */
const MOST_AT_ONCE = 2 * FRAMES_UNDER_WAY

/** Answers that came together are kept together, for so many milliseconds: then it is the screen's turn. */
const STEP_MS = 20

/** The first of what waits, and more of it until the time is up. */
function* forAWhile(waiting: FromServer[]): Iterable<FromServer> {
  const until = performance.now() + STEP_MS
  do {
    const next = waiting.shift()
    if (!next) return
    yield next
  } while (performance.now() < until)
}

/** Has one conversation to its end. Each answer is kept before the next ones are read, so a cut loses nothing that was answered. Throws when the line fails. */
export async function converse({ session, line, privateKey, alone, saysAllAtOnce = false, filesAre }: Talk): Promise<SessionState> {
  const send = (messages: FromDesk[]) => {
    if (messages.length > 0) line.send(Buffer.concat(messages.map(message => bytesFor(message, privateKey))))
    if (messages.some(({ kind }) => kind === 'bye')) line.end()
  }
  /** Says what there is to say, each message on its way before the next is made; `together`: so many of the first go as one piece. */
  const say = async (make: () => Iterable<FromDesk>, together: number) => {
    const said = await alone(() => make()[Symbol.iterator]())
    for (let most = together; ; most = 1) {
      const messages = await alone(() =>
        Array.from({ length: most }, () => said.next()).flatMap(({ value, done }) => (done ? [] : [value]))
      )
      send(messages)
      // what was sent leaves, and the screen's calls are answered, between two messages
      await new Promise(resolve => setImmediate(resolve))
      if (messages.length < most) return
    }
  }
  try {
    const read = messageReader()
    // who has nothing to offer says so with the hello
    await say(() => session.start(), saysAllAtOnce ? MOST_AT_ONCE : 2)
    for await (const piece of line.answers) {
      const answers = read(piece).map(decodeFromServer)
      for (const answer of answers) if (answer.kind === 'welcome') filesAre?.(answer.files)
      while (answers.length > 0) {
        await say(() => session.receive(forAWhile(answers)), 1)
        if (session.state().kind === 'broken') return session.state()
      }
    }
    return session.state().kind === 'going' ? { kind: 'broken', why: 'the answer was cut short' } : session.state()
  } finally {
    // what ended well keeps its connection for the next time
    if (session.state().kind !== 'done') line.cut()
  }
}
