import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Who listed the people whose data a lost desk held, when and why. Names nobody of the list; only ever added to. */
export const affectedListing = (dialect: 'postgres' | 'sqlite'): Migration => ({
  async up(db: Kysely<unknown>) {
    const [big, strict] = dialect === 'postgres' ? ['bigint', ''] : ['integer', ' strict']
    await sql
      .raw(`create table affected_listing (district text not null, at ${big} not null, device text not null, listed_by text not null,
        reason text not null, people ${big} not null, primary key (district, at, device))${strict}`)
      .execute(db)
    if (dialect === 'sqlite') {
      for (const deed of ['update', 'delete'])
        await sql
          .raw(`create trigger affected_listing_no_${deed} before ${deed} on affected_listing
            begin select raise(abort, 'who listed people is only ever added'); end`)
          .execute(db)
      return
    }
    await sql.raw('alter table affected_listing enable row level security').execute(db)
    await sql.raw('alter table affected_listing force row level security').execute(db)
    const own = "district = current_setting('app.district', true)"
    await sql.raw(`create policy own_district on affected_listing for select using (${own})`).execute(db)
    await sql.raw(`create policy own_district_added on affected_listing for insert with check (${own})`).execute(db)
  }
})
