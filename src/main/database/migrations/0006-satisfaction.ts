import { type Kysely, sql } from 'kysely'

const table = `create table satisfaction (day text not null check (day glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  score integer not null check (score between 1 and 4), count integer not null check (count > 0), primary key (day, score)) strict, without rowid`

/** How satisfied visitors were: counts of a day at this desk, and nothing of anybody. */
export const satisfaction = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(table).execute(db)
  }
}
