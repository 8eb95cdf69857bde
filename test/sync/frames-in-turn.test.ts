import { describe, expect, it } from 'vitest'
import { deskSession } from '#shared/sync/desk-session'
import type { FromDesk, FromServer } from '#shared/sync/protocol'
import { serverSession } from '#shared/sync/server-session'
import { beginDay } from './sim/begin-day'
import { Counts } from './sim/counts'
import { doAction } from './sim/do-action'

describe('a desk with more to offer than one frame', () => {
  it('[P3] makes a frame only when the one before is on its way', async () => {
    const world = await beginDay(1, new Counts(), undefined, undefined)
    for (let a = 0; a < 9; a++) await doAction(world, { k: 'register', d: 0, a, b: 0 })
    const desk = world.desks[0]
    if (!desk) throw new Error('a day begins with a desk')
    let made = 0
    const seal: typeof desk.ports.seal = (...args) => {
      made++
      return desk.ports.seal(...args)
    }
    const seen: [string, number][] = []
    for (const { kind } of deskSession({ ...desk.ports, seal }).start()) seen.push([kind, made])
    expect(seen).toEqual([
      ['hello', 0],
      ['frame', 1],
      ['frame', 2],
      ['frame', 3],
      ['bye', 3]
    ])
  })

  it('[P3] has eight of them under way without an answer, and eight more while the work of others comes before it', async () => {
    const world = await beginDay(2, new Counts(), undefined, undefined)
    const [desk, other] = world.desks
    if (!desk || !other) throw new Error('a day begins with two desks')
    await doAction(world, { k: 'register', d: 1, a: 0, b: 0 })
    await world.converse(other)
    for (let a = 0; a < 80; a++) await doAction(world, { k: 'register', d: 0, a, b: 0 })
    const session = deskSession(desk.ports)
    const framesOf = (messages: Iterable<FromDesk>) => [...messages].filter(({ kind }) => kind === 'frame').length
    const [hello, ...first] = session.start()
    expect(framesOf(first)).toBe(8)
    const answers: FromServer[] = []
    for await (const answer of serverSession(world.ports).receive(hello ? [hello] : [])) answers.push(answer)
    expect(answers.map(({ kind }) => kind)).toContain('part')
    expect(framesOf(session.receive(answers))).toBe(8)
  })
})
