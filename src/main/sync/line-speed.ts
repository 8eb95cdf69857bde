import type { Conversation, Line } from './http-line'

/** A conversation that notes how soon its first word was answered, in milliseconds: what is far away is slow, and so is what is busy. */
export function timing(line: Line, now: () => number): { conversation: Conversation; firstAnswer(): number | undefined } {
  const conversation = line.converse()
  let askedAt: number | undefined
  let took: number | undefined
  return {
    conversation: {
      ...conversation,
      send: sent => {
        askedAt ??= now()
        conversation.send(sent)
      },
      // later answers are to words that were under way together
      answers: noting(conversation.answers, () => {
        if (askedAt !== undefined) took ??= now() - askedAt
      })
    },
    firstAnswer: () => took
  }
}

async function* noting(answers: AsyncIterable<Uint8Array>, note: () => void): AsyncIterable<Uint8Array> {
  for await (const piece of answers) {
    note()
    yield piece
  }
}
