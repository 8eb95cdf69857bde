import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { closeSync, existsSync, openSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { expect, it } from 'vitest'
import { buildRegistry } from '#registry/build'
import { createFile } from '#registry/file'
import { FORMAT, PAGE_SIZE, TABLES } from '#registry/layout'
import { signerOf } from '#registry/manifest'
import { openRegistry } from '#registry/open'
import { proveRegistry } from '#registry/prove'
import { EXCLUSIONS, PROGRAMMES, type RegistryPerson } from '#shared/registry/person'
import { nobody, type Place, person, registryPlace } from './registry-file'

const many = (n: number): RegistryPerson[] => Array.from({ length: n }, (_, at) => person(`SITI NUMBER${at}`))
const count = ({ path, key, signer }: ReturnType<typeof registryPlace>): number => {
  const registry = openRegistry(path, key, signer.trust)
  const rows = [...registry.rows()].flat().length
  registry.close()
  return rows
}
const filesOf = ({ folder }: Place): string[] => readdirSync(folder)

it('gives every field of a row back as it came', async () => {
  const place = registryPlace()
  const full: RegistryPerson = {
    ...person('RÉNÉ'),
    nik: '9671010101010001',
    nikText: '3,32401E+15',
    kk: '9671010101010002',
    familyId: 'ID-7',
    birthDate: '0988-02-29',
    birthText: '31-02-1990',
    birthPlace: 'KENDAL',
    sex: 'female',
    relation: 'other',
    motherName: 'IBU',
    headName: 'BAPAK',
    addressLine: 'JL "A" 1',
    rt: '003',
    rw: '000',
    village: { codeSet: 'bps', code: '3324010001' },
    decile: 10,
    programmes: Object.fromEntries(PROGRAMMES.map((programme, at) => [programme, (['active', 'inactive', 'none'] as const)[at % 3]])),
    exclusions: [...EXCLUSIONS],
    exclusionText: 'ASN',
    lifeStatus: 'not-found',
    codeSet: 'bdt-2015'
  }
  const people = [full, nobody, person('C', { exclusions: [], programmes: { other: 'inactive' } })]
  const edition = await buildRegistry(place.request(people))
  const registry = openRegistry(place.path, place.key, place.signer.trust)
  expect([...registry.rows()].flat()).toEqual(people)
  expect(registry.byNik('9671010101010001')).toEqual([full])
  expect(registry.edition).toEqual(edition)
  registry.close()
})

it('knows the same people again in another order, and other people not', async () => {
  const [a, b, c] = [registryPlace(), registryPlace(), registryPlace()]
  const people = many(20)
  const hash = (await buildRegistry(a.request(people))).contentHash
  expect((await buildRegistry(b.request(people.toReversed()))).contentHash).toBe(hash)
  expect((await buildRegistry(c.request(people.with(3, { ...(people[3] ?? nobody), decile: 9 })))).contentHash).not.toBe(hash)
})

it('leaves one file, in which nobody without the key can read a name', async () => {
  const place = registryPlace()
  await buildRegistry(place.request([person('RAHASIA')]))
  expect(filesOf(place)).toEqual(['people.registry'])
  expect(readFileSync(place.path).includes('RAHASIA')).toBe(false)
  expect(readFileSync(place.path).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3')
})

it('replaces the old file only by a proven one', async () => {
  const place = registryPlace()
  await buildRegistry(place.request(many(5)))
  await buildRegistry(place.request(many(7)))
  expect(count(place)).toBe(7)
  expect(filesOf(place)).toEqual(['people.registry'])
})

async function* failing(error: unknown): AsyncGenerator<RegistryPerson[]> {
  yield many(3)
  throw error
}

it.each([
  ['the disk is full', Object.assign(new Error('no space'), { code: 'ENOSPC' }), { problem: 'disk-full' }],
  ['the import file ends too early', new Error('half a row'), { message: 'half a row' }]
])('keeps the old file in service when %s midway', async (_, error, expected) => {
  const place = registryPlace()
  await buildRegistry(place.request(many(5)))
  await expect(buildRegistry({ ...place.request([]), rows: failing(error) })).rejects.toMatchObject(expected)
  expect(count(place)).toBe(5)
  expect(filesOf(place)).toEqual(['people.registry'])
})

it('keeps the old file in service when the import is cancelled, at every step', async () => {
  const place = registryPlace()
  await buildRegistry(place.request(many(5)))
  for (const step of ['rows', 'names', 'numbers', 'proof']) {
    const stop = new AbortController()
    const onProgress = (progress: { step: string }) => progress.step === step && stop.abort()
    await expect(buildRegistry({ ...place.request(many(9)), onProgress, signal: stop.signal })).rejects.toMatchObject({
      problem: 'cancelled'
    })
    expect(count(place)).toBe(5)
    expect(filesOf(place)).toEqual(['people.registry'])
  }
})

it('clears away what a power cut left half-built', async () => {
  const place = registryPlace()
  writeFileSync(`${place.path}.part`, randomBytes(50_000))
  await buildRegistry(place.request(many(5)))
  expect(count(place)).toBe(5)
  expect(existsSync(`${place.path}.part`)).toBe(false)
})

it.each([
  ['no file', () => undefined, 'missing'],
  ['an empty file', (path: string) => writeFileSync(path, ''), 'damaged'],
  ['a half-written file', (path: string) => truncateSync(path, Math.floor(statSync(path).size / 2)), 'damaged'],
  ['a file of another program', (path: string) => writeFileSync(path, Buffer.alloc(40_000, 'SQLite format 3\0')), 'damaged']
])('refuses %s', async (name, spoil, problem) => {
  const place = registryPlace()
  if (name !== 'no file') await buildRegistry(place.request(many(500)))
  spoil(place.path)
  expect(() => openRegistry(place.path, place.key, place.signer.trust)).toThrow(expect.objectContaining({ problem }))
})

it('refuses the wrong key, and a file that another device signed', async () => {
  const place = registryPlace()
  await buildRegistry(place.request(many(5)))
  const stranger = signerOf(generateKeyPairSync('ed25519').privateKey)
  expect(() => openRegistry(place.path, randomBytes(32), place.signer.trust)).toThrow(expect.objectContaining({ problem: 'wrong-key' }))
  expect(() => openRegistry(place.path, place.key, stranger.trust)).toThrow(expect.objectContaining({ problem: 'not-trusted' }))
})

it.each([
  ['an earlier', FORMAT - 1, 'damaged'],
  ['a later', FORMAT + 1, 'newer-version']
] as const)('refuses a file of %s layout', (_, format, problem) => {
  const place = registryPlace()
  const raw = createFile(place.path, place.key)
  raw.exec(TABLES)
  raw.pragma(`user_version = ${format}`)
  raw.close()
  expect(() => openRegistry(place.path, place.key, place.signer.trust)).toThrow(expect.objectContaining({ problem }))
})

it('proves rows with any sign in them', async () => {
  const place = registryPlace()
  const people = [person('O"B\\C/\u0001\t\u2028é😀'), ...many(3)]
  await buildRegistry(place.request(people))
  const registry = openRegistry(place.path, place.key, place.signer.trust)
  expect([...registry.rows()].flat()).toEqual(people)
  registry.close()
})

it('finds a changed byte in every page', async () => {
  const place = registryPlace()
  await buildRegistry(place.request(many(300)))
  const sound = readFileSync(place.path)
  const pages = sound.length / PAGE_SIZE
  expect(pages).toBeGreaterThan(5)
  for (let page = 1; page < pages; page++) {
    writeFileSync(place.path, sound)
    const descriptor = openSync(place.path, 'r+')
    const at = page * PAGE_SIZE + 17 * page
    writeSync(descriptor, Buffer.from([(sound[at] ?? 0) ^ 1]), 0, 1, at)
    closeSync(descriptor)
    await expect(proveRegistry({ ...place, trust: place.signer.trust, pause: async () => undefined })).rejects.toMatchObject({
      problem: 'damaged'
    })
  }
})
