import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What each desk has told of its access log. It is only ever added to: in PostgreSQL no policy lets a row be changed, in SQLite a trigger refuses. */
export const auditHeads = (dialect: 'postgres' | 'sqlite'): Migration => ({
  async up(db: Kysely<unknown>) {
    const [big, strict] = dialect === 'postgres' ? ['bigint', ''] : ['integer', ' strict']
    await sql
      .raw(`create table audit_head (district text not null, device text not null, place ${big} not null, n ${big} not null, hash text not null,
        kind text not null check (kind in ('kept', 'contradicts', 'accepted')), at ${big} not null, signature text not null, reason text,
        primary key (district, device, place))${strict}`)
      .execute(db)
    if (dialect === 'sqlite') {
      for (const deed of ['update', 'delete'])
        await sql
          .raw(`create trigger audit_head_no_${deed} before ${deed} on audit_head
            begin select raise(abort, 'heads of access logs are only ever added'); end`)
          .execute(db)
      return
    }
    await sql.raw('alter table audit_head enable row level security').execute(db)
    await sql.raw('alter table audit_head force row level security').execute(db)
    const own = "district = current_setting('app.district', true)"
    await sql.raw(`create policy own_district on audit_head for select using (${own})`).execute(db)
    await sql.raw(`create policy own_district_added on audit_head for insert with check (${own})`).execute(db)
  }
})
