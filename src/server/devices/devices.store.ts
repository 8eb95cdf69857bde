import { renewedOnceMore } from '#shared/sync/feed-renewals'
import { discardUnfinished } from '../attachments/blobs.store'
import type { DeviceState, Inside, Tables } from '../database/tables'
import { raiseRosterVersion } from '../districts/districts.store'
import { hearRun } from './heard-runs'

export type Device = Omit<Tables['device'], 'district'>

/** All devices the district has ever had, in the order of their letters. */
export async function listDevices({ trx, district }: Inside): Promise<Device[]> {
  const found = await trx.selectFrom('device').selectAll().where('district', '=', district).orderBy('enrolledAt').orderBy('code').execute()
  return found.map(({ district: _, ...device }) => device)
}

export function findDevice({ trx, district }: Inside, id: string): Promise<Device | undefined> {
  return trx.selectFrom('device').selectAll().where('district', '=', district).where('id', '=', id).executeTakeFirst()
}

/** A device that is let in has been handed nothing yet, and has brought nothing. */
export async function saveDevice(inside: Inside, device: Omit<Device, 'handedAt' | 'broughtBytes' | 'broughtDay'>): Promise<void> {
  await inside.trx
    .insertInto('device')
    .values({ district: inside.district, ...device, broughtBytes: 0, broughtDay: 0 })
    .execute()
  if (device.state === 'active') await raiseRosterVersion(inside)
}

/** Whether the counter of a conversation is greater than any before it; then it is kept, and the device has been seen. */
export async function riseCounter(
  { trx, district }: Inside,
  id: string,
  counter: number,
  seen: { at: number; clock: string }
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('device')
    .set({ counter, lastSeenAt: seen.at, lastClock: seen.clock })
    .where('district', '=', district)
    .where('id', '=', id)
    .where('counter', '<', counter)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Notes from which run of its program a device was heard; one that is on two computers at once is stopped until an administrator has looked. False: it is. SPEC P9. */
export async function hearDevice(inside: Inside, id: string, run: string, now: number): Promise<boolean> {
  const device = await findDevice(inside, id)
  if (!device) return false
  const known: string[] = JSON.parse(device.runs)
  // within one run there is nothing new to keep
  if (known.at(-1) === run) return true
  const { heard, isTwoPcs } = hearRun(known, run)
  await setRuns(inside, id, heard)
  if (isTwoPcs) await setDeviceState(inside, id, 'frozen', now)
  return !isTwoPcs
}

/** Lets a stopped device speak again; from which runs it was heard before counts no more. */
export async function releaseDevice(inside: Inside, id: string, now: number): Promise<void> {
  await setRuns(inside, id, [])
  await setDeviceState(inside, id, 'active', now)
}

async function setRuns({ trx, district }: Inside, id: string, runs: readonly string[]): Promise<void> {
  await trx
    .updateTable('device')
    .set({ runs: JSON.stringify(runs) })
    .where('district', '=', district)
    .where('id', '=', id)
    .execute()
}

/** Notes that a device makes the feed begin anew; false: it has done so as often as it may in a day. SPEC S8. */
export async function noteRenewal(inside: Inside, id: string, now: number): Promise<boolean> {
  const device = await findDevice(inside, id)
  const renewals = device && renewedOnceMore(JSON.parse(device.renewals), now)
  if (!renewals) return false
  await setRenewals(inside, id, renewals)
  return true
}

/** Forgets how often a device has made the feed begin anew. */
export const forgetRenewals = (inside: Inside, id: string): Promise<void> => setRenewals(inside, id, [])

async function setRenewals({ trx, district }: Inside, id: string, renewals: readonly number[]): Promise<void> {
  await trx
    .updateTable('device')
    .set({ renewals: JSON.stringify(renewals) })
    .where('district', '=', district)
    .where('id', '=', id)
    .execute()
}

/** Whether the counter of a signed call is greater than any before it; then it is kept, and the device has been seen. */
export async function riseCallCounter({ trx, district }: Inside, id: string, callCounter: number, at: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('device')
    .set({ callCounter, lastSeenAt: at })
    .where('district', '=', district)
    .where('id', '=', id)
    .where('callCounter', '<', callCounter)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Forgets a device that nobody has confirmed, by its name and key. */
export async function forgetUnconfirmed(
  { trx, district }: Inside,
  { device, publicKey }: { device: string; publicKey: string }
): Promise<void> {
  await trx
    .deleteFrom('device')
    .where('district', '=', district)
    .where('id', '=', device)
    .where('publicKey', '=', publicKey)
    .where('state', '=', 'unconfirmed')
    .execute()
}

/** The device has been heard of, by stick. */
export async function noteSeen({ trx, district }: Inside, id: string, lastSeenAt: number): Promise<void> {
  await trx.updateTable('device').set({ lastSeenAt }).where('district', '=', district).where('id', '=', id).execute()
}

/** Something of the feed is about to be given out for this device. */
export async function noteHanded({ trx, district }: Inside, id: string, handedAt: number): Promise<void> {
  await trx.updateTable('device').set({ handedAt }).where('district', '=', district).where('id', '=', id).execute()
}

/** Until when what came in may lie on a device: its last word, or the last of the feed that was given out for it. Null: it was never given anything. */
export function heldUntil({ lastSeenAt, handedAt }: Pick<Device, 'lastSeenAt' | 'handedAt'>): number | null {
  return lastSeenAt === null && handedAt === null ? null : Math.max(lastSeenAt ?? 0, handedAt ?? 0)
}

/** Changes what a device may do; the district's list of devices is another one from then on. */
export async function setDeviceState(inside: Inside, id: string, state: DeviceState, now: number): Promise<void> {
  await inside.trx
    .updateTable('device')
    .set({ state, ...(state === 'active' ? { confirmedAt: now } : {}) })
    .where('district', '=', inside.district)
    .where('id', '=', id)
    .execute()
  if (state === 'revoked') await discardUnfinished(inside, id)
  await raiseRosterVersion(inside)
}

export async function saveCheckNumber({ trx, district }: Inside, id: string, checkNumber: string): Promise<void> {
  await trx.updateTable('device').set({ checkNumber }).where('district', '=', district).where('id', '=', id).execute()
}

/** A desk that is known asks to be let in once more: what was compared before counts no more. */
export async function saveNonces({ trx, district }: Inside, id: string, nonces: Pick<Device, 'nonceHash' | 'serverNonce'>): Promise<void> {
  await trx
    .updateTable('device')
    .set({ ...nonces, checkNumber: null })
    .where('district', '=', district)
    .where('id', '=', id)
    .execute()
}
