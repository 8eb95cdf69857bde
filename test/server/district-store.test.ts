import { expect, it } from 'vitest'
import { inDistrict } from '#server/database/inside'
import type { Inside } from '#server/database/tables'
import { getDistrict } from '#server/districts/districts.store'
import { withDistrict } from '#server/sync/district.store'
import { getHead, listExtents, listFeed, renewFeed } from '#server/sync/feed.store'
import { listParked } from '#server/sync/parked.store'
import { changeId } from '#shared/changes/change'
import type { DistrictStore } from '#shared/sync/district-store'
import { BATANG, type Given, KENDAL, onBothStores } from './support/both-stores'
import { DESK_A, DESK_B, fed, givenFrame, kept, refused, waiting } from './support/given-frames'

const ARRIVAL = { at: 1_000, clock: null }
const PAGE = { changes: 1_000, bytes: 1_000_000 }
const id = (seq: number, device = DESK_A) => changeId(device, 1, seq)

onBothStores('a district’s log', given => {
  const write = <T>(work: (store: DistrictStore) => Promise<T>, district = KENDAL) => withDistrict(given.server, district, ARRIVAL, work)
  const read = <T>(work: (inside: Inside) => Promise<T>, district = KENDAL) => inDistrict(given.server, district, work)

  it('starts with nothing', async () => {
    expect(await write(store => store.lock())).toBe(0)
    expect(await write(store => store.standings([id(1)]))).toEqual(new Map())
    expect(await read(inside => listFeed(inside, 0, PAGE))).toEqual([])
    expect(await read(listExtents)).toEqual([])
  })

  it('tells where each kept change stands', async () => {
    const frame = givenFrame({ count: 3 })
    const stands = [fed(1), waiting('other.1.1'), refused('invalid')]
    await write(async store => {
      await store.lock()
      await store.keep([kept(frame, i => stands[i] ?? fed(9))])
      await store.setLast(1)
    })
    const found = await write(store => store.standings([id(1), id(2), id(3), id(4)]))
    expect([...found].sort()).toEqual([
      [id(1), { hash: frame.changes[0]?.hash, state: 'fed', feed: 1, reason: null }],
      [id(2), { hash: frame.changes[1]?.hash, state: 'waiting', feed: null, reason: null }],
      [id(3), { hash: frame.changes[2]?.hash, state: 'refused', feed: null, reason: 'invalid' }]
    ])
    expect(await write(store => store.lock())).toBe(1)
    expect(await write(store => store.lastSeq(DESK_A, 1))).toBe(3)
    expect(await write(store => store.lastSeq(DESK_A, 2))).toBe(0)
    expect(await write(store => store.changeWithHash(DESK_A, frame.changes[2]?.hash ?? ''))).toBe(id(3))
    expect(await write(store => store.changeWithHash(DESK_B, frame.changes[2]?.hash ?? ''))).toBeUndefined()
    expect(await read(inside => listParked(inside, DESK_A, { limit: PAGE }))).toEqual([
      { id: id(2), epoch: 1, seq: 2, hash: frame.changes[1]?.hash, verdict: { kind: 'waiting', for: ['other.1.1'] }, frame: frame.frame },
      { id: id(3), epoch: 1, seq: 3, hash: frame.changes[2]?.hash, verdict: { kind: 'refused', reason: 'invalid' }, frame: frame.frame }
    ])
    const known = await read(inside => listParked(inside, DESK_A, { limit: PAGE, known: { epoch: 1, seq: 2 } }))
    expect(known.map(({ id: name, frame: lacking }) => [name, lacking !== undefined])).toEqual([
      [id(2), false],
      [id(3), true]
    ])
    expect(await read(inside => listParked(inside, DESK_B, { limit: PAGE }))).toEqual([])
    expect(await read(inside => listFeed(inside, 0, PAGE))).toMatchObject([{ feed: 1, picks: [0], hash: frame.changes[0]?.hash }])
  })

  it('[D3] tells what is kept aside in pages, of all epochs in their order', async () => {
    const frames = [givenFrame({ count: 2 }), givenFrame({ first: 3, count: 2 }), givenFrame({ epoch: 2, count: 2 })]
    for (const frame of frames) await write(store => store.keep([kept(frame, i => (i === 0 ? waiting('x') : refused('invalid')))]))
    const page = (limit: Partial<typeof PAGE>, after?: { epoch: number; seq: number }) =>
      read(async inside =>
        (await listParked(inside, DESK_A, { after, limit: { ...PAGE, ...limit } })).map(({ epoch, seq }) => [epoch, seq])
      )
    expect(await page({ changes: 3 })).toEqual([
      [1, 1],
      [1, 2],
      [1, 3]
    ])
    expect(await page({ changes: 3 }, { epoch: 1, seq: 3 })).toEqual([
      [1, 4],
      [2, 1],
      [2, 2]
    ])
    expect(await page({}, { epoch: 2, seq: 2 })).toEqual([])
    // a frame counts once, and one is told however large it is
    const bytes = frames[0]?.frame.payload.length ?? 0
    expect(await page({ bytes })).toEqual([
      [1, 1],
      [1, 2]
    ])
    expect(await page({ bytes: 0 }, { epoch: 1, seq: 2 })).toEqual([
      [1, 3],
      [1, 4]
    ])
  })

  it('keeps no change twice', async () => {
    const frame = givenFrame()
    await write(store => store.keep([kept(frame, () => waiting('x'))]))
    await expect(write(store => store.keep([kept(frame, () => waiting('x'))]))).rejects.toThrow()
  })

  it('gives no feed number twice', async () => {
    const [a, b] = [givenFrame({ device: DESK_A }), givenFrame({ device: DESK_B })]
    await write(store => store.keep([kept(a, () => fed(1))]))
    await expect(write(store => store.keep([kept(b, () => fed(1))]))).rejects.toThrow()
  })

  it('writes nothing of a transaction that throws', async () => {
    const frame = givenFrame()
    const failing = write(async store => {
      await store.lock()
      await store.keep([kept(frame, () => fed(1))])
      await store.putClaims([{ name: 'case-number', value: 'K-1', entity: 'case', id: 'a' }])
      await store.setLast(1)
      throw new Error('power')
    })
    await expect(failing).rejects.toThrow('power')
    expect(await write(store => store.lock())).toBe(0)
    expect(await write(store => store.standings([id(1)]))).toEqual(new Map())
    expect(await read(listExtents)).toEqual([])
  })

  it('finds what waits for a change, with all it waits for, and forgets it when it waits no more', async () => {
    const frame = givenFrame({ count: 2 })
    const waits = [waiting('x.1.1', 'y.1.1'), waiting('y.1.1')]
    await write(store => store.keep([kept(frame, i => waits[i] ?? fed(9))]))
    expect(await write(store => store.waitingFor(['x.1.1']))).toEqual([{ ...frame.changes[0], waitsFor: ['x.1.1', 'y.1.1'] }])
    expect(await write(store => store.waitingFor(['y.1.1']))).toHaveLength(2)

    await write(async store => {
      await store.restand(
        new Map([
          [id(1), { state: 'fed', feed: 1, reason: null } as const],
          [id(2), { state: 'refused', feed: null, reason: 'not-allowed' } as const]
        ])
      )
      await store.setLast(1)
    })
    expect(await write(store => store.waitingFor(['x.1.1', 'y.1.1']))).toEqual([])
    expect((await write(store => store.standings([id(2)]))).get(id(2))).toMatchObject({ state: 'refused', reason: 'not-allowed' })
    expect(await read(inside => listFeed(inside, 0, PAGE))).toMatchObject([{ feed: 1, picks: [0] }])
  })

  it('answers for any number of names at once', async () => {
    const many = Array.from({ length: 70_000 }, (_, i) => `${DESK_B}.1.${i}`)
    expect(await write(store => store.standings(many))).toEqual(new Map())
    const frame = givenFrame()
    await write(store => store.keep([kept(frame, () => waiting(...many.slice(0, 5_000)))]))
    expect((await write(store => store.waitingFor(many)))[0]?.waitsFor).toHaveLength(5_000)
  })

  it('gives rows back as they were put, the newest', async () => {
    const place = { entity: 'resident', id: DESK_A }
    const put = (name: string) =>
      write(store => store.putRows(new Map([['k', { ...place, row: { fields: { name, é: null, at: [1] }, stamps: { '*': 'a.1.1' } } }]])))
    await put('Sri')
    await put('Sri "Ning" Ratna 😀')
    const found = await write(store => store.rows([place, { entity: 'family', id: DESK_A }]))
    expect(found).toEqual(
      new Map([[`resident/${DESK_A}`, { fields: { name: 'Sri "Ning" Ratna 😀', é: null, at: [1] }, stamps: { '*': 'a.1.1' } }]])
    )
  })

  it('lets a number stay with who had it first', async () => {
    const claim = { name: 'letter-number', value: '001/SR/A', entity: 'letter' }
    await write(store => store.putClaims([{ ...claim, id: 'first' }]))
    await write(store =>
      store.putClaims([
        { ...claim, id: 'second' },
        { ...claim, name: 'case-number', id: 'third' }
      ])
    )
    const found = await write(store => store.claimed([{ ...claim, id: 'x' }]))
    expect(found).toEqual(new Map([['letter-number/001/SR/A', 'first']]))
  })

  it('says how far a desk’s chain is held without a hole', async () => {
    const keep = (first: number, count: number) => {
      const frame = givenFrame({ first, count })
      return write(store => store.keep([kept(frame, () => waiting('x'))]))
    }
    await keep(1, 2)
    await keep(5, 2)
    const hashOf = (seq: number) => givenFrame({ first: seq }).changes[0]?.hash
    expect(await read(listExtents)).toEqual([{ device: DESK_A, epoch: 1, seq: 2, hash: hashOf(2) }])
    await keep(3, 2)
    expect(await read(listExtents)).toEqual([{ device: DESK_A, epoch: 1, seq: 6, hash: hashOf(6) }])
  })

  it('counts frames that come together into their chains, and none behind a hole', async () => {
    const frames = [
      givenFrame({ first: 1, count: 2 }),
      givenFrame({ first: 3, count: 2 }),
      givenFrame({ device: DESK_B, first: 1, count: 1 }),
      givenFrame({ first: 8, count: 1 })
    ]
    await write(store => store.keep(frames.map(frame => kept(frame, () => waiting('x')))))
    const found = await read(listExtents)
    expect(found.map(({ device, seq }) => [device, seq]).sort()).toEqual([
      [DESK_A, 4],
      [DESK_B, 1]
    ])
  })

  it('hands the feed out in its order, in runs that lie in one frame', async () => {
    const [a, b] = [givenFrame({ device: DESK_A, count: 3 }), givenFrame({ device: DESK_B, count: 1 })]
    const order = [fed(1), waiting(id(1, DESK_B)), fed(2)]
    await write(async store => {
      await store.keep([kept(a, i => order[i] ?? fed(9))])
      await store.keep([kept(b, () => fed(3))])
      await store.restand(new Map([[id(2), { state: 'fed', feed: 4, reason: null } as const]]))
      await store.setLast(4)
    })
    expect(await read(inside => listFeed(inside, 0, PAGE))).toEqual([
      { feed: 1, frame: a.frame, picks: [0, 2], hash: a.changes[2]?.hash },
      { feed: 3, frame: b.frame, picks: [0], hash: b.changes[0]?.hash },
      { feed: 4, frame: a.frame, picks: [1], hash: a.changes[1]?.hash }
    ])
    expect(await read(inside => listFeed(inside, 2, PAGE))).toMatchObject([{ feed: 3 }, { feed: 4 }])
    expect(await read(inside => listFeed(inside, 0, { changes: 1, bytes: 1 }))).toMatchObject([{ feed: 1, picks: [0] }])
    expect(await read(inside => listFeed(inside, 0, { changes: 9, bytes: 4 }))).toMatchObject([{ feed: 1, picks: [0, 2] }])
    expect(await read(getHead)).toMatchObject({ head: 4 })
  })

  it('gives the feed a new name and keeps what is in it', async () => {
    const versionNow = async () => (await read(getDistrict)).rosterVersion
    const [before, version] = [await read(getHead), await versionNow()]
    await read(renewFeed)
    const after = await read(getHead)
    expect(after.epoch).not.toBe(before.epoch)
    expect(after.head).toBe(before.head)
    expect(await versionNow()).toBeGreaterThan(version)
  })

  it('keeps each district’s log to itself', async () => {
    const frame = givenFrame()
    const keep = (store: DistrictStore) => store.keep([kept(frame, () => fed(1))]).then(() => store.setLast(1))
    await write(keep, KENDAL)
    expect(await write(store => store.standings([id(1)]), BATANG)).toEqual(new Map())
    expect(await write(store => store.lock(), BATANG)).toBe(0)
    await write(keep, BATANG)
    expect(await write(store => store.lock(), BATANG)).toBe(1)
  })

  it('has no gap in its feed, and a polling reader misses nothing, with 12 writers of which some give up', async () => {
    const outcome = await feedUnderLoad(given)
    expect(outcome.given).toEqual(Array.from({ length: outcome.committed }, (_, i) => i + 1))
    expect(outcome.read).toEqual(outcome.given)
    expect(outcome.givenUp).toBeGreaterThan(0)
  })
})

