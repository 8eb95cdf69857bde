import { type Kysely, sql } from 'kysely'

const statements = [
  `create table clock_check (id text not null primary key check (length(id) = 36), device_id text not null, run text not null,
    began_at integer not null, ahead integer not null, stamps text not null check (json_valid(stamps)), rest text check (json_valid(rest))) strict`,
  'create index clock_check_of_run on clock_check (device_id, run)',
  'create index clock_check_by_time on clock_check (device_id, began_at)',
  // what this desk has found out about its clock and not yet told with a change
  'create table clock_to_tell (n integer primary key, run text not null, began_at integer not null, ahead integer not null) strict'
]

/** How the clocks of desks compared with the district's. */
export const clockChecks = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db)
  }
}
