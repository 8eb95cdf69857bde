import { formatAreaPath } from '#shared/areas/area'
import type { TermName } from '#shared/directory/directory'
import { type Month, monthBefore } from '#shared/reports/month'
import { countMonth, ELSEWHERE } from '#shared/reports/month-counts'
import type { MonthReport } from '#shared/reports/month-report'
import { listPath } from '../areas/areas.store'
import type { Reference } from '../database/reference'
import type { Desk } from '../desk'
import { serviceNames } from '../directory/reference.store'
import { getOffice } from '../office/office.store'
import { findFirstMonth, organizationNames, readMonth } from './reports.store'

/** Counts a month and the one before it, and looks up how what is counted is called. */
export async function monthReport({ db, reference, today }: Desk, month: Month): Promise<MonthReport> {
  const { districtCode, timeZone: zone } = await getOffice(db)
  const [first, madeOn, earlier] = [await findFirstMonth(db), today(), monthBefore(month)]
  const counted = async (of: Month) => countMonth(await readMonth(db, of, zone), { districtCode, zone, today: madeOn })
  const now = await counted(month)
  const before = first !== null && first <= earlier ? await counted(earlier) : null
  const keysOf = (part: 'services' | 'agencies' | 'villages') => [...Object.keys(now[part]), ...Object.keys(before?.[part] ?? {})]
  return {
    month,
    madeOn,
    first,
    now,
    before,
    names: {
      services: namesIn(await serviceNames(reference), keysOf('services')),
      agencies: await organizationNames(db, keysOf('agencies')),
      villages: await villageNames(reference, keysOf('villages'))
    }
  }
}

const namesIn = (all: ReadonlyMap<string, TermName>, codes: readonly string[]): Record<string, TermName> =>
  Object.fromEntries(codes.flatMap(code => (all.has(code) ? [[code, all.get(code) as TermName]] : [])))

/** Villages of the office's own district by their name and subdistrict. */
async function villageNames(reference: Reference, codes: readonly string[]): Promise<Record<string, string>> {
  const names: Record<string, string> = {}
  for (const code of new Set(codes))
    if (code !== '' && code !== ELSEWHERE)
      names[code] = formatAreaPath((await listPath(reference, code)).filter(({ level }) => level === 'village' || level === 'subdistrict'))
  return names
}
