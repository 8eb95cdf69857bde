import type Database from 'better-sqlite3'

/** Rows of the tables by which names are found. Texts of `name` come as bytes, and bytes are views of few buffers, so that a thread can hand them over without a copy. */
export type NameRows = {
  table: keyof typeof INSERTS
  rows: (number | string | Uint8Array)[][]
  /** The share of the whole index that is there with these rows. */
  done: number
}

const INSERTS = {
  name: 'insert into name values(?, cast(? as text))',
  narrow: 'insert into narrow values(?, ?, ?)',
  part: 'insert into part values(?, ?)'
}

export function saveNameRows(raw: Database.Database, { table, rows }: Omit<NameRows, 'done'>): void {
  const save = raw.prepare(INSERTS[table])
  for (const row of rows) save.run(row)
}

/** One row a list: what SQLite hands over is kept as it is, so no copy of it is left behind in memory. */
export const partOf = (name: string, { buffer, byteOffset, byteLength }: Uint8Array | Uint32Array, done: number): NameRows => ({
  table: 'part',
  rows: [[name, new Uint8Array(buffer, byteOffset, byteLength)]],
  done
})
