import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { newFolder, openDeskApp, removeFolder } from './support/desk-app'
import { confirmTogether, SAMPLE, setUpSample, signIn } from './support/sign-in'

/** Where pictures go when somebody wants to look at them. */
const shots = process.env.SHOTS
let root: string
test.beforeEach(() => {
  root = newFolder()
  for (const name of ['data', 'DISK']) mkdirSync(join(root, name))
})
test.afterEach(() => removeFolder(root))

/** What is left, but for Chromium's own files. */
const leftIn = (folder: string): string[] => readdirSync(folder).filter(name => name !== 'chromium')

test('a PC that leaves the office is erased by two officers, stays erased, and becomes a new desk only when it is asked to', async () => {
  const [data, disk] = [join(root, 'data'), join(root, 'DISK')]
  const desk = await openDeskApp(data, { LOKET_DRIVES: disk })
  const { page } = desk
  await setUpSample(page)
  await signIn(page, SAMPLE.administrator)
  await page.getByRole('link', { name: 'Pengaturan' }).click()
  await page.getByRole('tab', { name: 'Cadangan' }).click()
  await page.getByRole('button', { name: 'Pilih disk kedua' }).click()
  await page.getByRole('button', { name: 'Pakai disk ini' }).click()
  await expect(page.getByText('Buku harian juga ditulis di')).toBeVisible()
  await page.getByRole('tab', { name: 'PC ini' }).click()
  await expect(page.getByText('hal hanya ada di komputer ini')).toBeVisible()
  if (shots) await page.screenshot({ path: join(shots, 'erase-settings.png') })
  await page.getByRole('button', { name: 'Hapus perangkat ini' }).click()
  const dialog = page.getByRole('dialog', { name: 'Hapus perangkat ini untuk selamanya?' })
  const asked = await dialog.getByText(/^Ketik: /).innerText()
  await expect(dialog.getByRole('button', { name: 'Hapus perangkat ini' })).toBeDisabled()
  await dialog.getByRole('textbox').fill('hapus a')
  await expect(dialog.getByRole('button', { name: 'Hapus perangkat ini' })).toBeDisabled()
  await dialog.getByRole('textbox').fill(asked.replace('Ketik: ', ''))
  if (shots) await page.screenshot({ path: join(shots, 'erase-dialog.png') })
  await page.keyboard.press('Control+Enter')
  await confirmTogether(page, SAMPLE.manager)
  await expect(page.getByRole('heading', { name: 'Perangkat ini sudah dihapus' })).toBeVisible()
  if (shots) await page.screenshot({ path: join(shots, 'erased.png') })
  expect(leftIn(data)).toEqual(['dihapus.json'])
  expect(readdirSync(disk, { recursive: true })).toEqual(['loket-slrt-jurnal'])
  expect(desk.errors).toEqual([])
  await desk.close()
  expect(leftIn(data)).toEqual(['dihapus.json'])

  const again = await openDeskApp(data, { LOKET_DRIVES: disk })
  await expect(again.page.getByRole('heading', { name: 'Perangkat ini sudah dihapus' })).toBeVisible()
  await expect(again.page.getByRole('button', { name: 'Terima warga sekarang' })).toHaveCount(0)
  if (shots) {
    await again.page.getByRole('button', { name: 'English' }).click()
    await again.page.screenshot({ path: join(shots, 'erased-en.png') })
    await again.page.getByRole('button', { name: 'Indonesia' }).click()
  }
  expect(leftIn(data)).toEqual(['dihapus.json'])
  await again.page.getByRole('button', { name: 'Siapkan sebagai loket baru' }).click()
  await expect(again.page.getByRole('button', { name: 'Coba dengan kantor contoh' })).toBeVisible()
  expect(existsSync(join(data, 'dihapus.json'))).toBe(false)
  await setUpSample(again.page)
  await again.close()
})
