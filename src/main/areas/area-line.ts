import { formatAreaPath } from '#shared/areas/area'
import type { Reference } from '../database/reference'
import { listPath } from './areas.store'

/** Village, subdistrict and district of a village code in one line; empty when there is no code. */
export async function areaLineOf(reference: Reference, villageCode: string | null): Promise<string> {
  if (!villageCode) return ''
  const path = await listPath(reference, villageCode)
  return formatAreaPath(path.filter(area => area.level !== 'province'))
}
