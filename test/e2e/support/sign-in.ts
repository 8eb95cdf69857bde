import type { Page } from '@playwright/test'

export const SAMPLE_PIN = '123456'
export const SAMPLE = {
  frontOffice: 'Contoh Ratna Wulandari',
  backOffice: 'Contoh Bagus Prasetyo',
  manager: 'Contoh Endang Susilowati',
  administrator: 'Contoh Arif Nugroho'
} as const

/** First run with the sample office, up to the sign-in screen. */
export async function setUpSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Coba dengan kantor contoh' }).click()
  await page.getByRole('heading', { name: 'Siapa yang bertugas?' }).waitFor()
}

export async function signIn(page: Page, name: string): Promise<void> {
  await page.getByRole('option', { name }).or(page.getByRole('button', { name })).first().click()
  await page.getByLabel('PIN enam angka').fill(SAMPLE_PIN)
  await page.getByRole('navigation', { name: 'Layar' }).waitFor()
}

/** A colleague confirms in the dialog that opens by itself. */
export async function confirmTogether(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Perlu konfirmasi petugas kedua' })
  const who = dialog.getByRole('combobox', { name: 'Petugas yang mengonfirmasi' })
  await who.waitFor()
  if ((await who.inputValue()) !== name) {
    await who.fill(name)
    await page.getByRole('option', { name }).click()
  }
  await dialog.getByLabel('PIN rekan Anda').fill(SAMPLE_PIN)
  await dialog.getByRole('button', { name: 'Konfirmasi' }).click()
  await dialog.waitFor({ state: 'detached' })
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Keluar' }).click()
  await page.getByRole('heading', { name: 'Siapa yang bertugas?' }).waitFor()
}
