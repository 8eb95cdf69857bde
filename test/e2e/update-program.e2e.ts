import { randomBytes } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { type DeskApp, newFolder, openDeskApp, removeFolder } from './support/desk-app'
import { type DistrictServer, startDistrict } from './support/district-server'
import { look } from './support/good-screen'
import { type Published, publish } from './support/published'
import { joinSample, sendNow } from './support/replication'
import { SAMPLE, setUpSample, signIn } from './support/sign-in'

let district: DistrictServer
let published: Published
let desk: DeskApp
const open = (data: string) => openDeskApp(data, { ...district.offer, ...published.env }, published.program)

test.beforeEach(async () => {
  district = await startDistrict()
  published = publish()
  published.becomes('0.1.0')
  desk = await open(newFolder())
})
test.afterEach(async () => {
  await desk.close()
  removeFolder(desk.data)
  published.remove()
  await district.remove()
})

async function openProgram(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Layar' }).getByRole('link', { name: 'Pengaturan' }).click()
  await page.getByRole('tab', { name: 'Program' }).click()
}

test('F37: a version that its publisher signed comes from the district, is installed after a copy of the data, and goes on with them', async () => {
  const { page, data, app } = desk
  await setUpSample(page)
  await signIn(page, SAMPLE.administrator)
  await joinSample(page)
  await openProgram(page)
  await expect(page.getByText('Belum ada versi yang lebih baru.')).toBeVisible()

  const installer = randomBytes(150_000)
  district.command('program', published.release('0.2.0', installer))
  await sendNow(page)
  await openProgram(page)
  await expect(page.getByText('Versi 0.2.0 siap dipasang', { exact: true })).toBeVisible({ timeout: 30_000 })
  await look(page, 'program-ready')
  await page.keyboard.press('F6')
  const dialog = page.getByRole('dialog', { name: 'Pasang versi 0.2.0 sekarang?' })
  await expect(dialog.getByText('Cadangan baru dibuat dan diperiksa.')).toBeVisible()
  const ended = app.waitForEvent('close')
  await page.keyboard.press('Control+Enter')
  await ended
  await expect.poll(() => published.opened()?.equals(installer)).toBe(true)

  published.becomes('0.2.0')
  desk = await open(data)
  await signIn(desk.page, SAMPLE.administrator)
  await openProgram(desk.page)
  await expect(desk.page.getByText(/, sebelumnya versi 0\.1\.0$/)).toBeVisible()
  await expect(desk.page.getByText('Belum ada versi yang lebih baru.')).toBeVisible()
  expect(desk.errors).toEqual([])
})
