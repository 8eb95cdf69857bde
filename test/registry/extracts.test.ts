import { mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ImportTools } from '#registry/import/import-registry'
import { sweepShelf } from '#registry/shelf'
import { givenRegistry, registryHead, registryPerson } from '#test/support/given-registry'
import { NIK_LIKE } from '#test/support/nik-like'
import { actAs, problem, type TestDesk, testDesk, value } from '#test/support/test-desk'
import { line, listOf } from './import/importing'

let at: TestDesk
beforeEach(async () => {
  at = await testDesk({ officer: 'manager' })
})

const lists = (): string => {
  const folder = join(at.data, 'downloads')
  mkdirSync(folder, { recursive: true })
  return folder
}
/** An officer's download. */
const given = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(lists(), name), content)
  return { place: 'downloads', path: [name] }
}
type Order = Parameters<TestDesk['api']['extracts']['start']>[0]
const start = (file: Order['file'], order: Partial<Order> = {}) =>
  at.api.extracts.start({
    file,
    source: 'DTSEN',
    period: '2026-T4',
    takenOn: '2026-10-18',
    villageCode: null,
    columns: {},
    kkFromAbove: false,
    isForced: false,
    ...order
  })
/** Imports, and says how it ended. */
const imported = async (...order: Parameters<typeof start>) => {
  value(await start(...order))
  await at.desk.imports.finished()
  return value(await at.api.extracts.progress({}))
}
const held = async () => value(await at.api.extracts.held({}))
const filesOnShelf = () => readdirSync(at.desk.registry.folder).filter(name => /registry(\.part)?$/.test(name))

describe('a list is looked at before it is imported', () => {
  it('with its columns guessed, and its numbers masked', async () => {
    const look = value(
      await at.api.extracts.look({ file: given('dtsen 2026.csv', `Daftar penerima\n${listOf(line(1), line(2), line(3))}`) })
    )
    expect(look).toMatchObject({ name: 'dtsen 2026.csv', headerRow: 2, isRemembered: false, isRounded: false })
    expect(look.header[look.columns.nik ?? -1]).toBe('NIK')
    expect(look.header[look.columns.name ?? -1]).toBe('NAMA')
    expect(look.examples[look.columns.nik ?? -1]?.[0]).toMatch(/^\d{6}\*{10}$/)
    expect(JSON.stringify(look)).not.toMatch(/\d{12}/)
  })

  it('and what the officer says of its columns is remembered for the next list with this header', async () => {
    const renamed = (...rows: string[]) => listOf(...rows).replace('NAMA', 'YBS')
    const file = given('a.csv', renamed(line(1), line(2), line(3)))
    const first = value(await at.api.extracts.look({ file }))
    expect(first.columns.name).toBeUndefined()
    expect(await imported(file)).toMatchObject({ kind: 'refused', problem: { kind: 'column-missing', columns: ['name'] } })
    expect(await imported(file, { columns: { name: 'YBS' } })).toMatchObject({ kind: 'ended', outcome: 'imported', people: 3 })
    const again = value(await at.api.extracts.look({ file: given('b.csv', renamed(line(4))) }))
    expect(again).toMatchObject({ isRemembered: true })
    expect(again.header[again.columns.name ?? -1]).toBe('YBS')
  })

  it.each([
    ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2]), { kind: 'wrong-kind-of-file', looksLike: 'JPEG' }],
    ['an empty file', '', { kind: 'file-empty' }],
    ['a text without a header', 'just words\nand more\n', { kind: 'no-header' }]
  ])('unless it is %s', async (_, content, why) => {
    expect(problem(await at.api.extracts.look({ file: given('list.csv', content) }))).toEqual(why)
  })

  it('and nothing outside of an officer’s own folders and sticks is', async () => {
    writeFileSync(join(at.data, 'secret.csv'), listOf(line(1)))
    symlinkSync(join(at.data, 'secret.csv'), join(lists(), 'link.csv'))
    for (const file of [
      { place: 'downloads', path: ['..', 'secret.csv'] },
      { place: 'downloads', path: ['../secret.csv'] },
      { place: 'downloads', path: ['link.csv'] },
      { place: at.data, path: ['secret.csv'] },
      { place: '/', path: ['etc', 'passwd'] },
      { place: 'downloads', path: ['gone.csv'] }
    ]) {
      expect(problem(await at.api.extracts.look({ file }))).toEqual({ kind: 'file-missing' })
      expect(problem(await start(file))).toEqual({ kind: 'file-missing' })
    }
  })
})

