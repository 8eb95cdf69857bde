import type Database from 'better-sqlite3'

/** One row a list: what SQLite hands over is kept as it is, so no copy of it is left behind in memory. */
export function savePart(raw: Database.Database, name: string, { buffer, byteOffset, byteLength }: Uint8Array | Uint32Array): void {
  raw.prepare('insert into part values(?, ?)').run(name, Buffer.from(buffer, byteOffset, byteLength))
}

/** A list as it was saved. */
export const loadPart = (raw: Database.Database, name: string): Buffer =>
  raw.prepare('select bytes from part where name = ?').pluck().get(name) as Buffer

/** The same of a list of numbers. */
export function loadNumbers(raw: Database.Database, name: string): Uint32Array {
  const { buffer, byteOffset, byteLength } = loadPart(raw, name)
  return new Uint32Array(buffer, byteOffset, byteLength / 4)
}
