import { describe, expect, it } from 'vitest'
import { deskSession } from '#shared/sync/desk-session'
import type { FromDesk, FromServer } from '#shared/sync/protocol'
import { serverSession } from '#shared/sync/server-session'
import { beginDay } from './sim/begin-day'
import { Counts } from './sim/counts'
import { doAction } from './sim/do-action'
import type { World } from './sim/world'

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

  it('[P3] has sixteen of them under way without an answer', async () => {
    const { desk } = await deskWithMuchToSay()
    expect(firstsOf([...deskSession(desk.ports).start()])).toHaveLength(16)
  })

  it('[P3] asks first after a cut, and offers what the server does not hold', async () => {
    const { world, desk } = await deskWithMuchToSay()
    const cut = deskSession(desk.ports)
    const [hello, ...frames] = [...cut.start()]
    await heard(world, [hello, ...frames.slice(0, 5)])
    expect(cut.wasCut()).toBe(true)
    const again = deskSession(desk.ports, { asksFirst: cut.wasCut() })
    const said = [...again.start()]
    expect(said.map(({ kind }) => kind)).toEqual(['hello'])
    const [welcome] = await heard(world, said)
    const offered = [...again.receive(welcome ? [welcome] : [])]
    expect(firstsOf(offered)[0]).toBe(firstsOf(frames)[5])
    expect(again.wasCut()).toBe(true)
  })

  it('[P3] still asks first when the line was cut before the server had said anything', async () => {
    const { desk } = await deskWithMuchToSay()
    const asking = deskSession(desk.ports, { asksFirst: true })
    expect([...asking.start()]).toHaveLength(1)
    expect(asking.wasCut()).toBe(true)
  })

  it('[P3] [D4] offers everything where the server holds what another computer wrote under its name', async () => {
    const { world, desk } = await deskWithMuchToSay()
    const asking = deskSession(desk.ports, { asksFirst: true })
    const answers = await heard(world, [...asking.start()])
    const others = answers.map(answer => (answer.kind === 'welcome' ? { ...answer, held: { seq: 100, hash: 'ab'.repeat(32) } } : answer))
    const [lowest] = firstsOf([...deskSession(desk.ports).start()])
    expect(firstsOf([...asking.receive(others)])[0]).toBe(lowest)
  })
})

/** A desk of which the district knows how it began, and that has written far more since than goes under way at once. */
async function deskWithMuchToSay() {
  const world = await beginDay(1, new Counts(), undefined, undefined)
  const [desk] = world.desks
  if (!desk) throw new Error('a day begins with a desk')
  await world.converse(desk)
  for (let a = 0; a < 120; a++) await doAction(world, { k: 'register', d: 0, a, b: 0 })
  return { world, desk }
}

const firstsOf = (messages: readonly FromDesk[]): number[] => messages.flatMap(message => (message.kind === 'frame' ? message.first : []))

/** All that the district answers to these messages. */
async function heard({ ports }: World, messages: readonly (FromDesk | undefined)[]): Promise<FromServer[]> {
  const answers: FromServer[] = []
  const session = serverSession(ports)
  for (const message of messages) if (message) for await (const answer of session.receive([message])) answers.push(answer)
  return answers
}
