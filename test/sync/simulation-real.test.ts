import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Postgres, startPostgres } from '#test/support/postgres'
import { stories as kept } from './seeds/stories'
import { Counts } from './sim/counts'
import { explore } from './sim/explore'
import { type RealStories, realStories } from './sim/real/real-storage'
import { run } from './sim/run'

/** `SIM_REAL` asks for more than everybody's test run. */
const ASKED = Number(process.env.SIM_REAL ?? 12)

/**
 * The first stories of the simulation's fixed seeds, told on what the program itself keeps its data on: encrypted desks with their journals,
 * signed and packed frames, messages as bytes, and the district server's stores with its own backups. In memory there are thousands more.
 */
describe.each(['SQLite', 'PostgreSQL'])('the simulation on real desks and a server on %s', store => {
  // making a database of PostgreSQL for each story takes longer than the story
  const RUNS = store === 'PostgreSQL' ? ASKED / 2 : ASKED
  let postgres: Postgres | undefined
  let stories: RealStories
  beforeAll(async () => {
    if (store === 'PostgreSQL') postgres = await startPostgres()
    stories = await realStories(postgres?.freshUrl)
  })
  afterAll(async () => {
    stories.end()
    await postgres?.stop()
  }, 180_000)

  it('[S1, S3, D4, D5, D6, L1, C12] loses nothing and does nothing twice', { timeout: 600_000 }, async () => {
    const counts = new Counts()
    expect((await explore(RUNS, 1, 3, counts, { open: stories.open }))?.violation.message).toBeUndefined()
    expect(counts.conversations).toBeGreaterThan(10 * RUNS)
    expect(counts.faults.size).toBeGreaterThan(15)
  })

  it('[D4, D5, D6, L5, N2, S8] stays right where it once went wrong', { timeout: 600_000 }, async () => {
    for (const [name, actions] of Object.entries(kept).slice(-RUNS))
      expect([name, (await run(actions, 3, new Counts(), { open: stories.open }))?.message]).toEqual([name, undefined])
  })
})
