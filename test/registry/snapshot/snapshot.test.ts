import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { CHUNK_BYTES, hashesOf, openSnapshot, SnapshotError, writeSnapshot } from '#registry/snapshot/snapshot'
import type { Edition } from '#shared/registry/edition'
import { ANSWER_CODE_SETS, EXCLUSIONS, LIFE_STATUSES, PROGRAMME_STATES, PROGRAMMES, type RegistryPerson } from '#shared/registry/person'
import { RELATIONS } from '#shared/residents/resident'

const folder = mkdtempSync(join(tmpdir(), 'snapshot-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const path = join(folder, 'registry.snapshot')

const editionOf = (rowCount: number): Edition => ({
  source: 'DTSEN',
  period: '2026-T4',
  takenOn: null,
  importedAt: 1,
  fileHash: null,
  rowCount,
  contentHash: 'a'.repeat(64)
})

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))
const words = fc
  .array(fc.constantFrom('SITI', 'Nur', 'Aminah', 'R.A.', 'Ma’ruf', 'é', '0'), { minLength: 1, maxLength: 4 })
  .map(list => list.join(' '))
const sixteen = fc.oneof(digits(16), fc.constantFrom('3324105708900001', '3324101708900002'))
const day = fc.constantFrom('1990-08-17', '1931-12-31', '2024-02-29', '1850-01-01')
const person: fc.Arbitrary<RegistryPerson> = fc.record({
  nik: fc.option(sixteen),
  nikText: fc.option(words),
  kk: fc.option(fc.oneof(digits(16), fc.constantFrom('3324100101100002', '3324100101100003'))),
  familyId: fc.option(words),
  name: words,
  birthDate: fc.option(day),
  birthText: fc.option(words),
  birthPlace: fc.option(words),
  sex: fc.constantFrom(null, 'male' as const, 'female' as const),
  relation: fc.option(fc.constantFrom(...RELATIONS)),
  motherName: fc.option(words),
  headName: fc.option(words),
  addressLine: fc.option(words),
  rt: fc.option(digits(3)),
  rw: fc.option(digits(3)),
  village: fc.option(
    fc.constantFrom({ codeSet: 'kemendagri' as const, code: '33.24.14.2001' }, { codeSet: 'bps' as const, code: '3324140001' })
  ),
  decile: fc.option(fc.integer({ min: 1, max: 10 })),
  programmes: fc.dictionary(fc.constantFrom(...PROGRAMMES), fc.constantFrom(...PROGRAMME_STATES)).map(one => ({ ...one })),
  exclusions: fc.option(fc.subarray([...EXCLUSIONS])),
  exclusionText: fc.option(words),
  lifeStatus: fc.option(fc.constantFrom(...LIFE_STATUSES)),
  codeSet: fc.constantFrom(...ANSWER_CODE_SETS)
})

const sorted = (people: readonly RegistryPerson[]): string[] => people.map(one => JSON.stringify(one, Object.keys(one).sort())).sort()
async function readAll(from: string): Promise<RegistryPerson[]> {
  const people: RegistryPerson[] = []
  for await (const batch of (await openSnapshot(from)).rows()) people.push(...batch)
  return people
}

describe('a snapshot', () => {
  it('gives every row back as it was, whatever the rows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(person, { maxLength: 40 }), async people => {
        await writeSnapshot(path, editionOf(people.length), [people])
        expect((await openSnapshot(path)).edition).toEqual(editionOf(people.length))
        expect(sorted(await readAll(path))).toEqual(sorted(people))
      }),
      { numRuns: 150 }
    )
  })

  it('is the same bytes for the same rows, and its manifest names every chunk', async () => {
    const people = fc.sample(person, { numRuns: 3000, seed: 7 })
    const first = await writeSnapshot(path, editionOf(3000), [people.slice(0, 1700), people.slice(1700)])
    const again = await writeSnapshot(`${path}2`, editionOf(3000), [people])
    expect(again).toEqual(first)
    expect(first.bytes).toBe(readFileSync(path).length)
    expect(first.chunks.length).toBe(Math.ceil(first.bytes / CHUNK_BYTES))
    expect(await hashesOf(path)).toEqual({ bytes: first.bytes, hash: first.hash, chunks: first.chunks })
  })

  it('is refused when it is cut off, damaged, or something else', async () => {
    const people = fc.sample(person, { numRuns: 500, seed: 7 })
    await writeSnapshot(path, editionOf(500), [people])
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
    await writeSnapshot(broken, editionOf(501), [people])
    await expect(readAll(broken)).rejects.toThrow(SnapshotError)
  })

  it('never reads damaged bytes for good ones without anybody noticing: the hashes tell', async () => {
    const people = fc.sample(person, { numRuns: 200, seed: 9 })
    const { hash } = await writeSnapshot(path, editionOf(200), [people])
    const bytes = readFileSync(path)
    bytes[bytes.length - 30] = (bytes[bytes.length - 30] ?? 0) ^ 1
    writeFileSync(path, bytes)
    expect((await hashesOf(path)).hash).not.toBe(hash)
  })

  it('leaves nothing behind when the disk is full', async () => {
    const full = join(folder, 'full')
    symlinkSync('/dev/full', full)
    await expect(writeSnapshot(full, editionOf(1), [fc.sample(person, 1)])).rejects.toMatchObject({ code: 'ENOSPC' })
  })
})
