import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { erasing, finishErasing } from '#main/erasure/erasing'
import { MARK_FILE, type Mark, readMark, writeMark } from '#main/erasure/mark'
import { readKeys } from '#main/keys/desk-keys'
import { confirmedBy } from '#test/support/confirmed-by'
import { folderOf, withKey } from '#test/support/folders'
import { givenCase, givenLetterOrder } from '#test/support/given'
import { actAs, testDesk, testSecrets, value } from '#test/support/test-desk'

afterEach(() => vi.unstubAllEnvs())

/** A desk with something of every kind on its disk and on the second one, closed. */
let [folder, disk, second] = ['', '', '']
beforeAll(async () => {
  ;[folder, disk] = [folderOf('erased'), folderOf('disk')]
  vi.stubEnv('LOKET_DRIVES', disk)
  const at = await testDesk({ folder, officer: 'administrator' })
  value(await at.api.backups.placeJournal({ drive: disk }))
  const { code } = value(await at.api.backups.makeCode({}, await confirmedBy(at, 'manager')))
  value(await at.api.backups.keepCode({ code }))
  value(await at.api.backups.makeCode({}, await confirmedBy(at, 'manager')))
  await actAs(at, 'front-office')
  const found = await givenCase(at.api)
  value(await at.api.letters.issue(await givenLetterOrder(at.api, found.id)))
  value(await at.api.backups.make({}))
  second = join(disk, 'loket-slrt-jurnal', at.desk.author.device.slice(0, 8))
  await at.close()
  // what the other ways leave in the folder
  const desk = join(folder, 'desk.db')
  mkdirSync(join(folder, 'rusak-20261120T010203Z/journal'), { recursive: true })
  cpSync(desk, join(folder, 'rusak-20261120T010203Z/desk.db'))
  cpSync(join(folder, 'journal'), join(folder, 'rusak-20261120T010203Z/journal'), { recursive: true })
  cpSync(desk, join(folder, 'desk.db.before-7'))
  cpSync(join(folder, 'keys'), join(folder, 'darurat/keys'), { recursive: true })
  writeFileSync(join(folder, 'darurat/intake.db'), 'sealed')
  for (const name of [
    'registry/registry.key',
    'registry/dtsen_2026-t3_1.registry',
    'updates/1.0.0/loket.exe',
    'ballast',
    'backups/escrow.key'
  ]) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), 'x')
  }
  vi.unstubAllEnvs()
})

const MARK: Omit<Mark, 'v' | 'secondJournal'> = { at: 1, deskCode: 'A', district: null, isTold: false, isDone: false, left: [] }

/** A copy of all of it, to be erased. */
function doomed() {
  const [data, other] = [folderOf('data'), folderOf('other')]
  cpSync(folder, data, { recursive: true })
  cpSync(disk, other, { recursive: true })
  const journal = second.replace(disk, other)
  writeMark(data, { ...MARK, secondJournal: journal })
  return { data, disk: other, journal }
}
const filesIn = (path: string): string[] =>
  (readdirSync(path, { recursive: true }) as string[]).filter(name => statSync(join(path, name)).isFile()).sort()
const isKey = (name: string): boolean => /(^|[\\/])keys[\\/]|\.key(\.|$)/.test(name)

