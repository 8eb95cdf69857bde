import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Dialect } from '../tables'

/** When something of the feed was last given out for each device, over the line or on a stick. */
export const handedFeed = (dialect: Dialect): Migration => ({
  async up(db: Kysely<unknown>) {
    await sql`alter table device add column handed_at ${sql.raw(dialect === 'postgres' ? 'bigint' : 'integer')}`.execute(db)
  }
})
