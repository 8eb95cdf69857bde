import type Database from 'better-sqlite3'
import { PERSON_COLUMNS } from './layout'
import type { Columns } from './person-columns'

/**
 * Writes rows of `person` one after the other. Handing a value over costs more than storing it, so nothing is handed over for the many columns that
 * are empty; lists have few kinds of rows by which columns those are. A NIK is handed over as text, and SQLite makes the number of it.
 */
export class PersonWriter {
  readonly #raw: Database.Database
  readonly #statements = new Map<number, Database.Statement>()

  constructor(raw: Database.Database) {
    this.#raw = raw
  }

  save(columns: Columns, head: number | null): void {
    const values: Columns = []
    let filled = 0
    for (let at = 0; at < columns.length; at++) {
      const value = columns[at] ?? null
      if (value === null) continue
      filled |= 1 << at
      values.push(value)
    }
    values.push(head)
    this.#statement(filled).run(...values)
  }

  #statement(filled: number): Database.Statement {
    const known = this.#statements.get(filled)
    if (known) return known
    const columns = [...PERSON_COLUMNS.filter((_, at) => filled & (1 << at)), 'head']
    const statement = this.#raw.prepare(`insert into person(${columns.join(', ')}) values(${columns.map(() => '?').join(', ')})`)
    this.#statements.set(filled, statement)
    return statement
  }
}
