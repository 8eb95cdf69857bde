import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import SqliteFile from 'better-sqlite3'
import { NEWEST_VERSION } from '../database/migrate'
import { PlaceError } from '../database/place-error'

/** `damaged`: the attachments that are not what their names say, so that desks have to bring them again. */
export type Counted = { district: string; changes: number; head: number; attachments: number; damaged: string[] }

/** What is in a backup, after it was found whole: every page, and every district's feed without a hole, and every attachment read. */
export function checkBackup(file: string): Counted[] {
  const raw = openReadOnly(file)
  try {
    if ((raw.pragma('user_version', { simple: true }) as number) > NEWEST_VERSION)
      throw new PlaceError(`${file} was written by a newer version of this program`)
    if (raw.pragma('integrity_check', { simple: true }) !== 'ok') throw new PlaceError(`${file} is damaged`)
    const counted = raw
      .prepare(
        `select feed.district, feed.last as head, (select count(*) from "change" where "change".district = feed.district) as changes,
          (select count(feed) from "change" as fed where fed.district = feed.district) as fed from feed order by feed.district`
      )
      .all() as (Pick<Counted, 'district' | 'changes' | 'head'> & { fed: number })[]
    const broken = counted.find(({ head, fed }) => head !== fed)
    if (broken) throw new PlaceError(`${file} has a hole in the feed of ${broken.district}`)
    return counted.map(({ fed: _, ...found }) => ({ ...found, ...checkAttachments(raw, found.district) }))
  } finally {
    raw.close()
  }
}

/** Piece by piece, so that none is ever in memory as a whole. */
function checkAttachments(raw: SqliteFile.Database, district: string): Pick<Counted, 'attachments' | 'damaged'> {
  const hashes = raw.prepare('select hash from blob where district = ? and is_whole = 1 order by hash').pluck().all(district) as string[]
  const pieces = raw.prepare('select bytes from blob_chunk where district = ? and hash = ? order by start').pluck()
  const isWhole = (hash: string): boolean => {
    const sum = createHash('sha256')
    for (const bytes of pieces.iterate(district, hash) as Iterable<Uint8Array>) sum.update(bytes)
    return sum.digest('hex') === hash
  }
  return { attachments: hashes.length, damaged: hashes.filter(hash => !isWhole(hash)) }
}

function openReadOnly(file: string): SqliteFile.Database {
  if (!existsSync(file)) throw new PlaceError(`${file} is not there`)
  try {
    const raw = new SqliteFile(file, { readonly: true, fileMustExist: true })
    raw.prepare('select district, last from feed').all()
    return raw
  } catch {
    throw new PlaceError(`${file} is no backup of a district server`)
  }
}
