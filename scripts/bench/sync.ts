// Replication, ours beside PouchDB and RxDB on the same facts, the same lines and the same weather.
import { startPostgres } from '#test/support/postgres'
import { prepareDays } from './sync-days.ts'
import { ours } from './sync-ours.ts'
import { openPeers } from './sync-peers.ts'
import { PROFILES, planNamed, runPlans } from './sync-plans.ts'
import { reportManyDesks, reportServerRate } from './sync-server-load.ts'
import type { Side } from './sync-side.ts'

export type SyncOptions = {
  seed: number
  isFull: boolean
  /** A plan's name, in place of a whole profile. */
  only: string | undefined
  /** Our server also on PostgreSQL. */
  withPostgres: boolean
  /** The names of the sides that take part; all, unless said otherwise. */
  sides: readonly string[] | undefined
}

const VISITS = { quick: 700, full: 1000 } as const
const RATE_CHANGES = 5_000
const GIVE_UP_MS = 300_000
/** For us alone: who else gave up in the storm is not asked to wait here. */
const VILLAGE_GIVE_UP_MS = 1_800_000

export async function benchSync({ seed, isFull, only, withPostgres, sides: asked }: SyncOptions): Promise<void> {
  const one = only === undefined ? undefined : planNamed(only)
  if (only !== undefined && !one) throw new Error(`there is no plan ${only}`)
  const plans = one ? [one] : PROFILES[isFull ? 'full' : 'quick']
  const isLong = plans.some(({ unit, count }) => unit === 'visits' && count > VISITS.quick)
  const { days, ...files } = await prepareDays(isLong ? VISITS.full : VISITS.quick, seed)
  const postgres = withPostgres ? await startPostgres() : undefined
  try {
    const peers = openPeers()
    const wanted = (side: Side) => asked === undefined || asked.includes(side.name)
    const sidesFor = (unit: 'visits' | 'changes') =>
      [ours('ours', days, unit), ...(postgres ? [ours('ours-postgres', days, unit, postgres.freshUrl)] : []), ...peers].filter(wanted)
    for (const plan of plans) {
      const giveUpMs = plan.line === 'village' ? VILLAGE_GIVE_UP_MS : GIVE_UP_MS
      const sides = plan.line === 'village' ? (unit: 'visits' | 'changes') => sidesFor(unit).slice(0, 1) : sidesFor
      await runPlans([plan], sides, { files, seed, giveUpMs })
    }
    if (one) return
    for (const fresh of postgres ? [undefined, postgres.freshUrl] : [undefined]) {
      await reportServerRate(days, RATE_CHANGES, fresh)
      await reportManyDesks(fresh ? 'ours-postgres' : 'ours', days, fresh)
    }
  } finally {
    await postgres?.stop()
  }
}
