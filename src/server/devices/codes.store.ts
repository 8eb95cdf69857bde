import { acrossDistricts } from '../database/inside'
import type { Database } from '../database/place'
import type { Inside, Tables } from '../database/tables'

export type CodeRow = Omit<Tables['enrolmentCode'], 'district'>

/** The district to which a code belongs, by its first characters. */
export async function findDistrictOfCode(server: Database, selector: string): Promise<string | undefined> {
  const ask = { 'app.selector': selector }
  const found = await acrossDistricts(server, ask, trx =>
    trx.selectFrom('enrolmentCode').select('district').where('selector', '=', selector).executeTakeFirst()
  )
  return found?.district
}

export function findCode({ trx, district }: Inside, selector: string): Promise<CodeRow | undefined> {
  return trx.selectFrom('enrolmentCode').selectAll().where('district', '=', district).where('selector', '=', selector).executeTakeFirst()
}

/** Keeps a code, and forgets those that have long been over. */
export async function saveCode({ trx, district }: Inside, code: CodeRow): Promise<void> {
  await trx.deleteFrom('enrolmentCode').where('district', '=', district).where('expiresAt', '<', code.madeAt).execute()
  await trx
    .insertInto('enrolmentCode')
    .values({ district, ...code })
    .execute()
}

export async function countTry({ trx, district }: Inside, selector: string): Promise<void> {
  await trx
    .updateTable('enrolmentCode')
    .set(ask => ({ tries: ask('tries', '+', 1) }))
    .where('district', '=', district)
    .where('selector', '=', selector)
    .execute()
}

export async function spendCode({ trx, district }: Inside, selector: string, usedBy: string): Promise<void> {
  await trx.updateTable('enrolmentCode').set({ usedBy }).where('district', '=', district).where('selector', '=', selector).execute()
}
