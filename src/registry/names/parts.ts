import type Database from 'better-sqlite3'

/** A list as it was saved. */
export const loadPart = (raw: Database.Database, name: string): Buffer =>
  raw.prepare('select bytes from part where name = ?').pluck().get(name) as Buffer

/** The same of a list of numbers. */
export function loadNumbers(raw: Database.Database, name: string): Uint32Array {
  const { buffer, byteOffset, byteLength } = loadPart(raw, name)
  return new Uint32Array(buffer, byteOffset, byteLength / 4)
}
