import { type Kysely, sql } from 'kysely'

const neverChanged = (table: string) => [
  `create trigger ${table}_no_update before update on ${table} begin select raise(abort, 'the access log is only ever added to'); end`,
  `create trigger ${table}_no_delete before delete on ${table} begin select raise(abort, 'the access log is only ever added to'); end`
]

const statements = [
  // what is hashed is `line` as it stands; the columns to look by are read off it, so that they cannot say anything else
  `create table audit (n integer primary key check (n = line ->> '$.n'), line text not null check (json_valid(line)),
    hash text not null check (length(hash) = 64),
    at integer not null generated always as (line ->> '$.at') virtual,
    kind text not null generated always as (line ->> '$.kind') virtual,
    officer text generated always as (line ->> '$.officer') virtual,
    outcome text not null generated always as (line ->> '$.outcome') virtual) strict`,
  // also keeps out `insert or replace`, which asks no delete trigger
  `create trigger audit_next before insert on audit when new.n <> (select coalesce(max(n), 0) + 1 from audit)
    begin select raise(abort, 'the access log has no gaps'); end`,
  ...neverChanged('audit'),
  'create index audit_at on audit (at)',
  'create table audit_seal (n integer primary key references audit (n), signature blob not null check (length(signature) = 64)) strict',
  `create trigger audit_seal_once before insert on audit_seal when exists (select 1 from audit_seal where n = new.n)
    begin select raise(abort, 'the access log is only ever added to'); end`,
  ...neverChanged('audit_seal'),
  'create table audit_about (id text not null, n integer not null references audit (n), primary key (id, n)) strict, without rowid',
  ...neverChanged('audit_about')
]

/** The access log of this desk: who saw and did what, and whose record it was. */
export const audit = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db)
  }
}
