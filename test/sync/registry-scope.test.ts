import { createReadStream, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { publishRegistry } from '#server/files/publish-registry'
import type { RegistryPerson } from '#shared/registry/person'
import { givenResident, givenVisit } from '#test/support/given'
import { registryPerson } from '#test/support/given-registry'
import { actAs, type TestDesk, testDesk, value } from '#test/support/test-desk'
import { snapshotOf } from '../registry/snapshot/in-villages'
import { type District, districtNow, firstDesk, KENDAL, openDistrict, sync } from './support/district'

const folder = mkdtempSync(join(tmpdir(), 'scope-'))
const snapshot = join(folder, 'registry.slrs')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const [HERE, NEXT, ABSENT] = ['33.24.14.2006', '33.24.14.2007', '33.24.14.2008'] as const
const village = (code: string) => ({ codeSet: 'kemendagri' as const, code })
const someone = (serial: number, name: string, more: Partial<RegistryPerson> = {}): RegistryPerson =>
  registryPerson({ nik: `33241011089000${serial}`, kk: `33241412031500${serial}`, name: `${name} CONTOH`, ...more })
const SHARED = '3324141203150077'
/** Two villages, and a family of which one lives in each. */
const people = (decile: number): RegistryPerson[] => [
  someone(11, 'SUTRISNO', { village: village(HERE), decile }),
  someone(12, 'NGATINAH', { village: village(HERE) }),
  someone(21, 'WAHYUDI', { village: village(NEXT), decile }),
  someone(31, 'SLAMET', { village: village(HERE), kk: SHARED, relation: 'head' }),
  someone(32, 'ENDANG', { village: village(NEXT), kk: SHARED, relation: 'wife' }),
  someone(41, 'BUDIYONO', { village: null }),
  someone(51, 'KHOIRUL', { village: village('33.24.01.2001') }),
  someone(52, 'ANAM', { village: village('33.24.02.2001'), kk: '3324141203150051' }),
  someone(53, 'ROHMAN', { village: village('33.24.01.2001'), kk: '3324141203150051' })
]
async function publish(district: District, period: string, decile: number) {
  await snapshotOf(snapshot, people(decile), { period })
  const about = { district: KENDAL, name: 'registry', label: `DTSEN ${period}`, now: districtNow() } as const
  return publishRegistry(district.server, about, () => createReadStream(snapshot), snapshot)
}
async function fetched(desk: TestDesk): Promise<void> {
  await sync(desk)
  await desk.desk.sync.rest()
}
async function serve(desk: TestDesk, villages: string[] | null) {
  await actAs(desk, 'administrator')
  return desk.api.extracts.serve({ villages })
}
const names = ({ desk }: TestDesk) =>
  desk.registry.ask(registry => [...registry.rows()].flatMap(rows => rows.map(({ name }) => name.replace(' CONTOH', ''))).sort())
const held = async ({ api }: TestDesk) => value(await api.extracts.held({}))

it('[R8] a desk that serves villages holds their people and their whole families, and nothing else of the district', async () => {
  const district = await openDistrict()
  const desk = await firstDesk(district)
  value(await serve(desk, [HERE]))
  const { manifest } = await publish(district, '2026-T3', 3)
  await fetched(desk)
  expect(names(desk)).toEqual(['ENDANG', 'NGATINAH', 'SLAMET', 'SUTRISNO'])
  expect(desk.desk.registry.ask(({ edition }) => edition.scope)).toEqual({ villages: [HERE], of: manifest.registry?.content })
  expect(readdirSync(join(desk.data, 'district-files')).filter(name => name.startsWith('registry') && name.endsWith('.file'))).toEqual([])
  expect((await held(desk)).editions[0]?.facts).toMatchObject({ people: 4, isPart: true })
  expect(value(await desk.api.registry.state({}))).toMatchObject({ kind: 'ready', onlyVillages: 1 })
  // the next edition comes as a part of the whole, never as a difference
  await publish(district, '2026-T4', 4)
  await fetched(desk)
  expect(names(desk)).toHaveLength(4)
  expect(desk.desk.registry.ask(({ edition }) => edition.period)).toBe('2026-T4')
  await fetched(desk)
  expect(desk.reported).toEqual([])
})

it('[R8] choosing other villages, or all, takes the district’s edition anew; until then the old one answers', async () => {
  const district = await openDistrict()
  const desk = await firstDesk(district)
  await publish(district, '2026-T4', 3)
  await fetched(desk)
  expect(names(desk)).toHaveLength(9)
  value(await serve(desk, [NEXT]))
  await fetched(desk)
  expect(names(desk)).toEqual(['ENDANG', 'SLAMET', 'WAHYUDI'])
  await district.close()
  value(await serve(desk, [NEXT, HERE]))
  expect(names(desk)).toEqual(['ENDANG', 'SLAMET', 'WAHYUDI'])
  expect((await held(desk)).incoming?.have).toBe(0)
  await district.open()
  await fetched(desk)
  expect(names(desk)).toEqual(['ENDANG', 'NGATINAH', 'SLAMET', 'SUTRISNO', 'WAHYUDI'])
  value(await serve(desk, null))
  await fetched(desk)
  expect(names(desk)).toHaveLength(9)
  await publish(district, '2027-T1', 5)
  await fetched(desk)
  expect(desk.desk.registry.ask(({ edition }) => edition.period)).toBe('2027-T1')
})

it('[R8] a village of which the district has nobody is named, and where it is the only one the old edition stays', async () => {
  const district = await openDistrict()
  const desk = await firstDesk(district)
  value(await serve(desk, [HERE, ABSENT]))
  await publish(district, '2026-T4', 3)
  await fetched(desk)
  expect((await held(desk)).served?.map(({ code, isMissing }) => [code, isMissing])).toEqual([
    [HERE, false],
    [ABSENT, true]
  ])
  value(await serve(desk, [ABSENT]))
  await fetched(desk)
  expect(names(desk)).toHaveLength(4)
  expect(value(await desk.api.sync.status({})).files.find(({ name }) => name === 'registry')?.next?.trouble).toBe('no-villages')
})

it('[R8] no choice is refused, as is a village that does not exist, and whoever does not administer', async () => {
  const desk = await firstDesk(await openDistrict())
  expect(await serve(desk, [])).toMatchObject({ ok: false, problem: { kind: 'invalid-input' } })
  expect(await serve(desk, ['33.24.14.9999'])).toMatchObject({ ok: false, problem: { kind: 'unknown-village' } })
  expect(await serve(desk, ['33.24.14'])).toMatchObject({ ok: false })
  await actAs(desk, 'front-office')
  expect(await desk.api.extracts.serve({ villages: [HERE] })).toMatchObject({ ok: false, problem: { kind: 'not-allowed' } })
  expect((await held(desk)).served).toBeNull()
})

/** As a version before kept the choice: in a file beside the register. */
async function reopenedWith(desk: TestDesk, scope: string): Promise<TestDesk> {
  await desk.close()
  writeFileSync(join(desk.desk.registry.folder, 'scope.json'), scope)
  const again = await testDesk({ folder: desk.data })
  await actAs(again, 'administrator')
  return again
}

it('[R8] a choice that an earlier version left in a file moves into the log, and the desk holds what it held', async () => {
  const district = await openDistrict()
  const first = await firstDesk(district)
  await publish(district, '2026-T3', 3)
  await fetched(first)
  const desk = await reopenedWith(first, JSON.stringify([HERE]))
  expect((await held(desk)).served?.map(({ code }) => code)).toEqual([HERE])
  expect(existsSync(join(desk.desk.registry.folder, 'scope.json'))).toBe(false)
  await publish(district, '2026-T4', 4)
  await fetched(desk)
  expect([names(desk)?.length, (await held(desk)).servedBy]).toEqual([4, expect.objectContaining({ kind: 'desk', officerName: null })])
  // the district takes the change, though no officer made it
  expect(value(await desk.api.sync.status({}))).toMatchObject({ unsent: 0, refused: 0, waiting: 0 })
})

it('[R8] a choice that can no longer be read lets nothing in, and what is here stays', async () => {
  const district = await openDistrict()
  const first = await firstDesk(district)
  await publish(district, '2026-T3', 3)
  await fetched(first)
  const desk = await reopenedWith(first, '["33.2')
  await publish(district, '2026-T4', 4)
  await fetched(desk)
  expect([names(desk)?.length, (await held(desk)).served]).toEqual([9, []])
  expect(desk.desk.registry.ask(({ edition }) => edition.period)).toBe('2026-T3')
  value(await serve(desk, [HERE]))
  await fetched(desk)
  expect(desk.desk.registry.ask(({ edition }) => [edition.period, edition.rowCount])).toEqual(['2026-T4', 4])
})

it('[R8] nobody is noted as not listed because this desk holds some villages only; who is found is', async () => {
  const district = await openDistrict()
  const desk = await firstDesk(district)
  value(await serve(desk, [HERE]))
  await publish(district, '2026-T4', 3)
  await fetched(desk)
  await actAs(desk, 'front-office')
  const visitId = (await givenVisit(desk.api)).id
  const lookUp = async (nik: string, name: string) => {
    const { id: residentId } = await givenResident(desk.api, { nik, name })
    return value(await desk.api.registry.lookUp({ visitId, purpose: 'service', by: { kind: 'resident', residentId } }))
  }
  const unknown = await lookUp(someone(21, '').nik ?? '', 'Wahyudi Contoh')
  expect(unknown).toMatchObject({ person: null, check: null, state: { onlyVillages: 1 } })
  expect(await lookUp(someone(11, '').nik ?? '', 'Sutrisno Contoh')).toMatchObject({ check: { isListed: true, decile: 3 } })
})
