import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Dialect } from '../tables'

/** How many bytes each device has brought on the last day on which it brought any: one that is in wrong hands must not fill the disk. */
export const brought = (dialect: Dialect): Migration => ({
  async up(db: Kysely<unknown>) {
    const big = sql.raw(dialect === 'postgres' ? 'bigint' : 'integer')
    await sql`alter table device add column brought_bytes ${big} not null default 0`.execute(db)
    await sql`alter table device add column brought_day ${big} not null default 0`.execute(db)
  }
})
