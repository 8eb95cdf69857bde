import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest'
import { openDatabase } from '#server/database/open'
import type { Database, Place } from '#server/database/place'
import type { Dialect } from '#server/database/tables'
import { makeDistrict } from '#server/districts/make-district'
import { type Postgres, startPostgres } from '#test/support/postgres'

export const KENDAL = '33.24'
export const BATANG = '33.25'

export type Given = {
  dialect: Dialect
  /** A server with two districts and nothing in them, new for each test. */
  server: Database
  place: Place
  /** A place where nothing is yet. */
  freshPlace(): Promise<Place>
}

/** Runs the same tests on SQLite and on PostgreSQL. */
export const onBothStores = (name: string, tests: (given: Given) => void): void => onStores(['sqlite', 'postgres'], name, tests)

/** Runs tests of what has nothing to do with where it is kept. */
export const onSqlite = (name: string, tests: (given: Given) => void): void => onStores(['sqlite'], name, tests)

function onStores(dialects: Dialect[], name: string, tests: (given: Given) => void): void {
  describe.each(dialects)(`${name} on %s`, dialect => {
    let postgres: Postgres | undefined
    const folders: string[] = []
    const freshPlace = async (): Promise<Place> => {
      if (postgres) return { kind: 'postgres', url: await postgres.freshUrl() }
      const folder = mkdtempSync(join(tmpdir(), 'slrt-district-'))
      folders.push(folder)
      return { kind: 'sqlite', folder }
    }
    const given = { dialect, freshPlace } as Given

    beforeAll(async () => {
      if (dialect === 'postgres') postgres = await startPostgres()
    })
    beforeEach(async () => {
      given.place = await freshPlace()
      given.server = await openDatabase(given.place)
      await makeDistrict(given.server, { code: KENDAL, name: 'Kabupaten Kendal', isSample: false }, 0)
      await makeDistrict(given.server, { code: BATANG, name: 'Kabupaten Batang', isSample: false }, 0)
    })
    afterEach(() => given.server.close())
    afterAll(async () => {
      await postgres?.stop()
      for (const folder of folders) rmSync(folder, { recursive: true, force: true })
    })
    tests(given)
  })
}
