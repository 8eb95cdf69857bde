import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Which escrow keys a district had (their public halves), and every time one of them opened a desk's keys. */
export const escrow = (dialect: 'postgres' | 'sqlite'): Migration => ({
  async up(db: Kysely<unknown>) {
    const [big, strict] = dialect === 'postgres' ? ['bigint', ''] : ['integer', ' strict']
    await sql
      .raw(`create table escrow_key (district text not null, public_key text not null, made_at ${big} not null, holders text not null,
        primary key (district, public_key))${strict}`)
      .execute(db)
    await sql
      .raw(`create table escrow_opening (district text not null, at ${big} not null, device text not null, public_key text not null,
        holders text not null, reason text not null, primary key (district, at, device))${strict}`)
      .execute(db)
    if (dialect === 'sqlite') return
    for (const table of ['escrow_key', 'escrow_opening']) {
      await sql.raw(`alter table ${table} enable row level security`).execute(db)
      await sql.raw(`alter table ${table} force row level security`).execute(db)
      await sql
        .raw(`create policy own_district on ${table} using (district = current_setting('app.district', true))
          with check (district = current_setting('app.district', true))`)
        .execute(db)
    }
  }
})
