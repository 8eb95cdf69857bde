import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { makeAddOnly } from './add-only'

/** Who listed the people whose data a lost desk held, when and why. Names nobody of the list; only ever added to. */
export const affectedListing = (dialect: 'postgres' | 'sqlite'): Migration => ({
  async up(db: Kysely<unknown>) {
    const [big, strict] = dialect === 'postgres' ? ['bigint', ''] : ['integer', ' strict']
    await sql
      .raw(`create table affected_listing (district text not null, at ${big} not null, device text not null, listed_by text not null,
        reason text not null, people ${big} not null, primary key (district, at, device))${strict}`)
      .execute(db)
    await makeAddOnly(db, dialect, 'affected_listing', 'who listed people is only ever added')
  }
})
