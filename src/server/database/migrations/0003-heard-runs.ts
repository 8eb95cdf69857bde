import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** From which runs of its program each device was heard, a JSON list: two computers under one name show by them. */
export const heardRuns: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`alter table device add column runs text not null default '[]'`.execute(db)
  }
}
