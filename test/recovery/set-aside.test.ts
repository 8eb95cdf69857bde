import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { secondFolder } from '#main/changes/second-journal'
import { readKeys } from '#main/keys/desk-keys'
import { rebuild } from '#main/recovery/rebuild'
import { newFolder } from '#main/recovery/swap'
import { confirmedBy } from '#test/support/confirmed-by'
import { folderOf } from '#test/support/folders'
import { givenResident } from '#test/support/given'
import { flipped } from '#test/support/journal'
import { actAs, MORNING, problem, testDesk, testSecrets, value } from '#test/support/test-desk'
import { shred } from '#wire/shred'

afterEach(() => vi.unstubAllEnvs())

/** A desk whose database went bad: `spoil` is what else did. Its administrator is signed in after the recovery. */
async function recovered(spoil: (data: string) => void = () => undefined) {
  const at = await testDesk({ officer: 'manager' })
  value(await at.api.backups.make({}))
  await givenResident(at.api, { name: 'Sumarni', nik: '3324105708910002' })
  await at.close()
  const { data } = at
  const file = join(data, 'desk.db')
  writeFileSync(file, readFileSync(file).fill(0xaa, 8192, 12_288))
  spoil(data)
  const found = await readKeys(join(data, 'keys'), testSecrets())
  if (found.kind !== 'found') throw new Error('no keys')
  await rebuild(data, found.keys, MORNING)
  const again = await testDesk({ folder: data })
  await actAs(again, 'administrator')
  return again
}

/** The last line of the journal, which only it holds, has rotted. */
function spoilJournal(data: string): void {
  const [name = ''] = readdirSync(join(data, 'journal')).slice(-1)
  const path = join(data, 'journal', name)
  const lines = readFileSync(path, 'latin1').split('\n')
  writeFileSync(path, lines.map((line, n) => (n === lines.length - 2 ? flipped(line) : line)).join('\n'))
}

describe('what a recovery set aside', () => {
  it('is told with its day and size, and that all of it was brought back', async () => {
    const { api } = await recovered()
    const [aside, ...others] = value(await api.backups.setAside({}))
    expect(others).toEqual([])
    expect(aside).toMatchObject({ at: MORNING, brought: 'all', missing: 0 })
    expect(aside?.bytes).toBeGreaterThan(100_000)
  })

  it('is told as not brought back where something was lost', async () => {
    const { api } = await recovered(spoilJournal)
    expect(value(await api.backups.setAside({}))).toMatchObject([{ brought: 'not-all', missing: 0 }])
  })

  it('tells how many changes can still be read there that this desk does not have', async () => {
    const at = await recovered(spoilJournal)
    const [aside] = value(await at.api.backups.setAside({}))
    // another past: nothing of it is in this desk's log
    at.desk.raw.prepare('update "change" set id = id || \'x\'').run()
    const told = value(await at.api.backups.setAside({}))
    expect(told).toMatchObject([{ name: aside?.name, brought: 'not-all' }])
    expect(told[0]?.missing).toBeGreaterThan(0)
  })

  it('is told of the journal on the second disk, too, and shredded there', async () => {
    const disk = folderOf('disk')
    vi.stubEnv('LOKET_DRIVES', disk)
    const at = await testDesk({ officer: 'administrator' })
    value(await at.api.backups.placeJournal({ drive: disk }))
    const folder = secondFolder(at.data, at.desk.author.device) ?? ''
    const old = join(folder, `journal-lama-${MORNING}`)
    cpSync(join(folder, 'journal'), old, { recursive: true })
    const told = value(await at.api.backups.setAside({}))
    expect(told).toMatchObject([{ name: `journal-lama-${MORNING}`, at: MORNING, place: 'second-disk', brought: 'all', missing: 0 }])
    expect(value(await at.api.backups.shredSetAside({ name: told[0]?.name ?? '' }, await confirmedBy(at, 'manager')))).toEqual([])
    expect(readdirSync(folder).sort()).toEqual(['journal', 'mark.txt'])
  })

  it('is told of an emergency book that could not be read', async () => {
    const at = await testDesk({ officer: 'administrator' })
    const book = join(at.data, `darurat-lama-${MORNING}`)
    mkdirSync(book)
    writeFileSync(join(book, 'intake.db'), 'x')
    expect(value(await at.api.backups.setAside({}))).toMatchObject([{ at: MORNING, place: 'here', brought: 'unknown', missing: 0 }])
  })

  it('is told of where the PC’s clock stood behind the year 9999', async () => {
    const at = await testDesk({ officer: 'administrator' })
    const then = Date.UTC(12026, 0, 2)
    writeFileSync(join(newFolder(at.data, then), 'desk.db'), 'x')
    expect(value(await at.api.backups.setAside({}))).toMatchObject([{ at: then, place: 'here', brought: 'unknown' }])
  })

  it('is not told of where there was nothing to set aside', async () => {
    const { api, data } = await recovered(data => rmSync(join(data, 'desk.db')))
    expect(readdirSync(data).filter(name => name.startsWith('rusak-'))).toHaveLength(1)
    expect(value(await api.backups.setAside({}))).toEqual([])
  })

  it('is told as unknown where a program before this one set it aside', async () => {
    const at = await recovered()
    const [aside] = value(await at.api.backups.setAside({}))
    writeFileSync(join(at.data, aside?.name ?? '', 'pemulihan.json'), '\0\0')
    expect(value(await at.api.backups.setAside({}))).toMatchObject([{ brought: 'unknown' }])
  })

  it('is shredded by two officers, and the access log says so', async () => {
    const at = await recovered()
    const [aside] = value(await at.api.backups.setAside({}))
    const name = aside?.name ?? ''
    expect(problem(await at.api.backups.shredSetAside({ name }))).toMatchObject({ kind: 'not-confirmed', why: 'nobody' })
    expect(readdirSync(at.data)).toContain(name)
    expect(value(await at.api.backups.shredSetAside({ name }, await confirmedBy(at, 'manager')))).toEqual([])
    expect(readdirSync(at.data)).not.toContain(name)
    const last = at.desk.raw.prepare('select line from audit order by n desc limit 1').pluck().get() as string
    expect(JSON.parse(last)).toMatchObject({ call: 'backups.shredSetAside', outcome: 'ok' })
  })

  it('is shredded to the end where that was cut off', async () => {
    const at = await recovered(spoilJournal)
    const [aside] = value(await at.api.backups.setAside({}))
    const name = aside?.name ?? ''
    renameSync(join(at.data, name, 'desk.db'), join(at.data, name, 'desk.db.shredded'))
    expect(value(await at.api.backups.shredSetAside({ name }, await confirmedBy(at, 'manager')))).toEqual([])
    expect(readdirSync(at.data)).not.toContain(name)
  })

  it.each(['keys', 'rusak-20261123T013000Z/../keys', '..', 'rusak-20261123T013000Z-9'])('is nothing else in the folder: %s', async name => {
    const at = await recovered()
    expect(problem(await at.api.backups.shredSetAside({ name }, await confirmedBy(at, 'manager')))).toEqual({ kind: 'not-found' })
    expect(readdirSync(join(at.data, 'keys'))).toContain('desk.key')
  })
})

it('what a link leads to is not written over when the link is shredded', () => {
  const folder = folderOf('links')
  const [kept, link] = [join(folder, 'kept.txt'), join(folder, 'link.journal')]
  writeFileSync(kept, 'kept')
  symlinkSync(kept, link)
  shred(link)
  expect(readdirSync(folder)).toEqual(['kept.txt'])
  expect(readFileSync(kept, 'utf8')).toBe('kept')
})
