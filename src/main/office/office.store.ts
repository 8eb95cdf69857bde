import { sql } from 'kysely'
import type { LocalDate } from '#shared/clock'
import type { Device, Holiday, Office, Signer } from '#shared/office/office'
import { decode, makerOf } from '../changes/rows'
import { decodeAll } from '../database/find'
import type { Reader } from '../database/tables'

/** The office as this desk's own settings have it: each desk has its own, and writes no other. */
export async function findOffice(db: Reader): Promise<Office | undefined> {
  const own = db.selectFrom('here').innerJoin('device', 'device.id', 'here.device').select('device.code')
  const row = await db.selectFrom('office').selectAll().where('deskCode', '=', own).executeTakeFirst()
  return row && decode('office', row)
}

/** The district's first office, as a desk that has joined and is not set up yet would belong to it, under the letter the district gave it. */
export async function findOffered(db: Reader): Promise<Office | undefined> {
  const { deskCode } = await db.selectFrom('here').select('deskCode').executeTakeFirstOrThrow()
  const row = await db.selectFrom('office').selectAll().orderBy('id').executeTakeFirst()
  return row && deskCode ? { ...decode('office', row), deskCode } : undefined
}

export async function getOffice(db: Reader): Promise<Office> {
  const office = await findOffice(db)
  if (!office) throw new Error('the office has not been set up')
  return office
}

/** Whether another desk gives its letters numbers under this unit code, or has done so: nobody else goes on there. Capitals make no other code. */
export async function isUnitOfAnother(db: Reader, unitCode: string): Promise<boolean> {
  const isSame = sql<boolean>`lower(unit_code) = ${unitCode.toLowerCase()}`
  const { device } = await db.selectFrom('here').select('device').executeTakeFirstOrThrow()
  const own = await findOffice(db)
  const offices = await db.selectFrom('office').select('deskCode').where(isSame).execute()
  const books = await db.selectFrom('letterBook').select('stamps').where(isSame).execute()
  return offices.some(({ deskCode }) => deskCode !== own?.deskCode) || books.some(book => makerOf(book) !== device)
}

export async function listSigners(db: Reader): Promise<Signer[]> {
  return decodeAll('signer', await db.selectFrom('signer').selectAll().orderBy('isActive', 'desc').orderBy('name').execute())
}

export async function listDevices(db: Reader): Promise<Device[]> {
  return decodeAll('device', await db.selectFrom('device').selectAll().execute())
}

/** The office's own marks on the calendar; of two of one day the one that counts stands last. */
export async function listMarkedDays(db: Reader, year: number): Promise<Holiday[]> {
  const rows = await db
    .selectFrom('holiday')
    .selectAll()
    .where('day', '>=', `${year}-01-01`)
    .where('day', '<=', `${year}-12-31`)
    .orderBy('day')
    .orderBy('id')
    .execute()
  return decodeAll('holiday', rows)
}

/** The mark that counts: of two that desks made of one day without knowing of each other, the newer. */
export async function findMarkedDay(db: Reader, day: LocalDate): Promise<Holiday | undefined> {
  const row = await db.selectFrom('holiday').selectAll().where('day', '=', day).orderBy('id', 'desc').executeTakeFirst()
  return row && decode('holiday', row)
}
