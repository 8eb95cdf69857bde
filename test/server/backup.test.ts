import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listWanted } from '#server/attachments/blobs.store'
import { readBlob } from '#server/attachments/read-blob'
import { takeChunk } from '#server/attachments/take-chunk'
import { backUp } from '#server/backup/backup'
import { restoreBackup } from '#server/backup/restore'
import { inDistrict } from '#server/database/inside'
import { openDatabase } from '#server/database/open'
import { takeServingLock } from '#server/database/serving-lock'
import { listHealth } from '#server/health/health.store'
import { withDistrict } from '#server/sync/district.store'
import { getHead, listExtents, listFeed } from '#server/sync/feed.store'
import { FILE_PIECE } from '#shared/sync/district-file'
import { BATANG, KENDAL, onBothStores } from './support/both-stores'
import { fillEveryTable } from './support/fill-tables'
import { DESK_B, fed, givenFrame, kept } from './support/given-frames'

const PAGE = { changes: 100, bytes: 1_000_000 }

onBothStores('a backup', given => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'slrt-backup-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const work = async () => {
    await fillEveryTable(given.server, KENDAL)
    const frame = givenFrame({ device: DESK_B, count: 3 })
    await withDistrict(given.server, KENDAL, { at: 1, clock: null }, async store => {
      await store.lock()
      await store.keep([kept(frame, i => fed(i + 1))])
      await store.setLast(3)
    })
  }

  it('[F13] holds everything of every district, and is put back with a new feed epoch', async () => {
    await work()
    const file = join(folder, 'one.db')
    const counted = [
      { district: KENDAL, changes: 4, head: 3, attachments: 0, damaged: [] },
      { district: BATANG, changes: 0, head: 0, attachments: 0, damaged: [] }
    ]
    expect(await backUp(given.server, file, 5_000)).toEqual(counted)
    expect((await listHealth(given.server, 7_000))[0]?.backupSeconds).toBe(2)
    const before = await inDistrict(given.server, KENDAL, getHead)
    const feed = await inDistrict(given.server, KENDAL, inside => listFeed(inside, 0, PAGE))

    const place = await given.freshPlace()
    expect(await restoreBackup(file, place)).toEqual(counted)
    const restored = await openDatabase(place)
    const after = await inDistrict(restored, KENDAL, getHead)
    expect(after.head).toBe(3)
    expect(after.epoch).not.toBe(before.epoch)
    expect(await inDistrict(restored, KENDAL, inside => listFeed(inside, 0, PAGE))).toEqual(feed)
    expect(await inDistrict(restored, KENDAL, listExtents)).toEqual(await inDistrict(given.server, KENDAL, listExtents))
    await expect(fillEveryTable(restored, KENDAL)).rejects.toThrow()
    await restored.close()
  })

  it('[P14] carries attachments, finds those that are spoilt, and asks the desks for them again here and where it is put back', async () => {
    const bring = async (bytes: Buffer) => {
      const hash = createHash('sha256').update(bytes).digest('hex')
      for (let at = 0; at < bytes.length; at += FILE_PIECE) {
        const piece = { hash, offset: at, size: bytes.length, bytes: bytes.subarray(at, at + FILE_PIECE) }
        expect(await takeChunk(given.server, { district: KENDAL, device: DESK_B }, piece, 1)).toMatchObject({ ok: true })
      }
      return hash
    }
    const whole = randomBytes(FILE_PIECE * 2 + 10)
    const [kept, spoilt] = [await bring(whole), await bring(randomBytes(FILE_PIECE * 2))]
    await inDistrict(given.server, KENDAL, ({ trx }) =>
      trx
        .updateTable('blobChunk')
        .set({ bytes: randomBytes(FILE_PIECE) })
        .where('hash', '=', spoilt)
        .where('start', '=', FILE_PIECE)
        .execute()
    )
    const file = join(folder, 'attachments.db')
    expect((await backUp(given.server, file, 1))[0]).toMatchObject({ attachments: 2, damaged: [spoilt] })
    const place = await given.freshPlace()
    expect((await restoreBackup(file, place))[0]).toMatchObject({ attachments: 2, damaged: [spoilt] })
    const restored = await openDatabase(place)
    for (const server of [given.server, restored]) expect(await inDistrict(server, KENDAL, listWanted)).toEqual([spoilt])
    const read: Uint8Array[] = []
    for await (const bytes of readBlob(restored, KENDAL, kept, 0, whole.length - 1)) read.push(bytes)
    expect(Buffer.concat(read).equals(whole)).toBe(true)
    await restored.close()
  })

  it('is one file and nothing beside it, so that it can be read from where nothing may be written', async () => {
    const alone = mkdtempSync(join(folder, 'alone-'))
    const file = join(alone, 'copy.db')
    await backUp(given.server, file, 1)
    expect(readdirSync(alone)).toEqual(['copy.db'])
    await restoreBackup(file, await given.freshPlace())
    expect(readdirSync(alone)).toEqual(['copy.db'])
  })

  it('never writes over another file', async () => {
    const file = join(folder, 'taken.db')
    writeFileSync(file, 'mine')
    await expect(backUp(given.server, file, 1)).rejects.toThrow(/already there/)
  })

  it('is not put back when it is damaged, has a hole, or is something else', async () => {
    await work()
    const file = join(folder, 'two.db')
    await backUp(given.server, file, 1)
    const place = await given.freshPlace()
    const raw = new SqliteFile(file)
    raw.exec('update feed set last = 4 where last = 3')
    raw.close()
    await expect(restoreBackup(file, place)).rejects.toThrow(/hole in the feed of 33\.24/)
    writeFileSync(file, 'no database at all, but long enough to be looked at as if it were one')
    await expect(restoreBackup(file, place)).rejects.toThrow(/no backup/)
    await expect(restoreBackup(join(folder, 'missing.db'), place)).rejects.toThrow(/is not there/)
  })

  it('is put back whole or not at all', async () => {
    const file = join(folder, 'half.db')
    await backUp(given.server, file, 1)
    const raw = new SqliteFile(file)
    // of the second district something that PostgreSQL does not take
    raw.prepare("update district set name = 'Batang' || char(0) where district = ?").run(BATANG)
    const place = await given.freshPlace()
    if (place.kind === 'sqlite') return void raw.close()
    await expect(restoreBackup(file, place)).rejects.toThrow()
    raw.prepare("update district set name = 'Batang' where district = ?").run(BATANG)
    raw.close()
    expect(await restoreBackup(file, place)).toHaveLength(2)
  })

  it('takes nothing away that is there', async () => {
    const file = join(folder, 'three.db')
    await backUp(given.server, file, 1)
    if (given.place.kind === 'postgres') {
      await expect(restoreBackup(file, given.place)).rejects.toThrow(/holds districts already/)
      return
    }
    const place = await given.freshPlace()
    if (place.kind !== 'sqlite') throw new Error('not a folder')
    await (await openDatabase(place)).close()
    const lock = takeServingLock(place.folder)
    await expect(restoreBackup(file, place)).rejects.toThrow(/already running/)
    lock.release()
    await restoreBackup(file, place)
    expect(readdirSync(place.folder)).toContain('district.db.before-restore-1')
  })
})
