import { createReadStream, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readBlob } from '#server/attachments/read-blob'
import { inDistrict } from '#server/database/inside'
import { listFiles, listOutdated } from '#server/files/files.store'
import { publishRegistry } from '#server/files/publish-registry'
import type { Edition } from '#shared/registry/edition'
import type { RegistryPerson } from '#shared/registry/person'
import { type Manifest, readManifest } from '#shared/sync/district-file'
import { givenRegistry, registryPerson } from '#test/support/given-registry'
import { type TestDesk, testDesk, value } from '#test/support/test-desk'
import { snapshotOf } from '../registry/snapshot/in-villages'
import { command } from '../server/support/command'
import { type District, districtNow, firstDesk, KENDAL, openDistrict, sync } from './support/district'
import { eachWithStick } from './support/stick'

const stick = eachWithStick()
const folder = mkdtempSync(join(tmpdir(), 'editions-'))
const snapshot = join(folder, 'registry.slrs')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const NIK = registryPerson().nik ?? ''
const names = ['SITI AMINAH', 'SUTRISNO', 'ENDANG', 'WAHYU', 'SLAMET', 'NGATINAH', 'BUDIYONO', 'KHOIRUL ANAM'] as const
const serial = (at: number) => String(1000 + ((at * 7919) % 8999))
/** A village of generated people of whom one is looked for; in each edition a few of them have another decile. */
const village = (edition: number): RegistryPerson[] => [
  registryPerson({ decile: edition }),
  ...Array.from({ length: 600 }, (_, at) =>
    registryPerson({
      nik: `332410${String(10 + (at % 28))}0890${serial(at)}`,
      kk: `332414120315${serial(at >> 2)}`,
      name: `${names[at % 8]} ${names[(at >> 3) % 8]} CONTOH`,
      decile: at % 40 === edition ? 1 + (at % 9) : 5
    })
  )
]

async function publish(district: District, edition: number, more: Partial<Edition> = {}) {
  await snapshotOf(snapshot, village(edition), { period: `2026-T${edition}`, ...more })
  const about = { district: KENDAL, name: 'registry', label: `DTSEN 2026-T${edition}`, now: districtNow() } as const
  return publishRegistry(district.server, about, () => createReadStream(snapshot), snapshot)
}
async function fetched(desk: TestDesk): Promise<void> {
  await sync(desk)
  await desk.desk.sync.rest()
}
const found = ({ desk }: TestDesk) => desk.registry.ask(({ edition, byNik }) => [edition.period, byNik(NIK)[0]?.decile])
const standing = async ({ api }: TestDesk, name: string) => value(await api.sync.status({})).files.find(file => file.name === name)
/** Which files of the district lie on the desk with all their bytes. */
const broughtTo = ({ data }: TestDesk) =>
  readdirSync(join(data, 'district-files')).flatMap(name => /^(registry|registry-difference)-\d+\.file$/.exec(name)?.[1] ?? [])
const incoming = async ({ api }: TestDesk) => value(await api.extracts.held({})).incoming?.how
const stored = (district: District, { hash, size }: Partial<Manifest> = {}) =>
  readBlob(district.server, KENDAL, hash ?? '', 0, (size ?? 0) - 1)
/** The desk hears what there is, and has no line to fetch it. */
async function offerAll(district: District, { desk }: TestDesk): Promise<void> {
  for (const { text, signature } of await inDistrict(district.server, KENDAL, listFiles)) {
    const manifest = readManifest(text)
    if (manifest) await desk.files.offer({ text, signature }, manifest)
  }
}
async function deskWithFirst(district: District): Promise<TestDesk> {
  const desk = await firstDesk(district)
  await publish(district, 1)
  await fetched(desk)
  return desk
}

it('[R7] a desk with the edition before fetches the difference alone, and has what the whole would have brought', async () => {
  const district = await openDistrict()
  const desk = await deskWithFirst(district)
  const { manifest, difference } = await publish(district, 2)
  expect(difference?.size).toBeLessThan(0.5 * manifest.size)
  await fetched(desk)
  expect(found(desk)).toEqual(['2026-T2', 2])
  expect(desk.desk.registry.ask(({ edition }) => edition.contentHash)).toBe(manifest.registry?.content)
  expect(broughtTo(desk)).toEqual(['registry-difference'])
  expect(await standing(desk, 'registry')).toMatchObject({ held: { label: 'DTSEN 2026-T2' }, next: null })
  // and the next one leads on from there
  await publish(district, 3)
  await fetched(desk)
  expect(found(desk)).toEqual(['2026-T3', 3])
  expect(broughtTo(desk)).toEqual(['registry-difference'])
})

