import { join } from 'node:path'
import { _electron, expect, type Page, test } from '@playwright/test'
import { findElectron } from '../../scripts/electron-path.mjs'
import { SITI } from './support/counter'
import { newFolder, removeFolder } from './support/desk-app'
import { SAMPLE, setUpSample, signIn } from './support/sign-in'
import { welcome } from './support/visit'

test('a visitor checks on a screen of their own what the officer typed, and says how it was', async () => {
  const data = newFolder()
  const args = [join(import.meta.dirname, '../..'), '--data', data, '--windowed', '--visitor']
  const app = await _electron.launch({ executablePath: findElectron().path, args })
  const pages = new Map<string, Page>()
  await expect
    .poll(async () => {
      for (const page of app.windows()) pages.set(await page.title(), page)
      return ['Layar tamu', 'Loket SLRT'].every(title => pages.has(title))
    })
    .toBe(true)
  const [desk, visitor] = [pages.get('Loket SLRT') as Page, pages.get('Layar tamu') as Page]
  await desk.setViewportSize({ width: 1366, height: 768 })
  await visitor.setViewportSize({ width: 1024, height: 640 })

  for (const page of [desk, visitor]) {
    const refused = await page.evaluate(() =>
      ['dragstart', 'dragover', 'drop'].map(kind => !document.body.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true })))
    )
    expect(refused, 'nothing is dragged in or out').toEqual([true, true, true])
  }

  await setUpSample(desk)
  await signIn(desk, SAMPLE.frontOffice)
  await welcome(desk, SITI)
  await expect(visitor.getByRole('heading', { name: 'Selamat datang' })).toBeVisible()
  expect(
    await visitor.evaluate(() => [
      'desk' in globalThis,
      'sheet' in globalThis,
      Object.keys((globalThis as unknown as { visitor: object }).visitor)
    ])
  ).toEqual([false, false, ['onPage', 'answer']])

  await desk.getByRole('button', { name: 'Layar tamu' }).click()
  await desk.getByRole('button', { name: 'Minta tamu memeriksa' }).click()
  await expect(visitor.getByText(SITI.name)).toBeVisible()
  await expect(visitor.getByText('Desa Kebonharjo, Kecamatan Patebon', { exact: false })).toBeVisible()
  await expect(visitor.getByText(SITI.nik.slice(0, 4), { exact: false })).toHaveCount(0)
  if (process.env.SHOTS) await visitor.screenshot({ path: join(process.env.SHOTS, 'layar-tamu.png') })
  if (process.env.SHOTS) await desk.screenshot({ path: join(process.env.SHOTS, 'layar-tamu-petugas.png') })
  await visitor.getByRole('button', { name: 'PERBAIKI' }).click()
  await expect(desk.getByText('Tamu menekan PERBAIKI', { exact: false })).toBeVisible()
  await expect(visitor.getByText(SITI.name)).toHaveCount(0)

  await desk.getByRole('button', { name: 'Minta penilaian' }).click()
  await visitor.getByRole('button', { name: 'Sangat puas' }).click()
  await expect(desk.getByText('1 sangat puas', { exact: false })).toBeVisible()
  await expect(desk.getByText('Tamu sudah memberi penilaian.')).toBeVisible()

  for (const part of ['NIK', 'Nomor HP']) await desk.getByRole('checkbox', { name: part }).check()
  await desk.getByRole('button', { name: 'Minta tamu memeriksa' }).click()
  await expect(visitor.getByText(SITI.name)).toBeVisible()
  for (const button of ['PERBAIKI', 'BENAR']) await expect(visitor.getByRole('button', { name: button })).toBeInViewport({ ratio: 1 })
  if (process.env.SHOTS) await visitor.screenshot({ path: join(process.env.SHOTS, 'layar-tamu-semua.png') })
  await desk.keyboard.press('Control+l')
  await expect(visitor.getByRole('heading', { name: 'Selamat datang' })).toBeVisible()
  await expect(visitor.getByText(SITI.name)).toHaveCount(0)
  await app.close()
  removeFolder(data)
})
