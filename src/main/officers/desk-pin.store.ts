import { Verifier } from '#shared/officers/officer'
import type { Reader } from '../database/tables'

/** A PIN of this PC: `beside` names the password it was chosen beside, `passwordAt` says when that was last typed here. */
export type DeskPin = { officerId: string; verifier: Verifier; beside: string; passwordAt: number }

export async function findDeskPin(db: Reader, officerId: string): Promise<DeskPin | undefined> {
  const row = await db.selectFrom('deskPin').selectAll().where('officerId', '=', officerId).executeTakeFirst()
  return row && { ...row, verifier: Verifier.parse(JSON.parse(row.verifier)) }
}

export async function saveDeskPin(db: Reader, { officerId, verifier, beside, passwordAt }: DeskPin): Promise<void> {
  const row = { verifier: JSON.stringify(verifier), beside, passwordAt }
  await db
    .insertInto('deskPin')
    .values({ officerId, ...row })
    .onConflict(conflict => conflict.column('officerId').doUpdateSet(row))
    .execute()
}
