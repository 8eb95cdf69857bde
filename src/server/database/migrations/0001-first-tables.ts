import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

type Types = { big: string; bytes: string }

const oneOf = (column: string, values: string[]) => `check (${column} in (${values.map(value => `'${value}'`).join(', ')}))`
const flag = (column: string) => `${column} smallint not null check (${column} in (0, 1))`

/** Every table begins with its district, and so does every key. */
const tables = ({ big, bytes }: Types): Record<string, string> => ({
  district: `name text not null, public_key text not null, feed_epoch text not null, roster_version ${big} not null, ${flag('is_sample')},
    created_at ${big} not null, primary key (district)`,
  district_key: `private_key text not null, primary key (district)`,
  feed: `last ${big} not null check (last >= 0), primary key (district)`,
  device: `id text not null, code text not null, public_key text not null, name text not null,
    state text not null ${oneOf('state', ['unconfirmed', 'active', 'revoked', 'frozen'])}, counter ${big} not null, call_counter ${big} not null, check_number text,
    nonce_hash text not null, server_nonce text not null, enrolled_at ${big} not null, confirmed_at ${big}, last_seen_at ${big}, last_clock text,
    primary key (district, id), unique (district, code), unique (district, public_key)`,
  enrolment_code: `selector text not null unique, hash text not null, desk_code text, ${flag('is_auto_confirm')}, made_at ${big} not null,
    expires_at ${big} not null, tries ${big} not null, used_by text, primary key (district, selector)`,

  frame: `id text not null, device text not null, epoch ${big} not null, first ${big} not null, count ${big} not null, payload ${bytes} not null, layout ${big} not null,
    plain ${bytes} not null, signature ${bytes} not null, received_at ${big} not null, clock text, primary key (district, id)`,
  change: `id text not null, device text not null, epoch ${big} not null, seq ${big} not null, hash text not null, frame text not null,
    place ${big} not null, state text not null ${oneOf('state', ['fed', 'waiting', 'refused', 'replaced'])}, feed ${big}, reason text, body text,
    primary key (district, id), unique (district, device, epoch, seq), unique (district, feed), check ((state = 'fed') = (feed is not null))`,
  wait: `dep text not null, change text not null, primary key (district, dep, change)`,
  chain: `device text not null, epoch ${big} not null, last ${big} not null, primary key (district, device, epoch)`,
  feed_mark: `feed ${big} not null, digest text not null, primary key (district, feed)`,
  row: `id text not null, entity text not null, body text not null, primary key (district, id, entity)`,
  claim: `value text not null, name text not null, entity text not null, id text not null, primary key (district, value, name)`,

  blob: `hash text not null, size ${big} not null, have ${big} not null, ${flag('is_whole')}, device text not null, made_at ${big} not null,
    primary key (district, hash)`,
  blob_chunk: `hash text not null, start ${big} not null, bytes ${bytes} not null, primary key (district, hash, start)`,
  idempotent: `key text not null, asked text not null, answer text not null, at ${big} not null, primary key (district, key)`,
  backup: `at ${big} not null, changes ${big} not null, primary key (district, at)`
})

const indexes = [
  'create index change_by_hash on "change" (district, hash)',
  `create index change_not_fed on "change" (district, device) where state in ('waiting', 'refused')`,
  'create index wait_by_change on wait (district, change)'
]

/** The tables of the first version; in PostgreSQL also the policies that keep each district to itself. */
export const firstTables = (dialect: 'postgres' | 'sqlite'): Migration => ({
  async up(db: Kysely<unknown>) {
    const isPostgres = dialect === 'postgres'
    const made = tables(isPostgres ? { big: 'bigint', bytes: 'bytea' } : { big: 'integer', bytes: 'blob' })
    for (const [name, columns] of Object.entries(made)) {
      const text = isPostgres ? columns : columns.replaceAll('smallint', 'integer')
      await sql.raw(`create table "${name}" (district text not null, ${text})${isPostgres ? '' : ' strict'}`).execute(db)
      if (isPostgres) await keepDistrictsApart(db, name)
    }
    for (const index of indexes) await sql.raw(index).execute(db)
    if (isPostgres) await allowListing(db)
  }
})

/** Forced, so that it also binds the owner of the tables; who has named no district sees no row. */
async function keepDistrictsApart(db: Kysely<unknown>, name: string): Promise<void> {
  const table = sql.table(name)
  await sql`alter table ${table} enable row level security`.execute(db)
  await sql`alter table ${table} force row level security`.execute(db)
  await sql`create policy own_district on ${table} using (district = current_setting('app.district', true))
    with check (district = current_setting('app.district', true))`.execute(db)
}

/** The two questions that a server asks before it knows the district: which are there, and whose code is this. */
async function allowListing(db: Kysely<unknown>): Promise<void> {
  await sql`create policy listing on district for select using (current_setting('app.listing', true) = 'districts')`.execute(db)
  await sql`create policy known_selector on enrolment_code for select using (selector = current_setting('app.selector', true))`.execute(db)
}