describe('an officer’s folders', () => {
  it('show what was downloaded last, however many lists lie there', async () => {
    for (let n = 0; n < 320; n++) {
      given(`a${String(n).padStart(3, '0')}.csv`, 'x')
      utimesSync(join(lists(), `a${String(n).padStart(3, '0')}.csv`), 1, 1)
    }
    given('z-newest.csv', 'x')
    const folder = value(await at.api.files.folder({ at: { place: 'downloads', path: [] } }))
    expect(folder).toMatchObject({ isCut: true, files: { 0: { name: 'z-newest.csv' } } })
    expect(folder.files).toHaveLength(300)
  })

  it('show lists and folders alone, the newest list first', async () => {
    given('daftar.csv', 'x')
    given('foto.jpg', 'x')
    given('~$daftar.xlsx', 'x')
    mkdirSync(join(lists(), 'Desa'))
    expect(value(await at.api.files.places({})).map(({ kind }) => kind)).toContain('downloads')
    const folder = value(await at.api.files.folder({ at: { place: 'downloads', path: [] } }))
    expect(folder).toMatchObject({ folders: ['Desa'], files: [{ name: 'daftar.csv', bytes: 1 }], isCut: false })
    expect(problem(await at.api.files.folder({ at: { place: 'downloads', path: ['tiada'] } }))).toEqual({ kind: 'folder-gone' })
    expect(problem(await at.api.files.folder({ at: { place: 'downloads', path: ['..'] } }))).toEqual({ kind: 'folder-gone' })
  })
})

describe('a picture in an officer’s folders', () => {
  const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2])
  const picture = (at2: { place: string; path: string[] }) => at.api.files.picture({ at: at2 })

  it('is shown among pictures alone, and its bytes are handed over', async () => {
    given('daftar.csv', 'x')
    const file = given('layar.PNG', PNG)
    const folder = value(await at.api.files.folder({ at: { place: 'downloads', path: [] }, show: 'pictures' }))
    expect(folder.files.map(({ name }) => name)).toEqual(['layar.PNG'])
    expect(Buffer.from(value(await picture(file))).equals(PNG)).toBe(true)
  })

  it('is refused when it is none, too large, not there, or outside of the officer’s own folders', async () => {
    expect(problem(await picture(given('surat.png', 'no picture')))).toEqual({ kind: 'not-a-picture' })
    expect(problem(await picture(given('besar.jpg', Buffer.alloc(5 * 1024 * 1024 + 1, 0xff))))).toEqual({ kind: 'picture-too-large' })
    mkdirSync(join(lists(), 'folder.png'))
    writeFileSync(join(at.data, 'rahasia.png'), PNG)
    symlinkSync(join(at.data, 'rahasia.png'), join(lists(), 'link.png'))
    for (const name of ['folder.png', 'link.png', '../rahasia.png', 'tiada.png'])
      expect(problem(await picture({ place: 'downloads', path: [name] }))).toEqual({ kind: 'file-missing' })
  })
})

