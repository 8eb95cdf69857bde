import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moveTo } from '#shared/sync/desk-order'
import type { DeskStore, Known, Place } from '#shared/sync/desk-store'
import { givenResident } from '#test/support/given'
import { testDesk } from '#test/support/test-desk'
import { deskLogStore } from '../../src/main/sync/desk-log.store'

const NAMES = ['Contoh Sri', 'Contoh Budi', 'Contoh Wulan', 'Contoh Agus', 'Contoh Tini', 'Contoh Joko', 'Contoh Rini', 'Contoh Tono']
const FEED = 100
/** What the feed tells of, of the eight changes that the desk has made. */
const RUN = { first: 3, count: 4 }

const BEFORE: Place = { state: 'fed', feed: FEED - 50 }
const BEHIND: Place = { state: 'fed', feed: FEED + 50 }
const UNTOLD: Place[] = [{ state: 'new' }, { state: 'held' }, { state: 'waiting', for: [] }, { state: 'refused', reason: 'number-taken' }]
const ANY: Place[] = [...UNTOLD, { state: 'replaced' }, { state: 'away' }, BEFORE, BEHIND]
const mostly = (usual: Place[], count: number) =>
  fc.array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: fc.constantFrom(...ANY) }), {
    minLength: count,
    maxLength: count
  })
const standings = fc.tuple(mostly([BEFORE, { state: 'away' }], 2), mostly(UNTOLD, RUN.count), mostly(UNTOLD, 2)).map(parts => parts.flat())

async function deskWithChanges() {
  const { api, desk } = await testDesk({ officer: 'manager' })
  for (const name of NAMES) await givenResident(api, { nik: null, noNikReason: 'never-recorded', name })
  const store = deskLogStore(desk.raw, desk.author, '33.24')
  const { device, epoch } = store.me()
  const of = (run: { first: number; count: number }) => ({ device, epoch, ...run })
  const all = () => store.findRun(of({ first: 1, count: NAMES.length }))
  let refolded = 0
  const counted: DeskStore = {
    ...store,
    refold: entities => {
      refolded += entities.length
    }
  }
  /** Where everything stands when the changes stand so and the run gets its numbers; it is taken back. */
  function left(places: readonly Place[], number: (run: Known[]) => boolean) {
    refolded = 0
    desk.raw.exec('begin')
    try {
      for (const [i, { id }] of all().entries()) {
        const place = places[i] as Place
        store.setPlace(id, place.state === 'fed' ? { state: 'fed', feed: place.feed + i } : place)
      }
      return number(store.findRun(of(RUN))) ? { refolded, standing: all().map(({ place, isOut }) => ({ place, isOut })) } : undefined
    } finally {
      desk.raw.exec('rollback')
    }
  }
  return {
    atOnce: (places: readonly Place[]) => left(places, () => store.feedInOrder(of(RUN), FEED)),
    oneByOne: (places: readonly Place[]) =>
      left(places, run => {
        for (const [i, known] of run.entries()) moveTo(counted, known, { state: 'fed', feed: FEED + i })
        return true
      })
  }
}

describe('the numbers of a run of changes', () => {
  it('[L3] [L4] are written in one go only where one by one nothing has to be folded anew, and come to the same', async () => {
    const { atOnce, oneByOne } = await deskWithChanges()
    const counts = { written: 0, not: 0 }
    fc.assert(
      fc.property(standings, places => {
        const written = atOnce(places)
        counts[written ? 'written' : 'not']++
        if (written) expect(written).toEqual(oneByOne(places))
      }),
      { numRuns: 1_000, seed: 7 }
    )
    expect(Math.min(counts.written, counts.not)).toBeGreaterThan(100)
  })

  it('[L4] are not written in one go past a change that stands before them or behind their numbers, nor for one that was out', async () => {
    const { atOnce } = await deskWithChanges()
    const usual = [BEFORE, BEFORE, ...Array.from({ length: NAMES.length - 2 }, (): Place => ({ state: 'held' }))]
    expect(atOnce(usual)).toBeDefined()
    expect(atOnce(usual.with(1, { state: 'held' }))).toBeUndefined()
    expect(atOnce(usual.with(1, BEHIND))).toBeUndefined()
    expect(atOnce(usual.with(3, { state: 'replaced' }))).toBeUndefined()
    expect(atOnce(usual.with(3, BEHIND))).toBeUndefined()
  })
})
