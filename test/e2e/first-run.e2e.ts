import { expect, test } from '@playwright/test'
import { newFolder, openDeskApp, removeFolder } from './support/desk-app'

test('an administrator sets up the office of another district by keyboard', async () => {
  const data = newFolder()
  const desk = await openDeskApp(data)
  const { page } = desk
  const press = (key: string) => page.keyboard.press(key)
  await press('Control+Enter')

  await expect(page.getByText('Ada 514 kabupaten/kota', { exact: false })).toBeVisible()
  await page.getByRole('combobox', { name: 'Kabupaten/kota' }).fill('tapin')
  await page.getByRole('option', { name: /Kabupaten Tapin/ }).waitFor()
  await press('Enter')
  await expect(page.getByLabel('Nama kantor')).toHaveValue(/Tapin/)
  await press('Control+Enter')

  await expect(page.getByRole('heading', { name: 'Kop surat', level: 1 })).toBeVisible()
  await page.getByLabel('Alamat kantor').fill('Jalan Contoh 1, Rantau')
  await press('Control+Enter')

  await expect(page.getByRole('heading', { name: 'Nomor surat', level: 1 })).toBeVisible()
  await page.getByLabel('Nomor pertama tahun ini').fill('37')
  await expect(page.getByText(/\/037\//)).toBeVisible()
  await press('Control+Enter')

  await expect(page.getByRole('heading', { name: 'Petugas', level: 1 })).toBeVisible()
  await press('F6')
  await page.getByLabel('Nama lengkap').fill('Contoh Norhasanah')
  await page.getByRole('checkbox', { name: 'Administrator' }).check()
  await page.getByRole('checkbox', { name: /manajer/i }).check()
  await page.getByLabel('PIN enam angka').fill('482915')
  await page.getByLabel('Ulangi PIN').fill('482915')
  await press('Control+Enter')
  await expect(page.getByText('Contoh Norhasanah')).toBeVisible()
  await press('Control+Enter')

  await expect(page.getByRole('heading', { name: 'Penanda tangan', level: 1 })).toBeVisible()
  await press('F6')
  await page.getByLabel('Nama dan gelar').fill('Contoh H. Rahmadi, S.Sos.')
  await page.getByLabel('Jabatan').fill('KEPALA DINAS SOSIAL KABUPATEN TAPIN')
  await press('Control+Enter')
  await expect(page.getByText('Contoh H. Rahmadi, S.Sos.')).toBeVisible()
  await press('Control+Enter')

  await expect(page.getByRole('heading', { name: 'Periksa', level: 1 })).toBeVisible()
  await press('Control+Enter')
  await page.getByRole('heading', { name: 'Siapa yang bertugas?' }).waitFor()
  await expect(page.getByText('Kabupaten Tapin').first()).toBeVisible()

  await press('Enter')
  await page.getByLabel('PIN enam angka').fill('482915')
  await expect(page.getByRole('heading', { name: 'Hari ini' })).toBeVisible()
  expect(desk.errors).toEqual([])
  await desk.close()
  removeFolder(data)
})
