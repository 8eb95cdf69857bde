import { acrossDistricts } from '../database/inside'
import type { Database } from '../database/place'
import type { Inside, Tables } from '../database/tables'

export type District = Tables['district']

/** All districts of this server, by code. */
export function listDistricts(server: Database): Promise<District[]> {
  return acrossDistricts(server, { 'app.listing': 'districts' }, trx =>
    trx.selectFrom('district').selectAll().orderBy('district').execute()
  )
}

export function findDistrict({ trx, district }: Inside): Promise<District | undefined> {
  return trx.selectFrom('district').selectAll().where('district', '=', district).executeTakeFirst()
}

/** Like `find`, for a district that is known to be there. */
export function getDistrict({ trx, district }: Inside): Promise<District> {
  return trx.selectFrom('district').selectAll().where('district', '=', district).executeTakeFirstOrThrow()
}

/** The district's private key, PKCS #8 in base64. */
export async function getPrivateKey({ trx, district }: Inside): Promise<string> {
  const { privateKey } = await trx.selectFrom('districtKey').select('privateKey').where('district', '=', district).executeTakeFirstOrThrow()
  return privateKey
}

/** A district with its key and an empty feed; throws where there is one of that code. */
export async function saveDistrict({ trx, district }: Inside, made: Omit<District, 'district'>, privateKey: string): Promise<void> {
  await trx
    .insertInto('district')
    .values({ district, ...made })
    .execute()
  await trx.insertInto('districtKey').values({ district, privateKey }).execute()
  await trx.insertInto('feed').values({ district, last: 0 }).execute()
}

/** The list of devices is another one from now on. */
export async function raiseRosterVersion({ trx, district }: Inside): Promise<void> {
  await trx
    .updateTable('district')
    .set(ask => ({ rosterVersion: ask('rosterVersion', '+', 1) }))
    .where('district', '=', district)
    .execute()
}

/** Takes the district's counter row until the transaction ends, and gives the last feed number. In SQLite a transaction already is the only writer. */
export async function lockDistrict({ trx, district, dialect }: Inside): Promise<number> {
  const counter = trx.selectFrom('feed').select('last').where('district', '=', district)
  const { last } = await (dialect === 'postgres' ? counter.forUpdate() : counter).executeTakeFirstOrThrow()
  return last
}
