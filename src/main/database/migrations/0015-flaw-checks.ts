import { type Kysely, sql } from 'kysely'

const later = 'deferrable initially deferred'

const statements = [
  `create table flaw_check (id text not null primary key check (length(id) = 36), resident_id text not null references resident (id) ${later},
    flaw text not null, about text not null, reason text not null, checked_at integer not null, officer_id text not null references officer (id) ${later},
    taken_back_at integer, taken_back_by text references officer (id) ${later}, stamps text not null check (json_valid(stamps)),
    rest text check (json_valid(rest))) strict`,
  'create index flaw_check_by_resident on flaw_check (resident_id, flaw, about)',
  "alter table resident_flaw add column about text not null default ''"
]

/** What officers checked and found right, and the data that it was said of. */
export const flawChecks = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db)
  }
}
