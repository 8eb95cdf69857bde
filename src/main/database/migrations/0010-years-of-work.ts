import { type Kysely, sql } from 'kysely'

/** Tables whose rows name an entity that may turn out to be another one: a row that is shown elsewhere says so in its rest. */
const NAMING = ['case', 'letter', 'membership', 'pair_judgement', 'participant', 'proposal', 'registry_check'] as const

const statements = [
  // what the district does not have in its order is found, and counted by state, without reading the changes that it has
  'drop index change_unfed',
  `create index change_unfed on "change" (pos, state, is_out, device) where state <> 'fed'`,
  // attachments that wait, in the order they came, in the place of all that were sent
  'create table blob_to_send (n integer primary key, hash text not null unique) strict',
  `insert into blob_to_send (hash) select hash from blob where hash not in (select hash from blob_sent) order by rowid`,
  'drop table blob_sent',
  `create trigger blob_waits after insert on blob begin insert or ignore into blob_to_send (hash) values (new.hash); end`,
  // whatever a screen asks for every day is read without what lies years behind
  "create index referral_open on referral (due_on, id) where status in ('sent', 'accepted', 'in-service', 'no-reply')",
  'create index letter_by_day on letter (issued_on)',
  'create index print_attempt_by_status on print_attempt (status)',
  'create index resident_by_birth on resident (birth_date)',
  ...NAMING.map(table => `create index ${table}_elsewhere on "${table}" (id) where rest is not null`)
]

/** Indexes for a desk that has worked for years: no call reads all that was ever done. */
export const yearsOfWork = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db)
  }
}
