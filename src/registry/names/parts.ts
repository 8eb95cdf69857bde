import type Database from 'better-sqlite3'

/** Bytes. Read in small pieces, a list leaves no second copy of itself behind in memory. */
const PIECE = 60_000

export function savePart(raw: Database.Database, name: string, { buffer, byteOffset, byteLength }: Uint8Array | Uint32Array): void {
  const save = raw.prepare('insert into part values(?, ?, ?)')
  for (let at = 0; at < byteLength; at += PIECE)
    save.run(name, at / PIECE, Buffer.from(buffer, byteOffset + at, Math.min(PIECE, byteLength - at)))
}

/** A list as it was saved, in memory of its own. */
export function loadPart(raw: Database.Database, name: string): Uint8Array<ArrayBuffer> {
  const size = raw.prepare('select coalesce(sum(length(bytes)), 0) from part where name = ?').pluck().get(name) as number
  const list = new Uint8Array(size)
  let at = 0
  for (const piece of raw.prepare('select bytes from part where name = ? order by piece').pluck().iterate(name)) {
    list.set(piece as Uint8Array, at)
    at += (piece as Uint8Array).length
  }
  return list
}
