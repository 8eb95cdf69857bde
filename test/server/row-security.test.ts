import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acrossDistricts, inDistrict } from '#server/database/inside'
import { openDatabase } from '#server/database/open'
import type { Database } from '#server/database/place'
import { listDistricts } from '#server/districts/districts.store'
import { makeDistrict } from '#server/districts/make-district'
import { type Postgres, startPostgres } from '#test/support/postgres'
import { BATANG, KENDAL } from './support/both-stores'
import { fillEveryTable } from './support/fill-tables'

let postgres: Postgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.stop())

describe.each(['a superuser', 'the plain owner of the database'])('policies in PostgreSQL, connected as %s', who => {
  let server: Database
  let url: string
  let tables: string[]

  beforeAll(async () => {
    url = await (who === 'a superuser' ? postgres.freshUrl() : postgres.freshUrlAsOwner())
    server = await openDatabase({ kind: 'postgres', url })
    for (const code of [KENDAL, BATANG]) await makeDistrict(server, { code, name: code, isSample: false }, 0)
    tables = await fillEveryTable(server, KENDAL)
  })
  afterAll(() => server.close())

  const count = (district: string, table: string) =>
    inDistrict(server, district, async ({ trx }) => {
      const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)} where district = ${KENDAL}`.execute(trx)
      return rows[0]?.n
    })

  it('are on and forced for every table there is', async () => {
    const { rows } = await sql<{ name: string; isOn: boolean; isForced: boolean }>`select relname as name, relrowsecurity as "isOn",
      relforcerowsecurity as "isForced" from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
      and relname not like 'kysely%' order by relname`.execute(server.db)
    expect(rows.map(({ name }) => name)).toEqual(tables)
    expect(rows.filter(({ isOn, isForced }) => !isOn || !isForced)).toEqual([])
  })

  it('show another district nothing of any table, whatever is asked', async () => {
    for (const table of tables) {
      expect([table, await count(KENDAL, table)]).toEqual([table, 1])
      expect([table, await count(BATANG, table)]).toEqual([table, 0])
    }
  })

  it('[F22] let another district change, take over or delete nothing', async () => {
    await inDistrict(server, BATANG, async ({ trx }) => {
      for (const table of tables) {
        const name = sql.table(table)
        const deleted = await sql`delete from ${name} where district = ${KENDAL}`.execute(trx)
        const taken = await sql`update ${name} set district = ${BATANG} where district = ${KENDAL}`.execute(trx)
        expect([table, deleted.numAffectedRows, taken.numAffectedRows]).toEqual([table, 0n, 0n])
      }
    })
    for (const table of tables) expect([table, await count(KENDAL, table)]).toEqual([table, 1])
  })

  it('let another district write nothing under a foreign name', async () => {
    const written = inDistrict(server, BATANG, ({ trx }) =>
      trx.insertInto('claim').values({ district: KENDAL, name: 'n', value: 'v', entity: 'e', id: 'i' }).execute()
    )
    await expect(written).rejects.toThrow(/row-level security/)
  })

  it('show who has named no district nothing but what may be asked', async () => {
    await acrossDistricts(server, { 'app.selector': 'none' }, async trx => {
      for (const table of tables) {
        const { rows } = await sql`select * from ${sql.table(table)}`.execute(trx)
        expect([table, rows]).toEqual([table, []])
      }
    })
    expect((await listDistricts(server)).map(({ district }) => district)).toEqual([KENDAL, BATANG])
  })

  it('leave no district, role or limit behind on a connection', async () => {
    for (let round = 0; round < 40; round++) {
      const work = inDistrict(server, round % 2 ? KENDAL : BATANG, async ({ trx }) => {
        await sql`select 1 from feed for update`.execute(trx)
        if (round % 3 === 0) throw new Error('given up')
      })
      await work.catch(() => undefined)
    }
    const looks = Array.from({ length: 10 }, () =>
      server.db.connection().execute(async db => {
        await sql`select pg_sleep(0.02)`.execute(db)
        const { rows } = await sql<{
          district: string
          isSelf: boolean
        }>`select coalesce(current_setting('app.district', true), '') as district,
          current_user = session_user as "isSelf"`.execute(db)
        return rows[0]
      })
    )
    expect(await Promise.all(looks)).toEqual(looks.map(() => ({ district: '', isSelf: true })))
  })
})

it('waits a few seconds for a lock and no statement runs for ever', async () => {
  const server = await openDatabase({ kind: 'postgres', url: await postgres.freshUrl() })
  const names = ['lock_timeout', 'statement_timeout', 'idle_in_transaction_session_timeout']
  const { rows } = await inDistrict(server, KENDAL, ({ trx }) =>
    sql<{ setting: string }>`select current_setting(name) as setting from unnest(cast(${names} as text[])) as name`.execute(trx)
  )
  expect(rows.map(({ setting }) => setting)).toEqual(['5s', '15s', '10s'])
  await server.close()
})
