import type { Organization } from '#shared/directory/organization'
import { decodeAll } from '../database/find'
import type { Reader } from '../database/tables'

/** Active agencies first, by name; of one kind when a kind is given. */
export async function listOrganizations(db: Reader, kind?: string): Promise<Organization[]> {
  const query = db.selectFrom('organization').selectAll().orderBy('isActive', 'desc').orderBy('name')
  return decodeAll('organization', await (kind ? query.where('kind', '=', kind) : query).execute())
}
