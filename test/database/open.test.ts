import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { snapshot } from '#main/changes/fold'
import { NEWEST_VERSION } from '#main/database/migrate'
import { APPLICATION_ID } from '#main/database/open'
import { databaseFile } from '#main/recovery/swap'
import { copyOf, workedFolder } from '#test/support/folders'
import { testDesk } from '#test/support/test-desk'

/** Each test takes a copy. */
const worked = await workedFolder()

describe('an open desk', () => {
  it('runs with every setting that its promises rest on', async () => {
    const { raw } = (await testDesk()).desk
    const setting = (name: string) => raw.pragma(name, { simple: true })
    expect({
      cipher: setting('cipher'),
      journal: setting('journal_mode'),
      synchronous: setting('synchronous'),
      foreignKeys: setting('foreign_keys'),
      locking: setting('locking_mode'),
      trustedSchema: setting('trusted_schema'),
      secureDelete: setting('secure_delete'),
      cellSizeCheck: setting('cell_size_check'),
      tempStore: setting('temp_store'),
      checkpoint: setting('wal_autocheckpoint'),
      application: setting('application_id'),
      version: setting('user_version')
    }).toEqual({
      cipher: 'chacha20',
      journal: 'wal',
      synchronous: 2,
      foreignKeys: 1,
      locking: 'exclusive',
      trustedSchema: 0,
      secureDelete: 1,
      cellSizeCheck: 1,
      tempStore: 2,
      checkpoint: 200,
      application: APPLICATION_ID,
      version: NEWEST_VERSION
    })
    const { version } = raw.prepare('select sqlite_version() as version').get() as { version: string }
    expect(version.localeCompare('3.51.3', undefined, { numeric: true })).toBeGreaterThanOrEqual(0)
  })

  it('writes no file that begins like a plain database', async () => {
    const { data } = await testDesk({ officer: 'front-office' })
    for (const name of readdirSync(data, { recursive: true }) as string[]) {
      if (!statSync(join(data, name)).isFile()) continue
      expect(readFileSync(join(data, name)).subarray(0, 15).toString('latin1'), name).not.toBe('SQLite format 3')
    }
    expect(existsSync(databaseFile(data))).toBe(true)
  })

  it('is the same after closing and opening', async () => {
    const data = copyOf(worked)
    const first = await testDesk({ folder: data })
    const rows = snapshot(first.desk.raw)
    await first.close()
    expect(snapshot((await testDesk({ folder: data })).desk.raw)).toEqual(rows)
  })

  it('[F10] lets nobody else in, and says so at once', async () => {
    const data = copyOf(worked)
    await testDesk({ folder: data })
    const began = performance.now()
    await expect(testDesk({ folder: data })).rejects.toMatchObject({ reason: 'in-use' })
    expect(performance.now() - began).toBeLessThan(3000)
  })
})
