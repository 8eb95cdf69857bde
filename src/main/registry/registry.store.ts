import type { LocalDate } from '#shared/clock'
import { lastMonthOf, REGISTRY_SOURCES } from '#shared/registry/edition'
import type { RegistryCheck, VillageMeeting } from '#shared/registry/registry'
import { decode } from '../changes/rows'
import { decodeAll } from '../database/find'
import type { Reader } from '../database/tables'

/** What registers said of one person, newest first; of what was said at one moment, in the order of the sources and the newest period first. */
export async function listChecksOf(db: Reader, residentId: string): Promise<RegistryCheck[]> {
  const rows = await db
    .selectFrom('registryCheck')
    .selectAll()
    .where('residentId', '=', residentId)
    .orderBy('checkedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return decodeAll('registryCheck', rows).sort((a, b) => b.checkedAt - a.checkedAt || orderOf(a) - orderOf(b))
}

const orderOf = ({ source, period }: RegistryCheck): number => REGISTRY_SOURCES.indexOf(source) * 1e6 - lastMonthOf(period)

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

/** Bytes kept beside the log. */
export async function findPicture(db: Reader, hash: string): Promise<Uint8Array | undefined> {
  return (await db.selectFrom('blob').select('bytes').where('hash', '=', hash).executeTakeFirst())?.bytes
}
