import { type Kysely, sql } from 'kysely'

const statements = [
  'alter table officer add column password text check (json_valid(password))',
  'alter table officer add column must_change integer check (must_change in (0, 1))',
  // a PIN is chosen for one PC and never leaves it; it counts while the password it was chosen beside is still the officer's
  `create table desk_pin (officer_id text not null primary key, verifier text not null check (json_valid(verifier)), beside text not null, password_at integer not null) strict`,
  // whether something has ever been kept outside the database: if that is gone then, somebody took it away
  'alter table here add column keeps_outside integer not null default 0 check (keeps_outside in (0, 1))'
]

/** Passwords, and PINs that belong to this PC. */
export const deskPin = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db)
  }
}
