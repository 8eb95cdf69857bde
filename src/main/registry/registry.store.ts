import type { RegistryCheck } from '#shared/registry/registry'
import { decodeAll } from '../database/find'
import type { Reader } from '../database/tables'

/** The hand lookups of one person, newest first. */
export async function listChecksOf(db: Reader, residentId: string): Promise<RegistryCheck[]> {
  const rows = await db
    .selectFrom('registryCheck')
    .selectAll()
    .where('residentId', '=', residentId)
    .orderBy('checkedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return decodeAll('registryCheck', rows)
}
