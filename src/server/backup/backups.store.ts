import type { Inside } from '../database/tables'

/** Remembers that a backup was made, so that health can say how old the last one is. */
export async function saveBackup({ trx, district }: Inside, at: number, changes: number): Promise<void> {
  await trx
    .insertInto('backup')
    .values({ district, at, changes })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}
