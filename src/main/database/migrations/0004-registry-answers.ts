import { type Kysely, sql } from 'kysely'

const later = 'deferrable initially deferred'

const statements = [
  "alter table registry_check add column method text check (method in ('manual', 'extract'))",
  'alter table registry_check add column purpose text',
  "alter table registry_check add column as_of text check (as_of glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')",
  'alter table registry_check add column inactive text check (json_valid(inactive))',
  'alter table registry_check add column exclusions text check (json_valid(exclusions))',
  'alter table registry_check add column life_status text',
  'alter table registry_check add column screenshot text check (length(screenshot) = 64)',
  `create table village_meeting (id text not null primary key check (length(id) = 36), village_code text not null,
    held_on text not null check (held_on glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), note text,
    officer_id text not null references officer (id) ${later}, stamps text not null check (json_valid(stamps)), rest text check (json_valid(rest))) strict`,
  'create index village_meeting_by_village on village_meeting (village_code, held_on)'
]

/** What the copy of the register says of a person, how a hand lookup was proven, and when a village meets. */
export const registryAnswers = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db)
  }
}
