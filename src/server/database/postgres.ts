import { CamelCasePlugin, Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { migrate } from './migrate'
import type { Database } from './place'
import { putOnPostgres } from './put-rows'
import type { Tables } from './tables'

/** Takes the place of a superuser inside transactions, as policies do not bind one. */
const ROLE = 'loket_slrt'
/** Names this program's locks among others of the same PostgreSQL ("SLRT"). */
const LOCK = 0x534c5254

const LIMITS = { lock_timeout: 5_000, statement_timeout: 15_000, idle_in_transaction_session_timeout: 10_000 }
/** A database that is there and says nothing, as behind a line that was cut: who waits for a connection is told so, and a dead one is found out. */
const WAITS = { connectionTimeoutMillis: 10_000, keepAlive: true, keepAliveInitialDelayMillis: 30_000 }
const INT8 = 20

/** Opens a PostgreSQL database with its tables in this version's form. Answers are given only after its WAL is on disk. */
export async function openPostgres(url: string): Promise<Database> {
  await bringUp(url)
  const pool = poolOf(url, { ...LIMITS, max: 10 })
  const db = kyselyOn(pool)
  const found = await sql<{
    synchronousCommit: string
    isFree: boolean
  }>`select current_setting('synchronous_commit') as "synchronousCommit",
    (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as "isFree"`.execute(db)
  const { synchronousCommit, isFree } = found.rows[0] ?? { synchronousCommit: 'off', isFree: false }
  if (synchronousCommit === 'off') throw new Error('synchronous_commit is off: an answer could be lost in a power cut')
  const isReadOnly = async () => {
    const { rows } = await sql<{ said: string }>`select current_setting('transaction_read_only') as said`.execute(db)
    return rows[0]?.said !== 'off'
  }
  return { dialect: 'postgres', db, putRows: putOnPostgres, ...(isFree ? { role: ROLE } : {}), isReadOnly, close: () => db.destroy() }
}

/** Migrates on a connection of its own, as a migration may take longer than a request. */
async function bringUp(url: string): Promise<void> {
  const db = kyselyOn(poolOf(url, { lock_timeout: LIMITS.lock_timeout, max: 1 }))
  try {
    await migrate(db, 'postgres')
    await db.transaction().execute(async trx => {
      await sql`select pg_advisory_xact_lock(${LOCK})`.execute(trx)
      const { rows } = await sql`select 1 from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)`.execute(trx)
      if (rows.length === 0) return
      await sql`do ${sql.lit(`begin if not exists (select 1 from pg_roles where rolname = '${ROLE}') then create role ${ROLE} nologin; end if; end`)}`.execute(
        trx
      )
      await sql`grant select, insert, update, delete on all tables in schema public to ${sql.ref(ROLE)}`.execute(trx)
    })
  } finally {
    await db.destroy()
  }
}

function poolOf(url: string, settings: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, application_name: 'loket-slrt', types, ...WAITS, ...settings })
  // a connection that breaks, used or not, is replaced by the next one; what is asked of it next is told, and nothing else ends
  pool.on('error', () => undefined)
  pool.on('connect', client => client.on('error', () => undefined))
  return pool
}

const kyselyOn = (pool: pg.Pool): Kysely<Tables> =>
  new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin()] })

/** Our whole numbers fit a JavaScript number; the driver would give them as text. */
const types = {
  getTypeParser: (id: number, format?: 'text' | 'binary') => (id === INT8 ? Number : pg.types.getTypeParser(id, format as 'text'))
}