/** 12 desks write at once while a reader follows the feed from its own cursor. */
async function feedUnderLoad({ server }: Given) {
  const given: number[] = []
  const read: number[] = []
  let [givenUp, writing] = [0, true]
  const writer = async (n: number) => {
    const device = `0190bbbb-0000-7000-8000-${String(n).padStart(12, '0')}`
    let first = 1
    for (let round = 0; round < 20; round++) {
      const opened = givenFrame({ device, first, count: 1 + (round % 3) })
      const numbers = await withDistrict(server, KENDAL, ARRIVAL, async store => {
        const last = await store.lock()
        await store.keep([kept(opened, i => fed(last + 1 + i))])
        await store.setLast(last + opened.changes.length)
        if ((round + n) % 7 === 0) throw new Error('given up')
        return opened.changes.map((_, i) => last + 1 + i)
      }).catch((error: Error) => {
        if (error.message !== 'given up') throw error
        return undefined
      })
      if (!numbers) givenUp++
      else first += numbers.length
      given.push(...(numbers ?? []))
    }
  }
  const reader = async () => {
    for (;;) {
      const isLast = !writing
      const runs = await inDistrict(server, KENDAL, inside => listFeed(inside, read.at(-1) ?? 0, { changes: 5, bytes: 1_000_000 }))
      for (const { feed, picks } of runs) read.push(...picks.map((_, i) => feed + i))
      if (isLast && runs.length === 0) return
      if (runs.length === 0) await new Promise(resolve => setImmediate(resolve))
    }
  }
  const reading = reader()
  await Promise.all(Array.from({ length: 12 }, (_, n) => writer(n)))
  writing = false
  await reading
  given.sort((a, b) => a - b)
  return { given, read, givenUp, committed: given.length }
}
