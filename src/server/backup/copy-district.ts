import { sql } from 'kysely'
import type { Inside, TableName } from '../database/tables'
import { COPIED } from './copied-tables'

/** Copies everything of a district from one database into another, a few rows at a time. */
export async function copyDistrict(from: Inside, to: Inside): Promise<void> {
  for (const [table, rows] of Object.entries(COPIED) as [TableName, number][]) {
    for await (const page of pagesOf(from, table, rows))
      await to.trx
        .insertInto(table)
        .values(page as never)
        .execute()
  }
}

async function* pagesOf({ trx, district, dialect }: Inside, table: TableName, rows: number): AsyncGenerator<Record<string, unknown>[]> {
  const all = trx
    .selectFrom(table)
    .selectAll()
    .where('district', '=', district as never)
  if (dialect === 'postgres') {
    await sql`declare copying no scroll cursor for ${all}`.execute(trx)
    for (;;) {
      const { rows: page } = await sql<Record<string, unknown>>`fetch ${sql.lit(rows)} from copying`.execute(trx)
      if (page.length === 0) break
      yield page
    }
    await sql`close copying`.execute(trx)
    return
  }
  for (let last = 0; ; ) {
    const page = await all
      .select(sql<number>`rowid`.as('rowid'))
      .where(sql<boolean>`rowid > ${last}`)
      .orderBy(sql`rowid`)
      .limit(rows)
      .execute()
    if (page.length === 0) return
    last = page.at(-1)?.rowid ?? last
    yield page.map(({ rowid: _, ...row }) => row)
  }
}
