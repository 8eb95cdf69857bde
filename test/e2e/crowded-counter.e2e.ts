import { expect, test } from '@playwright/test'
import * as counter from './support/counter'
import { type DeskApp, newFolder, openDeskApp, removeFolder } from './support/desk-app'
import { look } from './support/good-screen'
import { SAMPLE, setUpSample, signIn } from './support/sign-in'

let data: string
let desk: DeskApp

test.beforeEach(async () => {
  data = newFolder()
  desk = await openDeskApp(data)
  await setUpSample(desk.page)
  await signIn(desk.page, SAMPLE.frontOffice)
})
test.afterEach(async () => {
  await desk.close()
  removeFolder(data)
})

const LONG_WORD = 'Kusumodiningratwidyasastranegaraprawirasentanapurwadireja'

/** Ten of one family in the visit that is open, as other journeys register them one by one. */
const bringFamily = (desk: DeskApp) =>
  desk.page.evaluate(async longWord => {
    type Call = (input: object) => Promise<{ ok: true; value: { id: string } }>
    const api = (window as unknown as { desk: Record<'residents' | 'visits', Record<string, Call>> }).desk
    const visitId = /visits\/([0-9a-f-]+)/.exec(location.hash)?.[1]
    const nobody = { birthDate: null, religion: null, maritalStatus: null, occupation: null, motherName: null, phone: null }
    for (const n of Array.from({ length: 10 }, (_, i) => i)) {
      const resident = {
        ...{ ...nobody, name: `${'ABCDEFGHIJ'[n]}gus ${n ? 'Contoh' : longWord}`, nik: null, noNikReason: 'never-recorded' },
        ...{ nikOverrideReason: null, sex: 'male', birthPlace: null, phoneOwner: null, domicile: null, note: null },
        address: { line: 'Dusun Krajan', rt: null, rw: null, villageCode: null, postcode: null }
      }
      const made = await api.residents.register?.({ resident, family: null, differentFrom: [] })
      await api.visits.addParticipant?.({ visitId, residentId: made?.value.id, role: n ? 'applicant' : 'concerned', relation: null })
    }
  }, LONG_WORD)

test('ten people at the counter and five who are called at once leave every button in reach', async () => {
  const { page } = desk
  for (const n of [1, 2, 3, 4, 5, 6]) await counter.takeTicket(page, `Keperluan ${n}`)
  await counter.serveNext(page)
  await bringFamily(desk)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(LONG_WORD)
  const [title, steps] = [
    await page.getByRole('heading', { level: 1 }).boundingBox(),
    await page.getByRole('navigation', { name: 'Langkah' }).boundingBox()
  ]
  const width = await page.getByRole('heading', { level: 1 }).evaluate(heading => heading.scrollWidth)
  expect((title?.x ?? 0) + width).toBeLessThanOrEqual(steps?.x ?? 0)
  await expect(page.getByRole('button', { name: 'Selesaikan kunjungan' })).toBeInViewport({ ratio: 1 })
  await look(page, 'a visit of ten')

  await page.getByRole('button', { name: 'Kembalikan ke antrean' }).click()
  await expect(page.getByRole('list', { name: 'Umum' }).getByRole('button', { name: /^U-001/ })).toBeVisible()
  for (const left of [5, 4, 3, 2, 1]) {
    await page.keyboard.press('F4')
    await expect(page.getByRole('list', { name: 'Umum' }).getByRole('listitem')).toHaveCount(left)
  }
  await look(page, 'five called')
  const first = page.getByRole('button', { name: 'Tidak hadir' }).last()
  await first.scrollIntoViewIfNeeded()
  await first.click()
  await expect(page.getByRole('list', { name: 'Tidak hadir hari ini' }).getByRole('button', { name: /^U-001/ })).toBeAttached()
  expect(desk.errors).toEqual([])
})
