import type { LocalDate } from '#shared/clock'
import type { RegistryCheck, VillageMeeting } from '#shared/registry/registry'
import { byWeight } from '#shared/registry/seen'
import { decode } from '../changes/rows'
import { decodeAll } from '../database/find'
import type { Reader } from '../database/tables'

/** What registers said of one person, the weightiest first; see `byWeight`. */
export async function listChecksOf(db: Reader, residentId: string): Promise<RegistryCheck[]> {
  const rows = await db
    .selectFrom('registryCheck')
    .selectAll()
    .where('residentId', '=', residentId)
    .orderBy('checkedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return decodeAll('registryCheck', rows).sort(byWeight)
}

/** The first meeting of a village from a day on. */
export async function findNextMeeting(db: Reader, villageCode: string, from: LocalDate): Promise<VillageMeeting | undefined> {
  const row = await db
    .selectFrom('villageMeeting')
    .selectAll()
    .where('villageCode', '=', villageCode)
    .where('heldOn', '>=', from)
    .orderBy('heldOn')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row && decode('villageMeeting', row)
}
