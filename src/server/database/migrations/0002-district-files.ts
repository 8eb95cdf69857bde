import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What a district hands to all its desks beside its log; the bytes lie among the attachments. */
export const districtFiles = (dialect: 'postgres' | 'sqlite'): Migration => ({
  async up(db: Kysely<unknown>) {
    const big = dialect === 'postgres' ? 'bigint' : 'integer'
    await sql
      .raw(
        `create table district_file (district text not null, name text not null, version ${big} not null, label text not null, hash text not null, size ${big} not null,
        text text not null, signature text not null, primary key (district, name, version))${dialect === 'postgres' ? '' : ' strict'}`
      )
      .execute(db)
    if (dialect === 'sqlite') return
    await sql`alter table district_file enable row level security`.execute(db)
    await sql`alter table district_file force row level security`.execute(db)
    await sql`create policy own_district on district_file using (district = current_setting('app.district', true))
      with check (district = current_setting('app.district', true))`.execute(db)
  }
})
