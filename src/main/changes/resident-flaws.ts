import type { Database } from 'better-sqlite3'
import type { Row } from '#shared/changes/reduce'
import { factOf, flawsOf } from '#shared/residents/flaws'
import type { Resident } from '#shared/residents/resident'
import { statement } from './rows'

/** Keeps what should be looked at in a resident's data; nothing of one who was removed or merged into another. */
export function indexFlaws(raw: Database, id: string, { fields, gone }: Row): void {
  forgetFlaws(raw, id)
  if (gone !== undefined || fields.mergedInto) return
  const resident = fields as unknown as Resident
  for (const flaw of flawsOf(resident))
    statement(raw, 'insert into resident_flaw (resident_id, flaw, village_code, about) values (?, ?, ?, ?)').run(
      id,
      flaw,
      resident.address.villageCode ?? '',
      factOf(resident, flaw)
    )
}

export function forgetFlaws(raw: Database, id: string): void {
  statement(raw, 'delete from resident_flaw where resident_id = ?').run(id)
}
