import { expect, it } from 'vitest'
import { withDistrict } from '#server/sync/district.store'
import { acceptFrames, type Offered, type Verdict } from '#shared/sync/accept'
import type { OpenedChange } from '#shared/sync/frame'
import { BATANG, KENDAL, onBothStores } from './support/both-stores'
import { chainOf } from './support/conversation'
import { DESK_A, DESK_B } from './support/given-frames'
import type { FakeDesk } from './support/test-server'

const ARRIVAL = { at: 1_000, clock: null }
const desk = (id: string) => ({ id }) as FakeDesk

const offered = (changes: OpenedChange[], isFromMaker = true): Offered => {
  const [head] = changes as [OpenedChange]
  const { device, epoch, seq: first } = head.change
  return {
    opened: {
      frame: { device, epoch, first, count: changes.length, payload: new Uint8Array([1]), signature: new Uint8Array(64) },
      changes
    },
    isFromMaker
  }
}

onBothStores('frames that come together', given => {
  const together = (frames: Offered[]) => withDistrict(given.server, KENDAL, ARRIVAL, store => acceptFrames(store, frames))
  const oneByOne = async (frames: Offered[]) => {
    const verdicts: Verdict[][] = []
    for (const frame of frames) verdicts.push(...(await withDistrict(given.server, BATANG, ARRIVAL, store => acceptFrames(store, [frame]))))
    return verdicts
  }

  it('[S1] [S2] [S3] are answered as they would be one after the other', async () => {
    const [a, b] = [chainOf(desk(DESK_A), 12), chainOf(desk(DESK_B), 4)]
    const frames = [
      offered(a.slice(0, 3)),
      offered(a.slice(0, 3)),
      offered(b.slice(0, 2), false),
      offered(a.slice(3, 6)),
      offered(a.slice(8, 10)),
      offered(a.slice(6, 9)),
      offered(b.slice(1, 4), false)
    ]
    const verdicts = await together(frames)
    expect(verdicts).toEqual(await oneByOne(frames))
    expect(verdicts.map(of => of.map(({ kind }) => kind))).toEqual([
      ['fed', 'fed', 'fed'],
      ['fed', 'fed', 'fed'],
      ['fed', 'fed'],
      ['fed', 'fed', 'fed'],
      ['gap', 'gap'],
      ['fed', 'fed', 'fed'],
      ['fed', 'fed', 'fed']
    ])
  })

  it('[S2] name the number behind those that came with them as the first that is missing', async () => {
    const chain = chainOf(desk(DESK_A), 9)
    const [, second] = await together([offered(chain.slice(0, 4)), offered(chain.slice(6))])
    expect(second).toEqual([
      { kind: 'gap', expected: 5 },
      { kind: 'gap', expected: 5 },
      { kind: 'gap', expected: 5 }
    ])
  })

  it('[S4] give their numbers to what waits for another of them, whichever comes first', async () => {
    const wanted = chainOf(desk(DESK_B), 1)
    const waiting = chainOf(desk(DESK_A), 2, [wanted[0]?.change.id ?? ''])
    const verdicts = await together([offered(waiting), offered(wanted, false)])
    const numbers = verdicts.flat().flatMap(verdict => (verdict.kind === 'fed' ? verdict.feed : []))
    expect(numbers.sort()).toEqual([1, 2, 3])
    expect(verdicts[1]).toEqual([{ kind: 'fed', feed: 1 }])
  })
})
