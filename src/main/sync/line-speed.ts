import { performance } from 'node:perf_hooks'
import type { Conversation, Line } from './http-line'

/** A conversation that notes how soon it was answered at best, in milliseconds: what is far away is slow, and so is what is busy. */
export function timing(line: Line): { conversation: Conversation; quickest(): number | undefined } {
  const conversation = line.converse()
  let askedAt: number | undefined
  let quickest: number | undefined
  return {
    conversation: {
      ...conversation,
      send: sent => {
        askedAt = performance.now()
        conversation.send(sent)
      },
      answers: noting(conversation.answers, () => {
        if (askedAt !== undefined) quickest = Math.min(quickest ?? Number.POSITIVE_INFINITY, performance.now() - askedAt)
        askedAt = undefined
      })
    },
    quickest: () => quickest
  }
}

async function* noting(answers: AsyncIterable<Uint8Array>, note: () => void): AsyncIterable<Uint8Array> {
  for await (const piece of answers) {
    note()
    yield piece
  }
}