it('[R7] a desk that missed editions follows one difference after the other', async () => {
  const district = await openDistrict()
  const desk = await deskWithFirst(district)
  await publish(district, 2)
  await publish(district, 3)
  const { manifest } = await publish(district, 4)
  await fetched(desk)
  expect([found(desk), broughtTo(desk)]).toEqual([['2026-T4', 4], ['registry-difference']])
  expect(desk.desk.registry.ask(({ edition }) => edition.contentHash)).toBe(manifest.registry?.content)
  expect(await standing(desk, 'registry')).toMatchObject({ held: { label: 'DTSEN 2026-T4' }, next: null })
  expect(desk.reported).toEqual([])
})

it('[R7] goes on with the next difference after a restart between two of them', async () => {
  const district = await openDistrict()
  const desk = await deskWithFirst(district)
  await publish(district, 2)
  await publish(district, 3)
  await offerAll(district, desk)
  const first = (await inDistrict(district.server, KENDAL, listFiles)).find(({ name }) => name === 'registry-difference')
  for await (const bytes of stored(district, first)) await desk.desk.files.take(first?.hash ?? '', 0, bytes)
  expect(found(desk)).toEqual(['2026-T2', 2])
  expect(await incoming(desk)).toBe('difference')
  await desk.close()
  const again = await testDesk({ folder: desk.data })
  await fetched(again)
  expect([found(again), broughtTo(again)]).toEqual([['2026-T3', 3], ['registry-difference']])
})

