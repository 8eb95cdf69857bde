import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { SnapshotError } from '#registry/snapshot/head'
import { bytesIn, openSnapshot, readSnapshot } from '#registry/snapshot/snapshot'
import { CHUNK_BYTES, hashesOf, writeSnapshot } from '#registry/snapshot/write-snapshot'
import { ACROSS } from '#registry/village-rows'
import type { RegistryPerson } from '#shared/registry/person'
import { person, registryOf } from '../registry-file'
import { anyPerson } from './any-person'
import { editionOf, inVillages, snapshotOf } from './in-villages'

const folder = mkdtempSync(join(tmpdir(), 'snapshot-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const path = join(folder, 'registry.snapshot')

const sorted = (people: readonly RegistryPerson[]): string[] => people.map(one => JSON.stringify(one, Object.keys(one).sort())).sort()
async function readAll(from: string): Promise<RegistryPerson[]> {
  const people: RegistryPerson[] = []
  for await (const batch of (await openSnapshot(from)).rows()) people.push(...batch)
  return people
}
const write = (to: string, people: RegistryPerson[]) => writeSnapshot(to, editionOf(people), inVillages(people))
const village = (last: string) => ({ codeSet: 'kemendagri' as const, code: `33.24.14.${last}` })

describe('a snapshot', () => {
  it('gives every row back as it was, whatever the rows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyPerson, { maxLength: 40 }), async people => {
        const { edition } = await snapshotOf(path, people)
        expect(edition).toEqual(editionOf(people))
        expect(sorted(await readAll(path))).toEqual(sorted(people))
      }),
      { numRuns: 150 }
    )
  })

  it('is the same bytes for the same rows, and its manifest names every chunk', async () => {
    const people = fc.sample(anyPerson, { numRuns: 3000, seed: 7 })
    const first = await write(path, people)
    const inTwo = inVillages(people).flatMap(({ village: name, people: all }) => [
      { village: name, people: all.slice(0, 700) },
      { village: name, people: all.slice(700) }
    ])
    expect(await writeSnapshot(`${path}2`, editionOf(people), inTwo)).toEqual(first)
    expect(first.bytes).toBe(readFileSync(path).length)
    expect(first.chunks.length).toBe(Math.ceil(first.bytes / CHUNK_BYTES))
    expect(await hashesOf(path)).toEqual({ bytes: first.bytes, hash: first.hash, chunks: first.chunks })
  })

  it('is refused when it is cut off, damaged, or something else', async () => {
    await write(path, fc.sample(anyPerson, { numRuns: 500, seed: 7 }))
    const whole = readFileSync(path)
    const broken = join(folder, 'broken')
    for (const bytes of [
      whole.subarray(0, whole.length - 20),
      whole.subarray(0, 40),
      whole.subarray(0, 3),
      Buffer.alloc(0),
      Buffer.from('NIK,NAMA\n')
    ]) {
      writeFileSync(broken, bytes)
      await expect(readAll(broken)).rejects.toThrow(SnapshotError)
    }
  })

  it('is not written when the rows are not those of the edition, or a village comes twice', async () => {
    const people = fc.sample(anyPerson, { numRuns: 50, seed: 7 })
    const parts = inVillages(people)
    await expect(writeSnapshot(path, editionOf(people.slice(1)), parts)).rejects.toThrow(SnapshotError)
    const torn = parts.map(part => ({ ...part, people: part.people.slice(1) }))
    const rest = parts.map(part => ({ ...part, people: part.people.slice(0, 1) }))
    await expect(writeSnapshot(path, editionOf(people), [...torn, ...rest])).rejects.toThrow(SnapshotError)
    expect(readdirSync(folder).filter(name => name.endsWith('.blocks'))).toEqual([])
  })

  it('never reads damaged bytes for good ones without anybody noticing: the hashes tell', async () => {
    const { hash } = await write(path, fc.sample(anyPerson, { numRuns: 200, seed: 9 }))
    const bytes = readFileSync(path)
    bytes[bytes.length - 30] = (bytes[bytes.length - 30] ?? 0) ^ 1
    writeFileSync(path, bytes)
    expect((await hashesOf(path)).hash).not.toBe(hash)
  })

  it('leaves nothing behind when the disk is full', async () => {
    const full = join(folder, 'full')
    symlinkSync('/dev/full', full)
    await expect(write(full, fc.sample(anyPerson, 1))).rejects.toMatchObject({ code: 'ENOSPC' })
  })
})

describe('the villages of a snapshot', () => {
  it('come in one order whatever that of the source, families together, and a family of two villages by itself', async () => {
    const kk = '3324141203150007'
    const people = [
      person('TIGA', { village: village('2003') }),
      person('SATU', { village: village('2001') }),
      person('IBU', { village: village('2001'), kk, relation: 'wife' }),
      person('LAIN', { village: village('2002') }),
      person('BAPAK', { village: village('2003'), kk, relation: 'head' }),
      person('ANAK TANPA DESA', { village: null, kk: '3324141203150009', relation: 'child' }),
      person('KEPALA', { village: village('2002'), kk: '3324141203150009', relation: 'head' }),
      person('TANPA DESA', { village: null })
    ]
    const shape = async (rows: RegistryPerson[]) =>
      [...(await registryOf(rows)).villageRows()].map(one => [one.village.slice(-4), ...one.people.map(({ name }) => name)])
    expect(await shape(people)).toEqual([
      ['', 'TANPA DESA'],
      ['2001', 'SATU'],
      ['2002', expect.any(String), expect.any(String), expect.any(String)],
      ['2003', 'TIGA'],
      [ACROSS, 'BAPAK', 'IBU']
    ])
    expect(await shape(people.toReversed())).toEqual(await shape(people))
  })

  it('are read alone from the bytes where they lie, each compared with its sum', async () => {
    const people = Array.from({ length: 40_000 }, (_, at) => person(`WARGA ${at % 97}`, { village: village(String(2001 + (at % 8))) }))
    await snapshotOf(path, people)
    const isChosen = (part: { village: string }) => part.village.endsWith('2002') || part.village.endsWith('2003')
    let read = 0
    const { villages } = await readSnapshot((from, to) => {
      read += to - from
      return bytesIn(path)(from, to)
    })
    const found: RegistryPerson[] = []
    for await (const { people: rows } of villages(isChosen)) found.push(...rows)
    expect(read).toBeLessThan(0.6 * readFileSync(path).length)
    expect(sorted(found)).toEqual(sorted(people.filter(one => ['33.24.14.2002', '33.24.14.2003'].includes(one.village?.code ?? ''))))
  })
})
