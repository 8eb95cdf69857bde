import { renewalsWithinADay } from '#shared/sync/feed-renewals'
import { listContradicting } from '../audit/heads.store'
import { inDistrict } from '../database/inside'
import type { Database } from '../database/place'
import type { Inside } from '../database/tables'
import { broughtOn } from '../devices/brought.store'
import { listDistricts } from '../districts/districts.store'

/** How a district's replication fares. It names desks by their letter, and nobody. */
export type DistrictHealth = {
  district: string
  /** The last feed number. */
  head: number
  desks: number
  unconfirmed: number
  /** The desk that has been silent longest, and for how long; null when none is active. */
  oldestUnseen: { desk: string; seconds: number } | null
  waiting: number
  refused: number
  /** Desks whose access log was cut off or written anew since the district was told of it. */
  rewrittenLogs: string[]
  /** Desks that have made the feed begin anew, and how often, within a day. SPEC S8. */
  renewals: { desk: string; times: number }[]
  /** What each desk has brought today, in bytes, the most first; those that brought nothing are not listed. SPEC S11. */
  brought: { desk: string; bytes: number }[]
  /** Seconds since the last backup; null when there was none. */
  backupSeconds: number | null
}

export async function listHealth(server: Database, now: number): Promise<DistrictHealth[]> {
  const found: DistrictHealth[] = []
  for (const { district } of await listDistricts(server)) found.push(await inDistrict(server, district, inside => healthOf(inside, now)))
  return found
}

async function healthOf(inside: Inside, now: number): Promise<DistrictHealth> {
  const { trx, district } = inside
  const { last } = await trx.selectFrom('feed').select('last').where('district', '=', district).executeTakeFirstOrThrow()
  const devices = await trx
    .selectFrom('device')
    .select(['code', 'state', 'enrolledAt', 'lastSeenAt', 'renewals', 'broughtBytes', 'broughtDay'])
    .where('district', '=', district)
    .execute()
  const parked = await trx
    .selectFrom('change')
    .select(({ fn }) => ['state', fn.countAll<number>().as('n')])
    .where('district', '=', district)
    // there is an index of what has no number, and none of all that has a state
    .where('feed', 'is', null)
    .where('state', 'in', ['waiting', 'refused'])
    .groupBy('state')
    .execute()
  const backup = await trx
    .selectFrom('backup')
    .select(({ fn }) => fn.max<number | null>('at').as('at'))
    .where('district', '=', district)
    .executeTakeFirst()
  const seconds = (since: number) => Math.max(0, Math.round((now - since) / 1_000))
  const active = devices.filter(({ state }) => state === 'active')
  const silent = active.map(({ code, enrolledAt, lastSeenAt }) => ({ desk: code, seconds: seconds(lastSeenAt ?? enrolledAt) }))
  const renewals = active.map(({ code, renewals }) => ({ desk: code, times: renewalsWithinADay(JSON.parse(renewals), now).length }))
  const brought = active.map(device => ({ desk: device.code, bytes: broughtOn(device, now) }))
  const count = (state: string) => parked.find(found => found.state === state)?.n ?? 0
  return {
    district,
    head: last,
    desks: active.length,
    unconfirmed: devices.filter(({ state }) => state === 'unconfirmed').length,
    oldestUnseen: silent.sort((a, b) => b.seconds - a.seconds)[0] ?? null,
    waiting: count('waiting'),
    refused: count('refused'),
    renewals: renewals.filter(({ times }) => times > 0),
    brought: brought.filter(({ bytes }) => bytes > 0).sort((a, b) => b.bytes - a.bytes),
    rewrittenLogs: await listContradicting(inside),
    backupSeconds: typeof backup?.at === 'number' ? seconds(backup.at) : null
  }
}
