import { sql } from 'kysely'
import type { Database } from '../database/place'
import type { Inside, Tables } from '../database/tables'

const DAY_MS = 86_400_000
const dayOf = (now: number): number => Math.floor(now / DAY_MS)

/** What a device has brought on the day of a moment, in bytes. */
export const broughtOn = ({ broughtBytes, broughtDay }: Pick<Tables['device'], 'broughtBytes' | 'broughtDay'>, now: number): number =>
  broughtDay === dayOf(now) ? broughtBytes : 0

/** Whether it is more than the busiest day of an office brings, photos and all. */
export const isMuch = (bytes: number): boolean => bytes >= 268_435_456

/** Adds to what a device has brought on this day. */
export async function noteBrought({ trx, district }: Inside, id: string, bytes: number, now: number): Promise<void> {
  const day = dayOf(now)
  await trx
    .updateTable('device')
    .set({ broughtBytes: sql<number>`case when brought_day = ${day} then brought_bytes else 0 end + ${bytes}`, broughtDay: day })
    .where('district', '=', district)
    .where('id', '=', id)
    .execute()
}

/** What it has brought today no longer counts against it. */
export async function forgetBrought({ trx, district }: Inside, id: string): Promise<void> {
  await trx.updateTable('device').set({ broughtBytes: 0 }).where('district', '=', district).where('id', '=', id).execute()
}

/** Whether a device has to wait for the next day before it brings more: no day of an office comes near the limit, and whatever the disk, as much is left for all others. SPEC S11. */
export async function hasBroughtTooMuch(
  server: Database,
  inside: Inside,
  id: string,
  { now, most }: { now: number; most: number }
): Promise<boolean> {
  const found = await inside.trx
    .selectFrom('device')
    .select(['broughtBytes', 'broughtDay'])
    .where('district', '=', inside.district)
    .where('id', '=', id)
    .executeTakeFirst()
  const bytes = found ? broughtOn(found, now) : 0
  return bytes > 0 && bytes >= Math.min(most, (await server.freeBytes?.()) ?? most)
}