describe('erasing', () => {
  it('leaves nothing of a desk but the word that it was erased, here and on the second disk', () => {
    const { data, disk: other, journal } = doomed()
    expect(filesIn(data).length).toBeGreaterThan(25)
    expect(finishErasing(data)).toBe('erased')
    expect(readdirSync(data)).toEqual([MARK_FILE])
    expect(existsSync(journal)).toBe(false)
    expect(filesIn(other)).toEqual([])
    expect(readMark(data)).toMatchObject({ isDone: true, left: [], secondJournal: null, deskCode: 'A' })
  })

  it('destroys every key before anything else, written over', () => {
    const { data, journal } = doomed()
    const kept = readFileSync(join(data, 'keys/desk.key'))
    expect(kept.length).toBeGreaterThan(10)
    for (const { path } of erasing(data, journal)) if (!isKey(path)) break
    const names = filesIn(data)
    expect(names.filter(isKey)).toEqual([])
    expect(names).toContain('desk.db')
  })

  it('touches nothing that is not the desk’s own, and nothing behind a link', () => {
    const { data } = doomed()
    const foreign = folderOf('foreign')
    writeFileSync(join(foreign, 'laporan.xlsx'), 'x')
    symlinkSync(foreign, join(data, 'backups', 'link'))
    writeFileSync(join(data, 'laporan.xlsx'), 'x')
    mkdirSync(join(data, 'chromium'))
    expect(finishErasing(data)).toBe('erased')
    expect(readdirSync(data).sort()).toEqual(['chromium', MARK_FILE, 'laporan.xlsx'].sort())
    expect(readdirSync(foreign)).toEqual(['laporan.xlsx'])
  })

  it('says which disk it could not reach, and goes on when it is back', () => {
    const { data, disk: other, journal } = doomed()
    const away = folderOf('away')
    renameSync(join(other, 'loket-slrt-jurnal'), join(away, 'loket-slrt-jurnal'))
    expect(finishErasing(data)).toBe('erased')
    expect(readMark(data)).toMatchObject({ isDone: true, secondJournal: journal })
    renameSync(join(away, 'loket-slrt-jurnal'), join(other, 'loket-slrt-jurnal'))
    expect(finishErasing(data)).toBe('erased')
    expect(existsSync(journal)).toBe(false)
    expect(readMark(data)).toMatchObject({ secondJournal: null })
  })

  it('is for marked desks alone', () => {
    const data = folderOf('other-desk')
    cpSync(folder, data, { recursive: true })
    expect(finishErasing(data)).toBeUndefined()
    expect(filesIn(data)).toEqual(filesIn(folder))
  })
})

describe('a desk that is being erased when the program ends', () => {
  const opening = (data: string) => testDesk({ folder: data })

  it('goes on at the next start, wherever it was, and is never opened again', async () => {
    const steps = [...erasing(doomed().data, null)].length
    expect(steps).toBeGreaterThan(30)
    for (let n = 0; n <= steps; n++) {
      const { data, journal } = doomed()
      const work = erasing(data, journal)
      for (let i = 0; i < n; i++) work.next()
      await expect(opening(data), `after ${n} steps`).rejects.toMatchObject({ reason: 'erased' })
      expect(readdirSync(data), `after ${n} steps`).toEqual([MARK_FILE])
      expect(existsSync(journal), `after ${n} steps`).toBe(false)
    }
  })

  it('goes on in the middle of a file: one that is half written over is a key no more', async () => {
    const { data } = doomed()
    for (const name of ['desk.key', 'recovery.key']) {
      const path = join(data, 'keys', name)
      writeFileSync(path, Buffer.alloc(20))
      renameSync(path, `${path}.shredded`)
    }
    await expect(opening(data)).rejects.toMatchObject({ reason: 'erased' })
    expect(readdirSync(data)).toEqual([MARK_FILE])
  })

  it('opens with nothing once its keys are gone, also without that word', async () => {
    const { data, journal } = doomed()
    const found = await readKeys(join(data, 'keys'), testSecrets())
    expect(found.kind).toBe('found')
    for (const { path } of erasing(data, journal)) if (!isKey(path)) break
    expect((await readKeys(join(data, 'keys'), testSecrets())).kind).toBe('none')
    rmSync(join(data, MARK_FILE))
    // never an empty desk beside what is left of the old one
    await expect(opening(data)).rejects.toMatchObject({ reason: 'key-missing' })
    expect(() => withKey(join(data, 'desk.db'), Buffer.alloc(32)).pragma('user_version')).toThrow()
  })

  it('neither opens nor erases anything where that word cannot be read', async () => {
    const { data } = doomed()
    const before = filesIn(data)
    writeFileSync(join(data, MARK_FILE), Buffer.alloc(200))
    await expect(opening(data)).rejects.toMatchObject({ reason: 'not-erased' })
    expect(filesIn(data)).toEqual(before)
  })
})
