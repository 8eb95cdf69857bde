import type { Inside, Tables } from '../database/tables'

export type KeptHead = Omit<Tables['auditHead'], 'district'>

const headsOf = ({ trx, district }: Inside, device: string) =>
  trx
    .selectFrom('auditHead')
    .select(['device', 'place', 'n', 'hash', 'kind', 'at', 'signature', 'reason'])
    .where('district', '=', district)
    .where('device', '=', device)
    .orderBy('place', 'desc')

/** What a desk has told of its access log, the newest first. */
export const listHeads = (inside: Inside, device: string): Promise<KeptHead[]> => headsOf(inside, device).execute()

/** The newest row of a desk. */
export const findHead = (inside: Inside, device: string): Promise<KeptHead | undefined> =>
  headsOf(inside, device).limit(1).executeTakeFirst()

/** The newest row of a desk that its next head must follow on. */
export const findBase = (inside: Inside, device: string): Promise<KeptHead | undefined> =>
  headsOf(inside, device).where('kind', '<>', 'contradicts').limit(1).executeTakeFirst()

export async function saveHead({ trx, district }: Inside, head: KeptHead): Promise<void> {
  await trx
    .insertInto('auditHead')
    .values({ district, ...head })
    .execute()
}

/** The letters of the desks whose access log is not the one that the district knows, and nobody has accepted that yet. */
export async function listContradicting({ trx, district }: Inside): Promise<string[]> {
  const newest = trx
    .selectFrom('auditHead')
    .select(({ fn }) => ['device', fn.max('place').as('place')])
    .where('district', '=', district)
    .groupBy('device')
    .as('newest')
  const found = await trx
    .selectFrom('auditHead')
    .innerJoin(newest, join => join.onRef('newest.device', '=', 'auditHead.device').onRef('newest.place', '=', 'auditHead.place'))
    .innerJoin('device', join => join.onRef('device.id', '=', 'auditHead.device').on('device.district', '=', district))
    .select('device.code')
    .where('auditHead.district', '=', district)
    .where('auditHead.kind', '=', 'contradicts')
    .orderBy('device.code')
    .execute()
  return found.map(({ code }) => code)
}
