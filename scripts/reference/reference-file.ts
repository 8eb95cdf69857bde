import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { fillAreas, fillDirectory } from './fill-reference.ts'
import { readAreas } from './read-areas.ts'
import { APPLICATION_ID, INDEXES, LAYOUT, TABLES, VILLAGE_SEARCH } from './reference-tables.ts'

/** Writes the reference file anew; it appears whole or, when anything fails, not at all. */
export function writeReferenceFile(file: string, areaFolder: string): void {
  mkdirSync(dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}.draft`
  rmSync(draft, { force: true })
  try {
    const database = new Database(draft)
    try {
      fill(database, areaFolder)
    } finally {
      database.close()
    }
    renameSync(draft, file)
  } finally {
    rmSync(draft, { force: true })
  }
}

function fill(database: Database.Database, areaFolder: string): void {
  database.pragma('page_size = 4096')
  database.pragma('journal_mode = OFF')
  database.pragma('synchronous = OFF')
  database.pragma(`application_id = ${APPLICATION_ID}`)
  database.pragma(`user_version = ${LAYOUT}`)
  database.exec(TABLES + VILLAGE_SEARCH)
  database.pragma('foreign_keys = ON')
  database.transaction(() => {
    fillAreas(database, readAreas(areaFolder))
    fillDirectory(database)
  })()
  database.exec(INDEXES)
  database.exec("INSERT INTO village_search (village_search) VALUES ('optimize')")
  database.exec('ANALYZE; VACUUM')
}
