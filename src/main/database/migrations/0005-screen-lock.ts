import { type Kysely, sql } from 'kysely'

const statements = [
  // a draft belongs to who types it: somebody else at the same counter neither sees nor overwrites it
  `create table officer_draft (officer_id text not null, visit_id text not null, form text not null, field text not null, value text not null,
    primary key (officer_id, visit_id, form, field)) strict`,
  `insert into officer_draft select v.officer_id, d.visit_id, d.form, d.field, d.value
    from draft d join visit v on v.id = d.visit_id where v.officer_id is not null`,
  'drop table draft',
  'alter table officer_draft rename to draft',
  'create index draft_by_visit on draft (visit_id)',
  'alter table here add column lock_minutes integer not null default 2 check (lock_minutes between 1 and 10)'
]

/** Room for the drafts of several officers at one counter, and how long this PC's screen stays open by itself. */
export const screenLock = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db)
  }
}
