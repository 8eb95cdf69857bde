import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { publish } from '#server/files/publish'
import type { RegistryPerson } from '#shared/registry/person'
import { registryHead, registryPerson } from '#test/support/given-registry'
import { type TestDesk, value } from '#test/support/test-desk'
import { snapshotOf } from '../registry/snapshot/in-villages'
import { type District, districtNow, firstDesk, KENDAL, openDistrict, sync } from './support/district'

const folder = mkdtempSync(join(tmpdir(), 'registry-'))
const snapshot = join(folder, 'registry.snapshot')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const writeAll = (people: RegistryPerson[], period: string) => snapshotOf(snapshot, people, { period })
const publishIt = (district: District, label: string) =>
  publish(district.server, { district: KENDAL, name: 'registry', label, now: districtNow() }, () => createReadStream(snapshot))
/** One conversation, and what is fetched behind it. */
async function fetched(desk: TestDesk): Promise<void> {
  await sync(desk)
  await desk.desk.sync.rest()
}
const NIK = registryPerson().nik ?? ''
const found = ({ desk }: TestDesk) =>
  desk.registry.ask(registry => ({ period: registry.edition.period, names: registry.byNik(NIK).map(({ name }) => name) }))
const standing = async ({ api }: TestDesk) => value(await api.sync.status({})).files.find(({ name }) => name === 'registry')

describe('the register that the district hands out', () => {
  it('[R4] is found at the desk as soon as its last piece is there, and a later edition takes its place', async () => {
    const district = await openDistrict()
    const desk = await firstDesk(district)
    expect(found(desk)).toBeUndefined()
    await writeAll([registryHead(), registryPerson()], '2026-T3')
    await publishIt(district, 'DTSEN 2026-T3')
    await fetched(desk)
    expect(found(desk)).toEqual({ period: '2026-T3', names: ['SITI AMINAH CONTOH'] })
    await writeAll([registryHead(), registryPerson({ name: 'SITI AMINAH' })], '2026-T4')
    await publishIt(district, 'DTSEN 2026-T4')
    await fetched(desk)
    expect(found(desk)).toEqual({ period: '2026-T4', names: ['SITI AMINAH'] })
    expect(await standing(desk)).toMatchObject({ held: { label: 'DTSEN 2026-T4' }, next: null })
  })

  it('[R4] stays as it was when what came is no register', async () => {
    const district = await openDistrict()
    const desk = await firstDesk(district)
    await writeAll([registryPerson()], '2026-T3')
    await publishIt(district, 'DTSEN 2026-T3')
    await fetched(desk)
    writeFileSync(snapshot, 'NIK;NAMA')
    await publishIt(district, 'not one')
    await fetched(desk)
    expect(found(desk)).toEqual({ period: '2026-T3', names: ['SITI AMINAH CONTOH'] })
    expect(await standing(desk)).toMatchObject({ held: { label: 'DTSEN 2026-T3' }, next: { trouble: 'unusable' } })
  })
})
