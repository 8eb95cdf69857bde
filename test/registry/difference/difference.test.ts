import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { buildRegistry } from '#registry/build'
import { openBase } from '#registry/difference/base-rows'
import { compareRows } from '#registry/difference/compare-rows'
import { DifferenceError, readDifference } from '#registry/difference/difference'
import { makeDifference } from '#registry/difference/make-difference'
import { factsOf } from '#registry/difference/person-facts'
import { bytesIn, type Snapshot, sumOf } from '#registry/snapshot/snapshot'
import type { RegistryPerson } from '#shared/registry/person'
import { person, registryPlace } from '../registry-file'
import { snapshotOf } from '../snapshot/in-villages'
import { twoEditions } from './next-edition'

const folder = mkdtempSync(join(tmpdir(), 'difference-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const [old, now, path] = ['old', 'now', 'difference'].map(name => join(folder, name)) as [string, string, string]

/** A difference of any size in a file; false where none can be made. */
async function writeDifference(to: string, ...editions: [Snapshot, Snapshot]): Promise<boolean> {
  const bytes = await makeDifference(...editions, Number.POSITIVE_INFINITY)
  if (bytes) writeFileSync(to, bytes)
  return bytes !== undefined
}

async function all(batches: AsyncIterable<RegistryPerson[]>): Promise<RegistryPerson[]> {
  const people: RegistryPerson[] = []
  for await (const batch of batches) people.push(...batch)
  return people
}
/** The rows of a snapshot as a desk holds them. */
const held = (people: RegistryPerson[], contentHash = '') => ({
  contentHash,
  rows: () => [people].values(),
  rowAt: (place: number) => people[place],
  close: () => undefined
})
const rowsOf = (snapshot: Snapshot) => all(snapshot.rows())
const laidOver = async (people: RegistryPerson[]) => all((await readDifference(bytesIn(path))).over(held(people)))
const village = (last: string) => ({ codeSet: 'kemendagri' as const, code: `33.24.14.${last}` })
const town = (count: number): RegistryPerson[] =>
  Array.from({ length: count }, (_, at) =>
    person(`WARGA ${at % 131}`, {
      village: village(String(2001 + (at % 4))),
      decile: 1 + (at % 10),
      kk: `33240101011${String(10_000 + (at >> 2))}`
    })
  )

describe('the difference between two editions', () => {
  it('laid over the first gives the second, row by row and in its order, whatever happened to the people', async () => {
    const seen = { left: 0, changed: 0, came: 0, moved: 0 }
    await fc.assert(
      fc.asyncProperty(twoEditions, async ({ before, after }) => {
        const [from, to] = [await snapshotOf(old, before, { period: '2026-T3' }), await snapshotOf(now, after)]
        expect(await writeDifference(path, from, to)).toBe(true)
        const made = await laidOver(await rowsOf(from))
        expect(made.map(factsOf)).toEqual((await rowsOf(to)).map(factsOf))
        expect(sumOf(made)).toBe(to.edition.contentHash)
        const { gone, changed, placed } = compareRows(await rowsOf(from), made)
        seen.left += gone.length
        seen.changed += changed.length
        seen.came += placed.filter(one => 'person' in one).length
        seen.moved += placed.filter(one => 'from' in one).length
      }),
      { numRuns: 100, seed: 20261122, endOnFailure: true }
    )
    expect(Object.values(seen).every(count => count > 20)).toBe(true)
  })

  it('makes the same registry file content as the whole snapshot does, and the next difference leads on from it', async () => {
    const place = registryPlace()
    const first = town(3000)
    const second = first
      .slice(10)
      .map((one, at) => (at % 20 === 0 ? { ...one, decile: 9 } : at % 33 === 0 ? { ...one, village: village('2003') } : one))
      .concat(person('BAYI BARU', { village: village('2002') }))
    const third = second.slice(0, -5).map((one, at) => (at % 7 === 0 ? { ...one, lifeStatus: 'dead' as const } : one))
    const build = (to: string, rows: AsyncIterable<RegistryPerson[]>, contentHash: string) =>
      buildRegistry({ ...place.request([]), path: to, rows, contentHash })
    const base = await snapshotOf(old, first)
    let desk = join(folder, 'desk-0.registry')
    await build(desk, base.rows(), base.edition.contentHash)
    let from = base
    for (const [n, people] of [second, third].entries()) {
      const to = await snapshotOf(`${now}${n}`, people)
      await writeDifference(path, from, to)
      const rows = openBase(desk, place.key)
      desk = join(folder, `desk-${n + 1}.registry`)
      const built = await build(desk, (await readDifference(bytesIn(path))).over(rows), to.edition.contentHash)
      rows.close()
      expect(built.contentHash).toBe(to.edition.contentHash)
      from = to
    }
  })

  it('says little where little changed, and nothing of villages in which nothing did', async () => {
    const people = town(4000)
    const from = await snapshotOf(old, people)
    await writeDifference(path, from, await snapshotOf(now, people))
    expect(statSync(path).size).toBeLessThan(2000)
    await writeDifference(
      path,
      from,
      await snapshotOf(
        now,
        people.map((one, at) => (at % 20 === 0 ? { ...one, decile: 1 } : one))
      )
    )
    expect(statSync(path).size).toBeLessThan(3000)
  })

  it('is not made between two sources, or without villages', async () => {
    const from = await snapshotOf(old, town(8))
    rmSync(path, { force: true })
    expect(await writeDifference(path, from, await snapshotOf(now, town(8), { source: 'DTKS' }))).toBe(false)
    expect(existsSync(path)).toBe(false)
  })

  it('is refused over other rows than it was made for: more, fewer, none', async () => {
    const people = town(400)
    const from = await snapshotOf(old, people)
    await writeDifference(path, from, await snapshotOf(now, people.slice(1, 300)))
    const rows = await rowsOf(from)
    for (const other of [rows.concat(people[0] ?? []), rows.slice(1), []]) await expect(laidOver(other)).rejects.toThrow(DifferenceError)
  })

  it('never builds a registry of rows that are not the promised ones, and leaves the one in service alone', async () => {
    const people = town(400)
    const place = registryPlace()
    const from = await snapshotOf(old, people)
    await buildRegistry({ ...place.request([]), rows: from.rows() })
    const before = readFileSync(place.path)
    const to = await snapshotOf(now, people.slice(1, 300))
    await writeDifference(path, from, to)
    const others = (await rowsOf(from)).map(one => ({ ...one, name: 'ORANG LAIN' }))
    const rows = (await readDifference(bytesIn(path))).over(held(others))
    const { contentHash } = to.edition
    await expect(buildRegistry({ ...place.request([]), rows, contentHash })).rejects.toMatchObject({ problem: 'other-content' })
    expect(readFileSync(place.path).equals(before)).toBe(true)
  })

  it('with any byte changed or cut off is refused, or its rows are not those that were promised', async () => {
    const people = town(300)
    const from = await snapshotOf(old, people)
    const to = await snapshotOf(
      now,
      people.slice(1, 280).map((one, at) => (at % 9 === 0 ? { ...one, decile: 2 } : one))
    )
    await writeDifference(path, from, to)
    const whole = readFileSync(path)
    const rows = await rowsOf(from)
    /** What a desk would come to: rows that are those that the difference itself promises, or nothing. */
    const made = async () => {
      try {
        const { target, over } = await readDifference(bytesIn(path))
        const sum = sumOf(await all(over(held(rows))))
        return sum === target.contentHash ? sum : 'refused'
      } catch (error) {
        return error instanceof DifferenceError ? 'refused' : String(error)
      }
    }
    for (let at = 0; at < whole.length; at += 13) {
      writeFileSync(path, whole.with(at, (whole[at] ?? 0) ^ 0x41))
      expect(['refused', to.edition.contentHash]).toContain(await made())
      writeFileSync(path, whole.subarray(0, at))
      expect(await made()).toBe('refused')
    }
    writeFileSync(path, 'NIK;NAMA')
    expect(await made()).toBe('refused')
  })

  it('is not made when it would be larger than is worth it', async () => {
    const people = town(4000)
    const from = await snapshotOf(old, people)
    const to = await snapshotOf(
      now,
      people.map(one => ({ ...one, decile: 9 }))
    )
    const { length } = (await makeDifference(from, to, Number.POSITIVE_INFINITY)) ?? []
    expect(await makeDifference(from, to, Number(length))).toHaveLength(Number(length))
    expect(await makeDifference(from, to, Number(length) - 1)).toBeUndefined()
  })
})
