import type { Inside } from '../database/tables'

export type KeptAnswer = { asked: string; answer: string }

/** What was answered to a call with this key, so that one whose answer was lost is not done twice. */
export function findAnswer({ trx, district }: Inside, key: string): Promise<KeptAnswer | undefined> {
  return trx.selectFrom('idempotent').select(['asked', 'answer']).where('district', '=', district).where('key', '=', key).executeTakeFirst()
}

export async function saveAnswer({ trx, district }: Inside, key: string, kept: KeptAnswer, at: number): Promise<void> {
  await trx
    .insertInto('idempotent')
    .values({ district, key, ...kept, at })
    .execute()
}
