import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** When each device has made the feed begin anew, a JSON list of moments: one that lies may do so a few times a day only. */
export const feedRenewals: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`alter table device add column renewals text not null default '[]'`.execute(db)
  }
}
