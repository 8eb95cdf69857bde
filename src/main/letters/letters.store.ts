import type { LocalDate } from '#shared/clock'
import type { AtDesk, HandOver, IssuedLetter, LetterBook, LetterCopy, PrintAttempt } from '#shared/letters/issued-letter'
import type { LetterLine } from '#shared/letters/letters.contract'
import { decode, makerOf } from '../changes/rows'
import { decodeAll } from '../database/find'
import type { Reader, Writer } from '../database/tables'
import { listDevices } from '../office/office.store'

function lines(db: Reader) {
  return db
    .selectFrom('letter')
    .innerJoin('resident', 'resident.id', 'letter.residentId')
    .selectAll('letter')
    .select('resident.name as residentName')
}
type Found = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>

const asLines = (rows: Found): LetterLine[] =>
  rows.map(row => {
    const { id, type, number, sequence, year, issuedOn, status, voidReason, validUntil, caseId, facts } = decode('letter', row)
    const addressee = facts.addressee?.organization ?? ''
    return { id, type, number, sequence, year, issuedOn, status, voidReason, validUntil, caseId, addressee, residentName: row.residentName }
  })

export const listLettersOfCase = async (db: Reader, caseId: string): Promise<LetterLine[]> =>
  asLines(await lines(db).where('letter.caseId', '=', caseId).orderBy('letter.issuedAt', 'desc').execute())

export const listLettersOfBook = async (db: Reader, bookId: string): Promise<LetterLine[]> =>
  asLines(await lines(db).where('letter.bookId', '=', bookId).orderBy('letter.sequence').execute())

/** A number that was given twice has a letter in force and one that is void: what the paper says tells which of them it is. */
export async function findLetterOnPaper(db: Reader, number: string, dataHash: Uint8Array): Promise<IssuedLetter | undefined> {
  const rows = await db.selectFrom('letter').selectAll().where('number', '=', number).execute()
  const row = rows.find(one => Buffer.from(one.dataHash, 'hex').subarray(0, dataHash.length).equals(dataHash))
  return row && decode('letter', row)
}

type Sought = { residentId: string; type: string; on: LocalDate; besides?: string | undefined }

/** The newest letter of a kind for a person that is still in force on a day, `besides` one. */
export async function findValidLetter(db: Reader, { residentId, type, on, besides }: Sought): Promise<IssuedLetter | undefined> {
  const row = await db
    .selectFrom('letter')
    .selectAll()
    .where('residentId', '=', residentId)
    .where('type', '=', type)
    .where('status', '=', 'issued')
    .where('id', '!=', besides ?? '')
    .where(eb => eb.or([eb('validUntil', 'is', null), eb('validUntil', '>=', on)]))
    .orderBy('issuedAt', 'desc')
    .orderBy('year', 'desc')
    .orderBy('sequence', 'desc')
    .executeTakeFirst()
  return row && decode('letter', row)
}

/** The day of a unit's last number, whichever year's book holds it: a clock that goes back over New Year is seen too. */
export async function findLastIssuedOn(db: Reader, unitCode: string): Promise<LocalDate | undefined> {
  for (const { id } of (await listBooks(db)).filter(book => book.unitCode === unitCode)) {
    const row = await db.selectFrom('letter').select('issuedOn').where('bookId', '=', id).orderBy('sequence', 'desc').executeTakeFirst()
    if (row) return row.issuedOn
  }
  return undefined
}

/** The book of a unit's year. One that was put back over New Year may open it a second time before it hears of the first: the one that has come further goes on. */
export async function findBook(db: Reader, unitCode: string, year: number): Promise<LetterBook | undefined> {
  return (await listBooks(db)).find(book => book.unitCode === unitCode && book.year === year)
}

/** Whether letters were ever numbered here under a unit code; capitals make no other. */
export const hasBook = async (db: Reader, unitCode: string): Promise<boolean> =>
  (await listBooks(db)).some(book => book.unitCode.toLowerCase() === unitCode.toLowerCase())

export async function listBooks(db: Reader): Promise<LetterBook[]> {
  return decodeAll(
    'letterBook',
    await db
      .selectFrom('letterBook')
      .selectAll()
      .orderBy('year', 'desc')
      .orderBy('unitCode')
      .orderBy('nextSequence', 'desc')
      .orderBy('id')
      .execute()
  )
}

export async function listAttempts(db: Reader, letterId: string): Promise<(PrintAttempt & AtDesk)[]> {
  const rows = await db.selectFrom('printAttempt').selectAll().where('letterId', '=', letterId).orderBy('startedAt').orderBy('id').execute()
  const deskOf = await desksOf(db)
  return rows.map(row => ({ ...decode('printAttempt', row), deskCode: deskOf(row) }))
}

export async function listCopies(db: Reader, letterId: string): Promise<(LetterCopy & AtDesk)[]> {
  const rows = await db.selectFrom('letterCopy').selectAll().where('letterId', '=', letterId).orderBy('n').orderBy('id').execute()
  const deskOf = await desksOf(db)
  return rows.map(row => ({ ...decode('letterCopy', row), deskCode: deskOf(row) }))
}

/** The letter of the desk that made a row. */
async function desksOf(db: Reader): Promise<(row: { stamps: string }) => string> {
  const codes = new Map((await listDevices(db)).map(({ id, code }) => [id, code]))
  return row => codes.get(makerOf(row)) ?? ''
}

export async function listHandOvers(db: Reader, letterId: string): Promise<HandOver[]> {
  return decodeAll('handOver', await db.selectFrom('handOver').selectAll().where('letterId', '=', letterId).orderBy('at').execute())
}

/** This desk's attempts of which nobody knows the end, because the program stopped while they were being sent. */
export async function listCutOffAttempts(db: Reader): Promise<string[]> {
  const rows = await db
    .selectFrom('printAttempt')
    .innerJoin('touch', 'touch.id', 'printAttempt.id')
    .innerJoin('change', 'change.n', 'touch.n')
    .innerJoin('here', 'here.device', 'change.device')
    .select('printAttempt.id')
    .distinct()
    .where('printAttempt.status', '=', 'sending')
    .execute()
  return rows.map(row => row.id)
}

/** Whether this desk may number letters at all. SPEC N2. */
export async function getNumbering(db: Reader): Promise<'open' | 'held' | 'lost'> {
  return (await db.selectFrom('here').select('numbering').executeTakeFirstOrThrow()).numbering
}

/** From now on this desk may number letters again. */
export async function letNumber(trx: Writer): Promise<void> {
  await trx.updateTable('here').set({ numbering: 'open' }).execute()
}

/** The district this desk has joined, as people know it, and where its server is. */
export async function findServer(db: Reader): Promise<{ district: string | null; server: string | null }> {
  const here = await db.selectFrom('here').select(['districtName', 'server']).executeTakeFirstOrThrow()
  return { district: here.districtName, server: here.server }
}

/** A desk without a district whose numbers were lost has no other copy to fear: a person who has seen the paper settles it. */
export async function mayBeReopened(db: Reader): Promise<boolean> {
  const { numbering, district } = await db.selectFrom('here').select(['numbering', 'district']).executeTakeFirstOrThrow()
  return numbering !== 'open' && district === null
}
