// What officers do about the district, found by role and label as they would find it.
import { expect, type Page } from '@playwright/test'

/** In the foot of every screen: how things stand with the district. */
export const syncBar = (page: Page) => page.getByRole('contentinfo').getByTitle('Buka layar Sinkronisasi')

export async function openSync(page: Page): Promise<void> {
  await page.keyboard.press('Alt+0')
  await page.getByRole('heading', { name: 'Sinkronisasi', level: 1 }).waitFor()
}

/** A manager joins a desk that has worked alone to the sample district of this machine. */
export async function joinSample(page: Page): Promise<void> {
  await openSync(page)
  await page.getByRole('button', { name: 'Sambungkan ke server contoh' }).click()
  await page.getByText('Loket ini tersambung ke Kabupaten Kendal.').waitFor()
  await expectAllThere(page)
}

/** A new desk joins the sample district and opens the office that is known there, as the desk with this letter. */
export async function takeOverSample(page: Page, desk: string): Promise<void> {
  await page.getByRole('button', { name: 'Sambungkan ke kabupaten' }).click()
  await page.getByRole('button', { name: 'Sambungkan ke server contoh' }).click()
  await page.getByRole('heading', { name: /siap dibuka/ }).waitFor()
  await expect(page.getByText(`PC ini menjadi loket ${desk} `)).toBeVisible()
  await page.getByRole('button', { name: 'Buka kantor ini di PC ini' }).click()
  await page.getByRole('heading', { name: 'Siapa yang bertugas?' }).waitFor()
}

export async function expectAllThere(page: Page): Promise<void> {
  await expect(syncBar(page)).toHaveText('Semua sudah di kabupaten', { timeout: 30_000 })
}

/** The foot says that there is no line and how much waits for one, and the screen says the same number, which is given. */
export async function expectUnsent(page: Page): Promise<number> {
  await expect(syncBar(page)).toHaveText(/^Tidak ada jaringan · \d+ belum terkirim, tertua \d+ menit$/, { timeout: 30_000 })
  const n = Number(/· (\d+) /.exec((await syncBar(page).textContent()) ?? '')?.[1])
  await openSync(page)
  await expect(page.getByText(`${n} belum terkirim, yang terbaru di bawah`)).toBeVisible()
  await expect(page.getByText('Tidak ada jaringan ke kabupaten.')).toBeVisible()
  return n
}

/** Presses *Kirim sekarang* and waits until the district has everything and all that is known there is here. */
export async function sendNow(page: Page): Promise<void> {
  await openSync(page)
  await page.locator('button:enabled', { hasText: 'Kirim sekarang' }).click()
  await page.getByText('Semua sudah diterima kabupaten.').waitFor()
  await expectAllThere(page)
}

/** On the case screen of everybody named stands under which number the district has taken it. */
export async function expectReceipts(page: Page, names: string[]): Promise<void> {
  for (const name of names) {
    await page.getByRole('navigation', { name: 'Layar' }).getByRole('link', { name: 'Kasus terbuka' }).click()
    await page.getByRole('button', { name: new RegExp(name) }).click()
    await page.getByRole('heading', { name, level: 1 }).waitFor()
    await expect(page.getByText(/^Diterima kabupaten no\. \d+$/).first()).toBeVisible()
  }
}

/** On *Hari ini* these people are being served, whichever desk serves them, and so many visits are over. */
export async function expectBoard(page: Page, serving: string[], done: number): Promise<void> {
  await page.getByRole('navigation', { name: 'Layar' }).getByRole('link', { name: 'Hari ini' }).click()
  const rows = page.getByRole('list', { name: 'Dilayani' }).getByRole('button')
  await expect(rows).toHaveText(serving.map(name => new RegExp(name)))
  await expect(page.getByText(`Selesai ${done} ·`)).toBeVisible()
}
