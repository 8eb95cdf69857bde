import { createReadStream, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { makeBallast } from '#main/space/ballast'
import { publishRegistry } from '#server/files/publish-registry'
import { givenCase, givenLetterOrder, givenResident } from '#test/support/given'
import { registryHead, registryPerson } from '#test/support/given-registry'
import { leaks } from '#test/support/leaks'
import { type TestDesk, value } from '#test/support/test-desk'
import { snapshotOf } from '../registry/snapshot/in-villages'
import { type District, districtNow, firstDesk, KENDAL, openDistrict, sync } from './support/district'
import { eachWithStick } from './support/stick'

const stick = eachWithStick()
const folder = mkdtempSync(join(tmpdir(), 'canary-district-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const CANARY = ['Kenarikuning Zebrabelang', '3324105708906543', '3324100101106543', 'Dusun Ularsanca']
const [NAME = '', NIK = '', KK = '', LINE = ''] = CANARY
const people = (edition: number) => [
  registryHead(),
  registryPerson({ name: NAME.toUpperCase(), nik: NIK, kk: KK, addressLine: LINE, decile: edition }),
  ...Array.from({ length: 300 }, (_, at) => registryPerson({ nik: `33241057089${String(10_000 + at)}`, name: `SUTRISNO CONTOH ${at % 7}` }))
]

async function publish(district: District, edition: number) {
  const file = join(folder, 'registry.slrs')
  await snapshotOf(file, people(edition), { period: `2026-T${edition}` })
  const about = { district: KENDAL, name: 'registry', label: `DTSEN 2026-T${edition}`, now: districtNow() } as const
  return publishRegistry(district.server, about, () => createReadStream(file), file)
}
async function fetched({ api, desk, reported }: TestDesk): Promise<void> {
  await sync({ api, reported })
  await desk.sync.rest()
}
const differencesLeft = () => readdirSync(tmpdir()).filter(name => name.startsWith('loket-difference-'))

it('[F33] the register on a desk, its pieces and differences, packs on a stick and the ballast hold no word of anybody', async () => {
  const before = differencesLeft()
  const district = await openDistrict()
  const at = await firstDesk(district)
  await publish(district, 1)
  await fetched(at)
  expect(leaks(at.data, CANARY)).toEqual([])
  await publish(district, 2)
  // what leads from one edition to the next was made in a folder of its own, which is gone
  expect(differencesLeft().filter(name => !before.includes(name))).toEqual([])
  await fetched(at)
  expect(at.desk.registry.ask(({ edition, byNik }) => [edition.period, byNik(NIK)[0]?.decile])).toEqual(['2026-T2', 2])
  const resident = await givenResident(at.api, {
    name: NAME,
    nik: NIK,
    address: { line: LINE, rt: null, rw: null, villageCode: null, postcode: null }
  })
  const found = await givenCase(at.api, { residentId: resident.id })
  value(await at.api.letters.issue(await givenLetterOrder(at.api, found.id)))
  const { file } = await stick().write(at)
  const { code, said } = await stick().pack(district, '--in', stick().path(file))
  expect(code, said).toBe(0)
  value(await at.api.backups.copyToStick({ drive: stick().folder }))
  await makeBallast(at.data)
  const names = (readdirSync(at.data, { recursive: true }) as string[]).join('\n')
  for (const kind of [/\.registry$/m, /district-files.*\.file$/m, /^ballast$/m, /\.backup$/m]) expect(names).toMatch(kind)
  expect(
    stick()
      .files()
      .filter(name => name.endsWith('.pack')).length
  ).toBeGreaterThan(1)
  expect(leaks(at.data, CANARY)).toEqual([])
  expect(leaks(stick().folder, CANARY)).toEqual([])
  await at.close()
  expect(leaks(at.data, CANARY)).toEqual([])
})
