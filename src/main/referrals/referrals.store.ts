import { sql } from 'kysely'
import type { Referral } from '#shared/referrals/referral'
import type { ReferralCard } from '#shared/referrals/referrals.contract'
import { decode } from '../changes/rows'
import type { Reader } from '../database/tables'
import type { Desk } from '../desk'
import { serviceNames } from '../directory/reference.store'

function cards(db: Reader) {
  return db
    .selectFrom('referral')
    .innerJoin('organization', 'organization.id', 'referral.organizationId')
    .innerJoin('case', 'case.id', 'referral.caseId')
    .innerJoin('resident', 'resident.id', 'case.residentId')
    .selectAll('referral')
    .select([
      'organization.name as organizationName',
      'organization.addressee',
      'case.number as caseNumber',
      'case.closedAt as caseClosedAt'
    ])
    .select(['resident.id as residentId', 'resident.name as residentName'])
}
type Found = Awaited<ReturnType<ReturnType<typeof cards>['execute']>>

async function asCards(desk: Pick<Desk, 'reference'>, rows: Found): Promise<ReferralCard[]> {
  const names = await serviceNames(desk.reference)
  return rows.map(row => {
    const { organizationName, addressee, caseNumber, residentId, residentName } = row
    const isCaseClosed = row.caseClosedAt !== null
    const service = names.get(row.serviceCode ?? '') ?? null
    return { ...decode('referral', row), organizationName, addressee, caseNumber, isCaseClosed, service, residentId, residentName }
  })
}

export async function listReferralsOfCase(desk: Desk, caseId: string): Promise<ReferralCard[]> {
  return asCards(desk, await cards(desk.db).where('referral.caseId', '=', caseId).orderBy('referral.id').execute())
}

/** Sent and not answered for good, those overdue longest first. */
export async function listOpenReferrals(desk: Desk): Promise<{ lines: ReferralCard[]; count: number }> {
  const open = cards(desk.db).where(isOpen).orderBy('referral.dueOn').orderBy('referral.id')
  const { count } = await desk.db
    .selectFrom('referral')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where(isOpen)
    .executeTakeFirstOrThrow()
  return { lines: await asCards(desk, await open.limit(SHOWN).execute()), count }
}

/** So many are shown at once; one further down is opened by the code on its slip. */
const SHOWN = 200

/** Written out, so that SQLite knows the index `referral_open` for it. */
const isOpen = sql<boolean>`referral.status in ('sent', 'accepted', 'in-service', 'no-reply')`

export async function findReferralByCode(desk: Desk, code: string): Promise<ReferralCard | undefined> {
  return (await asCards(desk, await cards(desk.db).where('referral.code', '=', code).execute()))[0]
}

/** A referral of the case to an agency that this officer wrote down, and that was not sent: what came in between, they go on with it. */
export async function findUnsent(db: Reader, of: Pick<Referral, 'caseId' | 'organizationId' | 'officerId'>): Promise<Referral | undefined> {
  const row = await db
    .selectFrom('referral')
    .selectAll()
    .where('caseId', '=', of.caseId)
    .where('organizationId', '=', of.organizationId)
    .where('officerId', '=', of.officerId)
    .where('status', '=', 'draft')
    .orderBy('id')
    .executeTakeFirst()
  return row && decode('referral', row)
}

export async function isCodeTaken(db: Reader, code: string): Promise<boolean> {
  return (await db.selectFrom('referral').select('id').where('code', '=', code).executeTakeFirst()) !== undefined
}
