import type { Conversation, Line } from './http-line'

/** As many of the last answers tell of the line: one slow one may be a busy machine's. */
const TELLING = 3

/** A line that notes how soon what was asked on it is answered: what is far away is slow, and so is what is busy. */
export type TimedLine = Line & {
  /** The soonest of the last few answers, in milliseconds; infinite before the first. */
  soonestAnswer(): number
}

export function timed(line: Line, now: () => number): TimedLine {
  let last: readonly number[] = []
  const note = (ms: number) => {
    last = [...last, ms].slice(-TELLING)
  }
  return {
    ...line,
    converse: () => noting(line.converse(), now, note),
    async request(method, path, options) {
      const askedAt = now()
      const answer = await line.request(method, path, options)
      note(now() - askedAt)
      return answer
    },
    soonestAnswer: () => Math.min(...last)
  }
}

/** Of a conversation the first word alone: later answers are to words that were under way together. */
function noting(conversation: Conversation, now: () => number, note: (ms: number) => void): Conversation {
  let askedAt: number | undefined
  return {
    ...conversation,
    send(bytes) {
      askedAt ??= now()
      conversation.send(bytes)
    },
    answers: onFirst(conversation.answers, () => {
      if (askedAt !== undefined) note(now() - askedAt)
    })
  }
}

async function* onFirst(answers: AsyncIterable<Uint8Array>, note: () => void): AsyncIterable<Uint8Array> {
  let isFirst = true
  for await (const piece of answers) {
    if (isFirst) note()
    isFirst = false
    yield piece
  }
}