it('[R7] differences that together are larger than the whole are withdrawn, the oldest first', async () => {
  const district = await openDistrict()
  await publish(district, 1)
  const bases: (string | undefined)[] = []
  for (const edition of [2, 3, 4, 5, 6, 7, 8]) {
    const { difference } = await publish(district, edition, edition > 4 ? { period: `2027-T${edition - 4}` } : {})
    bases.push(difference?.registry?.base)
  }
  const listed = await inDistrict(district.server, KENDAL, listFiles)
  const kept = listed.filter(({ name }) => name === 'registry-difference')
  const whole = listed.find(({ name }) => name === 'registry')?.size ?? 0
  expect(kept.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(whole)
  expect(kept.length).toBeLessThanOrEqual(6)
  expect(kept.map(({ text }) => readManifest(text)?.registry?.base)).toEqual(bases.slice(-kept.length))
  for (const { hash, size } of kept) for await (const bytes of stored(district, { hash, size })) expect(bytes.length).toBeGreaterThan(0)
})

it('[R7] a desk that imported its own fetches the whole', async () => {
  const district = await openDistrict()
  const desk = await deskWithFirst(district)
  await givenRegistry(desk.desk, village(3), { period: '2026-T3' })
  await publish(district, 4)
  await fetched(desk)
  expect([found(desk), broughtTo(desk)]).toEqual([['2026-T4', 4], ['registry']])
})

it('[R7] a difference that leads elsewhere than promised is given up, the one in service stays, and the whole is fetched', async () => {
  const district = await openDistrict()
  const desk = await deskWithFirst(district)
  // somebody touched the edition in service: its manifest says it is the base, its rows are not
  const first = desk.desk.registry.ask(({ edition }) => edition)
  const { rowCount: _, contentHash: __, ...draft } = first as Edition
  await givenRegistry(desk.desk, village(1).toReversed(), { ...draft, origin: 'district' })
  const { difference } = await publish(district, 2)
  await offerAll(district, desk)
  expect(await incoming(desk)).toBe('difference')
  for await (const bytes of stored(district, difference)) await desk.desk.files.take(difference?.hash ?? '', 0, bytes)
  expect(await incoming(desk)).toBe('instead')
  expect(found(desk)).toEqual(['2026-T1', 1])
  await fetched(desk)
  expect(found(desk)).toEqual(['2026-T2', 2])
  expect(await incoming(desk)).toBeUndefined()
  expect(desk.reported).toEqual([])
})

it('[R7] a difference with a changed byte is not taken, and comes again', async () => {
  const district = await openDistrict()
  const desk = await deskWithFirst(district)
  const { difference } = await publish(district, 2)
  await offerAll(district, desk)
  for await (const bytes of stored(district, difference)) {
    const changed = Uint8Array.from(bytes).with(70, (bytes[70] ?? 0) ^ 1)
    expect(await desk.desk.files.take(difference?.hash ?? '', 0, changed)).toBe('damaged')
  }
  expect(await incoming(desk)).toBe('difference')
  await fetched(desk)
  expect([found(desk), broughtTo(desk)]).toEqual([['2026-T2', 2], ['registry-difference']])
})

it('[R7] goes on after a restart wherever it was cut: before the difference, after it, and before the note of it', async () => {
  const district = await openDistrict()
  const desk = await deskWithFirst(district)
  await publish(district, 2)
  await fetched(desk)
  const folderOf = join(desk.data, 'district-files')
  const notes = ['registry.held', 'registry-difference.held'].map(name => readFileSync(join(folderOf, name), 'utf8'))
  // as if the power had gone when the new registry was in its place, and nothing had been noted
  for (const [at, name] of ['registry.next', 'registry-difference.next'].entries()) writeFileSync(join(folderOf, name), notes[at] ?? '')
  for (const name of ['registry.held', 'registry-difference.held']) rmSync(join(folderOf, name))
  const count = desk.desk.registry.editions().length
  await fetched(desk)
  await desk.desk.files.retry()
  expect(desk.desk.registry.editions()).toHaveLength(count)
  expect(found(desk)).toEqual(['2026-T2', 2])
})

it('[R7] an edition that this program can no longer read comes again, whole', async () => {
  const district = await openDistrict()
  const desk = await deskWithFirst(district)
  await publish(district, 2)
  await fetched(desk)
  const { data } = desk
  await desk.close()
  for (const name of readdirSync(join(data, 'registry'))) writeFileSync(join(data, 'registry', name), 'x'.repeat(40_000))
  const again = await testDesk({ folder: data })
  await fetched(again)
  expect(found(again)).toEqual(['2026-T2', 2])
  expect(broughtTo(again)).toContain('registry')
})

it('[R7] a difference is withdrawn with its bytes when it leads nowhere any more, and none is made where little is saved', async () => {
  const district = await openDistrict()
  await publish(district, 1)
  await publish(district, 2)
  const kinds = async () => (await inDistrict(district.server, KENDAL, listFiles)).map(({ name }) => name)
  expect(await kinds()).toEqual(['registry', 'registry-difference'])
  const strangers = await publish(district, 3, { source: 'DTKS' })
  expect(strangers.difference).toBeUndefined()
  expect(await kinds()).toEqual(['registry'])
  const stored = await inDistrict(district.server, KENDAL, async inside => {
    const outdated = await listOutdated(inside)
    return inside.trx.selectFrom('blob').select('hash').where('hash', 'in', outdated).execute()
  })
  expect(stored).toEqual([])
})

it('[R7] what is no snapshot is not handed out', async () => {
  const district = await openDistrict()
  writeFileSync(stick().path('x.slrs'), 'NIK;NAMA')
  const { code, said } = await command({}, 'registry', stick().path('x.slrs'), '--data', district.folder)
  expect([code, said.includes('is no snapshot of the registry')]).toEqual([1, true])
})

it('[R7] [P8] the stick brings the difference to a desk that said what it holds, the whole to one that did not, and both when asked', async () => {
  const district = await openDistrict()
  const desk = await deskWithFirst(district)
  await publish(district, 2)
  await district.close()
  const { file } = await stick().write(desk)
  await stick().pack(district, '--in', stick().path(file))
  await stick().read(desk)
  expect([found(desk), broughtTo(desk)]).toEqual([['2026-T2', 2], ['registry-difference']])
  await publish(district, 3)
  const code = value(await desk.api.sync.status({})).link
  const letter = code.kind === 'joined' ? code.deskCode : ''
  const sizes: number[] = []
  for (const more of [[], ['--with-difference']]) {
    const { written, code: ended } = await stick().pack(district, '--for', letter, ...more)
    expect(ended).toBe(0)
    sizes.push(...written.map(name => readFileSync(stick().path(name)).length))
  }
  expect(sizes[1]).toBeGreaterThan(sizes[0] ?? 0)
  await stick().read(desk)
  expect(found(desk)).toEqual(['2026-T3', 3])
})

it('[R7] [P8] one stick brings a desk that missed an edition both differences, one after the other', async () => {
  const district = await openDistrict()
  const desk = await deskWithFirst(district)
  await publish(district, 2)
  await publish(district, 3)
  await district.close()
  const { file } = await stick().write(desk)
  await stick().pack(district, '--in', stick().path(file))
  await stick().read(desk)
  expect([found(desk), broughtTo(desk)]).toEqual([['2026-T3', 3], ['registry-difference']])
})
