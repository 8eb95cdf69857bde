import type { Inside, Tables } from '../database/tables'

export type EscrowKey = Omit<Tables['escrowKey'], 'district'>
export type EscrowOpening = Omit<Tables['escrowOpening'], 'district'>

/** The escrow keys that this district had, the newest first: what was sealed to an older one still opens with its pieces. */
export function listEscrowKeys({ trx, district }: Inside): Promise<EscrowKey[]> {
  return trx
    .selectFrom('escrowKey')
    .select(['publicKey', 'madeAt', 'holders'])
    .where('district', '=', district)
    .orderBy('madeAt', 'desc')
    .execute()
}

export async function saveEscrowKey({ trx, district }: Inside, key: EscrowKey): Promise<void> {
  await trx
    .insertInto('escrowKey')
    .values({ district, ...key })
    .execute()
}

export function listOpenings({ trx, district }: Inside): Promise<EscrowOpening[]> {
  return trx
    .selectFrom('escrowOpening')
    .select(['at', 'device', 'publicKey', 'holders', 'reason'])
    .where('district', '=', district)
    .orderBy('at')
    .execute()
}

/** Stands before the answer is said, whatever comes of it. */
export async function saveOpening({ trx, district }: Inside, opening: EscrowOpening): Promise<void> {
  await trx
    .insertInto('escrowOpening')
    .values({ district, ...opening })
    .execute()
}
