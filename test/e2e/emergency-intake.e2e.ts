import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { expectWholeLog } from './support/check-log'
import { newFolder, openDeskApp, removeFolder } from './support/desk-app'
import { SAMPLE, setUpSample, signIn } from './support/sign-in'

/** Where pictures go when somebody wants to look at them. */
const shots = process.env.SHOTS

test('residents are taken in while the data are damaged, and enter the log when the desk is open again', async () => {
  const data = newFolder()
  const first = await openDeskApp(data)
  await setUpSample(first.page)
  await first.close()
  const file = join(data, 'desk.db')
  const bytes = readFileSync(file)
  bytes.fill(0xaa, 8192, 12288)
  writeFileSync(file, bytes)

  const { page, close } = await openDeskApp(data)
  const look = async (name: string) => shots && (await page.screenshot({ path: join(shots, `${name}.png`) }))
  await expect(page.getByText('Berkas data rusak dan tidak dapat dibaca seluruhnya.')).toBeVisible()
  await look('recovery-id')
  await page.locator('button[lang=en]').click()
  await look('recovery-en')
  await page.locator('button[lang=id]').click()
  const began = Date.now()
  await page.getByRole('button', { name: 'Terima warga sekarang' }).click()
  await page.getByLabel('Petugas yang mencatat').fill('Rina')
  for (const [name, number] of [
    ['Kasiyem Buatan', 'D-001'],
    ['Parjo Buatan', 'D-002']
  ] as const) {
    await page.getByLabel('Nama warga').fill(name)
    await page.getByText('Perempuan').click()
    await page.getByLabel('Alamat dan desa').fill('Dusun Krajan, Kebonharjo')
    await page.getByLabel('Keperluan').fill('BPJS mati')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText(`${number} untuk ${name}.`)).toBeVisible()
  }
  expect(Date.now() - began).toBeLessThan(60_000)
  await look('intake-id')
  await page.getByRole('button', { name: 'Kembali ke pemulihan' }).click()
  await page.getByRole('button', { name: 'Pulihkan sekarang' }).click()
  await page.getByRole('button', { name: 'Buka loket' }).click()
  await signIn(page, SAMPLE.frontOffice)
  await page.getByRole('button', { name: 'Lihat catatan' }).click()
  await look('intake-list')
  for (const taken of [1, 2]) {
    await page.getByRole('button', { name: 'Masukkan', exact: true }).first().click()
    await expect(page.getByText('Sudah dimasukkan', { exact: true })).toHaveCount(taken)
  }
  await look('intake-taken')
  await close()
  expectWholeLog(data)
  removeFolder(data)
})
