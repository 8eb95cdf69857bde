import { type Kysely, sql } from 'kysely'

const refused = "begin select raise(abort, 'the access log is only ever added to'); end"
const statements = [
  // what the district has signed of the access log, as it came
  `create table audit_countersign (n integer not null primary key, at integer not null, said text not null check (json_valid(said))) strict`,
  `create trigger audit_countersign_no_update before update on audit_countersign ${refused}`,
  `create trigger audit_countersign_no_delete before delete on audit_countersign ${refused}`,
  `create trigger audit_countersign_once before insert on audit_countersign
    when exists (select 1 from audit_countersign where n = new.n) ${refused}`,
  // since when the district says that this is not the log it knows; null when it does not
  'alter table here add column audit_contradicted_at integer'
]

/** The district's word on how far it knows the access log of this desk. */
export const auditCountersign = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db)
  }
}
