import { type Kysely, sql } from 'kysely'

/** Lets rows of a new table be added and never changed: in PostgreSQL no policy lets them be, each district's to itself; in SQLite a trigger refuses with `word`. */
export async function makeAddOnly(db: Kysely<unknown>, dialect: 'postgres' | 'sqlite', table: string, word: string): Promise<void> {
  if (dialect === 'sqlite') {
    for (const deed of ['update', 'delete'])
      await sql.raw(`create trigger ${table}_no_${deed} before ${deed} on ${table} begin select raise(abort, '${word}'); end`).execute(db)
    return
  }
  await sql.raw(`alter table ${table} enable row level security`).execute(db)
  await sql.raw(`alter table ${table} force row level security`).execute(db)
  const own = "district = current_setting('app.district', true)"
  await sql.raw(`create policy own_district on ${table} for select using (${own})`).execute(db)
  await sql.raw(`create policy own_district_added on ${table} for insert with check (${own})`).execute(db)
}
