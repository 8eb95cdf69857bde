import { describe, expect, it } from 'vitest'
import type { Conversation, Line } from '#main/sync/http-line'
import { timed } from '#main/sync/line-speed'

/** A line whose next answer comes after so many milliseconds, on a clock of its own. */
function lineAnswering() {
  const clock = { ms: 0, takes: 0 }
  const answer = async function* () {
    clock.ms += clock.takes
    yield new Uint8Array(1)
    clock.ms += 1_000
    yield new Uint8Array(1)
  }
  const line: Line = {
    converse: (): Conversation => ({ send: () => undefined, end: () => undefined, cut: () => undefined, answers: answer() }),
    request: async () => {
      clock.ms += clock.takes
      return { status: 200, contentType: '', body: Buffer.alloc(0), headers: {} }
    },
    close: () => undefined
  }
  const asked = timed(line, () => clock.ms)
  const converse = async (takes: number) => {
    clock.takes = takes
    const { send, answers } = asked.converse()
    send(new Uint8Array(1))
    for await (const _ of answers);
  }
  const request = async (takes: number) => {
    clock.takes = takes
    await asked.request('GET', '/', {})
  }
  return { asked, converse, request }
}

describe('how soon a line answers', () => {
  it('[W5] is not known before the first answer', () => {
    expect(lineAnswering().asked.soonestAnswer()).toBe(Number.POSITIVE_INFINITY)
  })

  it('[W5] is the soonest of the last three answers, to conversations and to calls', async () => {
    const { asked, converse, request } = lineAnswering()
    await converse(40)
    expect(asked.soonestAnswer()).toBe(40)
    await request(8)
    await converse(60)
    await request(50)
    expect(asked.soonestAnswer()).toBe(8)
    await converse(70)
    expect(asked.soonestAnswer()).toBe(50)
  })

  it('[W5] is told by the first word of a conversation alone', async () => {
    const { asked, converse } = lineAnswering()
    await converse(5)
    expect(asked.soonestAnswer()).toBe(5)
  })
})
