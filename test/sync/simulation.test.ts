import { describe, expect, it } from 'vitest'
import { stories } from './seeds/stories'
import { Counts } from './sim/counts'
import { explore } from './sim/explore'
import { exploreBeside } from './sim/explore-beside'
import { plants } from './sim/plants/plants'
import { run } from './sim/run'

/** `SIM_RUNS` asks for more, or fewer, than everybody's test run. */
const RUNS = Number(process.env.SIM_RUNS ?? 20_000)
const PLANT_RUNS = 4_000
const all = new Counts()

describe('the simulation', () => {
  it.each(Object.entries(stories))(
    '[D2, D3, D4, D5, D6, L3, L5, L6, N2, N4, P2, S2, S8] stays right where it once went wrong: %s',
    async (_, actions) => {
      expect((await run(actions, 3))?.message).toBeUndefined()
    }
  )

  it('[F19] [S1, S3, D4, D5, D6, L1, C12] loses nothing and does nothing twice in fixed stories', { timeout: 600_000 }, async () => {
    expect((await explore(RUNS / 2, 1, 3, all))?.violation.message).toBeUndefined()
  })

  it('[S1, S3, D4, D5, D6, L1, C12] nor in those of more desks', { timeout: 600_000 }, async () => {
    expect((await explore(RUNS / 4, 2, 5, all))?.violation.message).toBeUndefined()
  })

  it('tells the same story from the same seed', async () => {
    const [one, other] = [new Counts(), new Counts()]
    await explore(50, 7, 3, one)
    await explore(50, 7, 3, other)
    expect(other).toEqual(one)
  })

  it('tells on all cores what it tells on one, up to the same story that goes wrong', async () => {
    const thread = new URL('../../scripts/sim-thread.ts', import.meta.url)
    const [one, other, heard] = [new Counts(), new Counts(), [] as number[]]
    await explore(450, 7, 3, one)
    await exploreBeside({ runs: 450, seed: 7, desks: 3, plant: undefined }, other, thread, told => heard.push(told))
    expect(other).toEqual(one)
    expect(heard.at(-1)).toBe(450)

    const [plant] = plants
    const found = await explore(PLANT_RUNS, 4, 3, new Counts(), { plant })
    expect(found).toBeDefined()
    expect(await exploreBeside({ runs: PLANT_RUNS, seed: 4, desks: 3, plant: plant?.name }, new Counts(), thread, () => {})).toEqual(found)
  })

  it.each(plants)('[$rule] finds the planted bug $name', { timeout: 120_000 }, async plant => {
    expect(await explore(PLANT_RUNS, 1, 3, new Counts(), { plant })).toBeDefined()
  })

  it('has been through every fault', () => {
    const faults = Object.fromEntries(all.faults)
    expect(Object.keys(faults).sort()).toMatchInlineSnapshot(`
      [
        "act without the right to it",
        "answer lost after commit",
        "byte changed on the way down",
        "byte changed on the way up",
        "clock set wrong",
        "conversation replayed",
        "conversations interleaved",
        "desk cloned",
        "desk disk and journal rolled back silently",
        "desk disk full",
        "desk disk rolled back beside its journal",
        "desk loses power",
        "desk of a newer version",
        "desk restored from an old backup",
        "desk revoked",
        "desk stopped and started",
        "frame doubled",
        "line cut",
        "line down for a time",
        "message truncated",
        "messages down reordered",
        "messages up reordered",
        "name of another desk",
        "op, field or entity of a newer version",
        "other protocol",
        "poisoned change",
        "request lost",
        "server disk full",
        "server loses power",
        "server of another district",
        "server restored from an old backup",
        "server rolled back silently",
        "server stopped and started",
      ]
    `)
    expect(Object.values(faults).every(times => times > 0)).toBe(true)
    expect(all.clashes).toBeGreaterThan(0)
    expect(all.refused).toBeGreaterThan(0)
    expect(all.numbers).toBeGreaterThan(0)
  })
})
