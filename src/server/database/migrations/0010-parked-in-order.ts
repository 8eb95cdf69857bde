import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What is kept aside is found by its desk, page by page in that desk's order, without passing over all that it ever sent. */
export const parkedInOrder: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`drop index change_not_fed`.execute(db)
    await sql`create index change_not_fed on "change" (district, device, epoch, seq) where state in ('waiting', 'refused')`.execute(db)
  }
}
