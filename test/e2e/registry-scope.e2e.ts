import { expect, type Page, test } from '@playwright/test'
import { type DeskApp, newFolder, openDeskApp, removeFolder } from './support/desk-app'
import { look } from './support/good-screen'
import { SAMPLE, setUpSample, signIn } from './support/sign-in'

let desk: DeskApp
test.beforeEach(async () => {
  desk = await openDeskApp(newFolder())
})
test.afterEach(async () => {
  await desk.close()
  removeFolder(desk.data)
})

const both = async (page: Page, name: string) => {
  await look(page, name)
}

test('the administrator chooses by keys alone which villages this desk holds', async () => {
  const { page } = desk
  await setUpSample(page)
  await signIn(page, SAMPLE.administrator)
  await page.getByRole('link', { name: /Data terpadu/ }).press('Enter')
  await expect(page.getByText('Seluruh kabupaten: semua desa')).toBeVisible()
  await page.getByRole('button', { name: 'Ubah cakupan' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Cakupan loket ini' })
  await dialog.getByRole('radio', { name: /Desa tertentu/ }).press('Space')
  await expect(dialog.getByRole('button', { name: /Simpan cakupan/ })).toBeDisabled()
  for (const name of ['Kebonharjo', 'Lanji']) {
    await dialog.getByRole('combobox', { name: /Tambah desa/ }).fill(name)
    await page.getByRole('option').first().waitFor()
    await dialog.getByRole('combobox', { name: /Tambah desa/ }).press('Enter')
    await expect(dialog.getByRole('listitem').filter({ hasText: name })).toBeVisible()
    await expect(dialog.getByRole('combobox', { name: /Tambah desa/ })).toBeFocused()
  }
  await both(page, 'choosing-villages')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText(/Hanya desa yang dilayani loket ini: .*Lanji.*Kebonharjo/)).toBeVisible()
  await both(page, 'villages-held')
})
