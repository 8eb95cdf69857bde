import { sql } from 'kysely'
import type { PutRows } from './tables'

/** The statement that Kysely would make of many values costs more to build and to read than its rows cost to write. */
type Run = (text: string, values: unknown[]) => void

const columnOf = (name: string): string => `"${name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)}"`

/** On SQLite, one prepared statement a row on the one connection, which is the transaction's own. */
export function putOnSqlite(run: Run): PutRows {
  const texts = new Map<string, string>()
  return async (_, table, rows, taken = 'fail') => {
    const [first] = rows
    if (!first) return
    const names = Object.keys(first)
    const name = `${table} ${JSON.stringify(taken)} ${names.join()}`
    const text = texts.get(name) ?? `${head(table, names)} values (${names.map(() => '?').join()})${tail(names, taken)}`
    texts.set(name, text)
    for (const row of rows) run(text, Object.values(row))
  }
}

/** On PostgreSQL, one statement with all rows as one value. */
export const putOnPostgres: PutRows = async (trx, table, rows, taken = 'fail') => {
  const [first] = rows
  if (!first) return
  const names = Object.keys(first)
  const columns = names.map(columnOf).join()
  const told = JSON.stringify(
    rows.map(row => Object.fromEntries(Object.entries(row).map(([name, value]) => [columnOf(name).slice(1, -1), inJson(value)])))
  )
  const from = sql`${sql.raw(`${head(table, names)} select ${columns} from json_populate_recordset(null::${columnOf(table)}, `)}${told}${sql.raw(`)${tail(names, taken)}`)}`
  await from.execute(trx)
}

const inJson = (value: unknown): unknown => (value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value)

const head = (table: string, names: readonly string[]): string => `insert into ${columnOf(table)} (${names.map(columnOf).join()})`

function tail(names: readonly string[], taken: 'fail' | 'keep' | { key: readonly string[] }): string {
  if (taken === 'fail') return ''
  if (taken === 'keep') return ' on conflict do nothing'
  const others = names.filter(name => !taken.key.includes(name))
  return ` on conflict (${taken.key.map(columnOf).join()}) do update set ${others.map(name => `${columnOf(name)} = excluded.${columnOf(name)}`).join()}`
}
