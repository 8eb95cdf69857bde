import { describe, expect, it } from 'vitest'
import { deskSession } from '#shared/sync/desk-session'
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
})
