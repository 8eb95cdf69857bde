import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { makeAddOnly } from './add-only'

/** What each desk has told of its access log. It is only ever added to: in PostgreSQL no policy lets a row be changed, in SQLite a trigger refuses. */
export const auditHeads = (dialect: 'postgres' | 'sqlite'): Migration => ({
  async up(db: Kysely<unknown>) {
    const [big, strict] = dialect === 'postgres' ? ['bigint', ''] : ['integer', ' strict']
    await sql
      .raw(`create table audit_head (district text not null, device text not null, place ${big} not null, n ${big} not null, hash text not null,
        kind text not null check (kind in ('kept', 'contradicts', 'accepted')), at ${big} not null, signature text not null, reason text,
        primary key (district, device, place))${strict}`)
      .execute(db)
    await makeAddOnly(db, dialect, 'audit_head', 'heads of access logs are only ever added')
  }
})
