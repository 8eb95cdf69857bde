import { type Kysely, sql } from 'kysely'

/** Which villages a desk serves, beside its key. */
export const deskScope = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw('alter table device add column serves text check (json_valid(serves))').execute(db)
  }
}