describe('an import on the desk', () => {
  it('ends with its counts, is searched at once, and is said to be imported here', async () => {
    const file = given('dtsen.csv', listOf(line(1), line(2).replace('SITI AMINAH', ''), line(3)))
    const ended = await imported(file)
    expect(ended).toMatchObject({ kind: 'ended', outcome: 'imported', people: 2, read: 3, kept: 2, setAside: 1, reasons: { 'no-name': 1 } })
    expect((await held()).editions).toMatchObject([
      { source: 'DTSEN', period: '2026-T4', facts: { people: 2, origin: 'here', takenOn: '2026-10-18', daysOld: 0, isOutdated: false } }
    ])
    expect((await held()).editions[0]?.facts?.scope).toContain('Kendal')
    expect(value(await at.api.registry.state({}))).toMatchObject({ kind: 'ready', period: '2026-T4', people: 2 })
    value(await at.api.extracts.dismiss({}))
    expect(value(await at.api.extracts.progress({}))).toEqual({ kind: 'idle' })
  })

  it('keeps the rows it set aside with their reasons among the officer’s documents, formulas made harmless', async () => {
    const ended = await imported(given('dtsen.csv', listOf(line(1), line(2).replace('SITI AMINAH', '=HYPERLINK("x")'), line(3))))
    const path = ended.kind === 'ended' ? (ended.setAsideFile ?? '') : ''
    expect(path).toBe(join(at.data, 'documents', 'Loket SLRT', 'baris-disisihkan_DTSEN_2026-T4_2026-11-23.csv'))
    const text = readFileSync(path, 'utf8')
    expect(text).toContain('Berisi rumus')
    expect(text).not.toMatch(/[;\n]"?=/)
  })

  it('keeps the rows that another import of this day set aside, also when a third one is cancelled', async () => {
    const list = given('desa.csv', listOf(line(1), line(2).replace('SITI AMINAH', '')))
    const files = []
    for (const villageCode of ['33.24.14.2006', '33.24.14.2001']) {
      const ended = await imported(list, { source: 'village-list', villageCode })
      files.push(ended.kind === 'ended' ? ended.setAsideFile : null)
    }
    value(await start(list, { source: 'village-list', villageCode: '33.24.14.2002' }))
    value(await at.api.extracts.cancel({}))
    await at.desk.imports.finished()
    const folder = join(at.data, 'documents', 'Loket SLRT')
    const name = 'baris-disisihkan_village-list_2026-T4_2026-11-23'
    expect(files).toEqual([join(folder, `${name}.csv`), join(folder, `${name}_2.csv`)])
    expect(readdirSync(folder).sort()).toEqual([`${name}.csv`, `${name}_2.csv`])
  })

  it('changes nothing when it is the very file in service', async () => {
    const file = given('dtsen.csv', listOf(line(1), line(2)))
    await imported(file)
    const before = filesOnShelf()
    expect(await imported(file)).toMatchObject({ kind: 'ended', outcome: 'unchanged' })
    expect(filesOnShelf()).toEqual(before)
  })

  it('keeps the period before beside it, and destroys the one before that', async () => {
    for (const [n, period] of ['2026-T2', '2026-T3', '2026-T4'].entries())
      await imported(given(`${period}.csv`, listOf(line(n + 1))), { period })
    expect((await held()).editions.map(({ period }) => period)).toEqual(['2026-T4', '2026-T3'])
    expect(filesOnShelf()).toHaveLength(2)
  })

  it('of a village’s own list puts its people into that village, beside the national one', async () => {
    await imported(given('dtsen.csv', listOf(line(1))))
    const list = given('desa.csv', 'NAMA,NIK,ALAMAT\nSRI WAHYUNI,3324145708900041,DUSUN KRAJAN\n')
    expect(problem(await start(list, { source: 'village-list', period: '2026-11' }))).toEqual({ kind: 'village-needed' })
    const villageCode = '33.24.14.2006'
    expect(problem(await start(list, { source: 'village-list', period: '2026-11', villageCode: '33.24.14.9999' }))).toEqual({
      kind: 'unknown-village'
    })
    expect(await imported(list, { source: 'village-list', period: '2026-11', villageCode })).toMatchObject({ kind: 'ended' })
    expect((await held()).editions).toMatchObject([{ source: 'DTSEN' }, { source: 'village-list', facts: { villages: 1, people: 1 } }])
    expect(at.desk.registry.askEach(registry => registry.villages())[1]).toEqual([{ codeSet: 'kemendagri', code: villageCode }])
  })

  it.each([
    ['far fewer people', {}, listOf(line(9)), { kind: 'far-fewer-rows', held: 3, kept: 1 }],
    ['half a download', {}, listOf(line(8), line(9)).slice(0, -60), { kind: 'file-cut-off' }],
    ['a wrong kind of file', {}, '%PDF-1.7', { kind: 'wrong-kind-of-file', looksLike: 'PDF' }],
    [
      'rows that hold two NIKs each',
      {},
      listOf(line(8).replace(/\d{16}/, '3324145708900041/3324145708900042')),
      { kind: 'nothing-taken-over', read: 1, reason: 'two-niks' }
    ]
  ])('is refused for %s, and the old register stays in service', async (_, order, content, why) => {
    await imported(given('dtsen.csv', listOf(line(1), line(2), line(3))))
    const before = filesOnShelf()
    expect(await imported(given('new.csv', content), order)).toMatchObject({ kind: 'refused', problem: why })
    expect(filesOnShelf()).toEqual(before)
    expect(value(await at.api.registry.state({}))).toMatchObject({ people: 3, period: '2026-T4' })
  })

  it('goes back to an older period only when the officer insists', async () => {
    await imported(given('dtsen.csv', listOf(line(1), line(2), line(3))))
    const older = await start(given('old.csv', listOf(line(9))), { period: '2026-T3' })
    expect(problem(older)).toEqual({ kind: 'older-period', held: '2026-T4' })
    expect(value(await at.api.extracts.progress({}))).toMatchObject({ kind: 'ended' })
    expect(await imported(given('old.csv', listOf(line(9))), { period: '2026-T3', isForced: true })).toMatchObject({
      kind: 'ended',
      people: 1
    })
    expect((await held()).editions.map(({ period }) => period)).toEqual(['2026-T3'])
  })

  it('is refused for a period that has not begun', async () => {
    expect(problem(await start(given('a.csv', listOf(line(1))), { period: '2027-T2' }))).toEqual({ kind: 'period-in-future' })
  })

  it('can be cancelled midway: nothing of it is left, and the old one stays', async () => {
    await imported(given('dtsen.csv', listOf(line(1), line(2), line(3))))
    const before = filesOnShelf()
    const slow = given('slow.csv', listOf(...Array.from({ length: 400 }, (_, n) => line(n % 60))))
    const { importList } = at.desk.listWork
    const watched = Promise.withResolvers<void>()
    Object.assign(at.desk.listWork, {
      importList: (work: Parameters<typeof importList>[0], watching: Pick<ImportTools, 'onProgress' | 'signal'>) =>
        importList(work, {
          ...watching,
          onProgress: progress => {
            watching.onProgress?.(progress)
            if (progress.step === 'rows') watched.resolve()
          }
        })
    })
    value(await start(slow))
    expect(problem(await start(slow))).toEqual({ kind: 'import-running' })
    await watched.promise
    expect(value(await at.api.extracts.cancel({}))).toMatchObject({ kind: 'running', isCancelling: true })
    await at.desk.imports.finished()
    Object.assign(at.desk.listWork, { importList })
    expect(value(await at.api.extracts.progress({}))).toMatchObject({ kind: 'refused', problem: { kind: 'cancelled' }, setAsideFile: null })
    expect(filesOnShelf()).toEqual(before)
    expect(value(await at.api.registry.state({}))).toMatchObject({ people: 3 })
  })

  it('that a power cut broke off leaves nothing behind when the desk opens again', async () => {
    await givenRegistry(at.desk, [registryHead(), registryPerson()])
    const { path } = at.desk.registry.placeFor({ source: 'DTSEN', period: '2027-T1' })
    writeFileSync(`${path}.part`, 'half')
    sweepShelf(at.desk.registry.folder)
    expect(filesOnShelf()).toHaveLength(1)
    expect(value(await at.api.registry.state({}))).toMatchObject({ people: 2 })
  })

  it('belongs to manager, supervisor and administrator; the counter sees what is held', async () => {
    await actAs(at, 'front-office')
    expect(problem(await start({ place: 'downloads', path: ['a.csv'] }))).toEqual({ kind: 'not-allowed' })
    expect((await held()).editions).toEqual([])
  })

  it('leaves a line in the access log, without a name or a number of anybody', async () => {
    const file = given('dtsen.csv', listOf(line(1)))
    value(await at.api.extracts.look({ file }))
    await imported(file)
    const lines = (at.desk.raw.prepare('select line from audit order by n').all() as { line: string }[]).map(({ line: text }) => text)
    expect(lines.some(text => text.includes('"extracts.look"'))).toBe(true)
    expect(lines.some(text => text.includes('"extracts.start"'))).toBe(true)
    expect(lines.join()).not.toMatch(/SITI/)
    expect(lines.join()).not.toMatch(NIK_LIKE)
  })
})

describe('a list that was refused', () => {
  it('keeps what was said of it, so that the officer can insist or mend it without saying it again', async () => {
    await imported(given('dtsen.csv', listOf(line(1), line(2), line(3))))
    const file = given('part.csv', listOf(line(9)))
    const ended = await imported(file, { columns: { decile: '' }, takenOn: '2026-11-01' })
    const order = {
      file,
      source: 'DTSEN',
      period: '2026-T4',
      takenOn: '2026-11-01',
      villageCode: null,
      columns: { decile: '' },
      isForced: false
    } as const
    expect(ended).toMatchObject({ kind: 'refused', problem: { kind: 'far-fewer-rows' }, order })
    expect(await imported(file, { ...order, isForced: true })).toMatchObject({ kind: 'ended', people: 1 })
  })
})

describe('a look that nobody waits for', () => {
  it.each([
    ['when the officer goes back', () => at.api.extracts.cancel({})],
    ['when another list is looked at', () => at.api.extracts.look({ file: given('b.csv', listOf(line(2))) })]
  ])('is broken off %s', async (_, next) => {
    const look = at.api.extracts.look({ file: given('a.csv', listOf(line(1))) })
    // it has begun once its file was found
    const { preview } = at.desk.listWork
    const begun = Promise.withResolvers<void>()
    Object.assign(at.desk.listWork, {
      preview: (...given: Parameters<typeof preview>) => {
        const looking = preview(...given)
        begun.resolve()
        return looking
      }
    })
    await begun.promise
    Object.assign(at.desk.listWork, { preview })
    const after = next()
    expect(problem(await look)).toEqual({ kind: 'cancelled' })
    value(await (after as Promise<Awaited<ReturnType<typeof at.api.extracts.cancel>>>))
  })
})

describe('what a desk holds', () => {
  it('is nothing at first', async () => expect(await held()).toEqual({ served: null, servedBy: null, editions: [], incoming: null }))

  it('can be destroyed', async () => {
    await givenRegistry(at.desk, [registryPerson()])
    const [edition] = (await held()).editions
    expect(problem(await at.api.extracts.discard({ n: 999 }))).toEqual({ kind: 'not-found' })
    value(await at.api.extracts.discard({ n: edition?.n ?? 0 }))
    expect(filesOnShelf()).toEqual([])
    expect(value(await at.api.registry.state({}))).toEqual({ kind: 'absent' })
  })

  it('that was being destroyed when the power went is destroyed to the end when the desk opens again', async () => {
    await givenRegistry(at.desk, [registryPerson()])
    const { folder } = at.desk.registry
    const kept = filesOnShelf()
    const spent = ['dtks_2025-01_900.registry', 'dtks_2024-01_899.registry', 'dtks_2023-01_898.registry.shredded']
    for (const name of spent) writeFileSync(join(folder, name), 'x'.repeat(100_000))
    await at.close()
    const again = await testDesk({ folder: at.data })
    await vi.waitFor(() => expect(readdirSync(folder).filter(name => spent.includes(name))).toEqual([spent[0]]))
    expect(again.reported).toEqual([])
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(kept))
  })

  it('is said to be unreadable where it is damaged, by its name', async () => {
    await givenRegistry(at.desk, [registryPerson()])
    for (const { path } of at.desk.registry.editions()) writeFileSync(path, 'x'.repeat(40_000))
    expect((await held()).editions).toMatchObject([{ source: 'DTSEN', period: '2026-T4', facts: null }])
  })
})
