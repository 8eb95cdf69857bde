import SqliteFile from 'better-sqlite3'
import { NEWEST_VERSION } from '../database/migrate'
import { PlaceError } from '../database/place-error'

export type Counted = { district: string; changes: number; head: number }

/** What is in a backup, after it was found whole: every page, and every district's feed without a hole. */
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
      .all() as (Counted & { fed: number })[]
    const broken = counted.find(({ head, fed }) => head !== fed)
    if (broken) throw new PlaceError(`${file} has a hole in the feed of ${broken.district}`)
    return counted.map(({ fed: _, ...found }) => found)
  } finally {
    raw.close()
  }
}

function openReadOnly(file: string): SqliteFile.Database {
  try {
    const raw = new SqliteFile(file, { readonly: true, fileMustExist: true })
    raw.prepare('select district, last from feed').all()
    return raw
  } catch {
    throw new PlaceError(`${file} is no backup of a district server`)
  }
}
