import { performance } from 'node:perf_hooks'
import type { Conversation, Line } from './http-line'

/** Below this nothing can be told about a line's speed. */
const ENOUGH = 8_192

/** A conversation whose bytes and time are counted; its speed in bytes a second, when enough went over the line to say. */
export function counting(line: Line): { conversation: Conversation; speed(): number | undefined } {
  const conversation = line.converse()
  const from = performance.now()
  let bytes = 0
  return {
    conversation: {
      ...conversation,
      send: sent => {
        bytes += sent.length
        conversation.send(sent)
      },
      answers: counted(conversation.answers, n => {
        bytes += n
      })
    },
    speed: () => (bytes < ENOUGH ? undefined : (bytes * 1000) / Math.max(1, performance.now() - from))
  }
}

async function* counted(answers: AsyncIterable<Uint8Array>, count: (bytes: number) => void): AsyncIterable<Uint8Array> {
  for await (const piece of answers) {
    count(piece.length)
    yield piece
  }
}
