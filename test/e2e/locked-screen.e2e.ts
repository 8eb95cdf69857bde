import { expect, type Page, test } from '@playwright/test'
import { readPrivacyNotice, SITI, searchInVisit, serveNext, startRegistration, takeTicket } from './support/counter'
import { type DeskApp, newFolder, openDeskApp, removeFolder } from './support/desk-app'
import { SAMPLE, SAMPLE_PIN, setUpSample, signIn } from './support/sign-in'

test.describe('a screen that nobody watches', () => {
  let desk: DeskApp
  test.beforeEach(async () => {
    desk = await openDeskApp(newFolder())
    await setUpSample(desk.page)
    await signIn(desk.page, SAMPLE.frontOffice)
    await takeTicket(desk.page, 'BPJS PBI tidak aktif')
    await serveNext(desk.page)
    await readPrivacyNotice(desk.page)
    await searchInVisit(desk.page, SITI.name)
    await startRegistration(desk.page)
  })
  test.afterEach(async () => {
    expect(desk.errors).toEqual([])
    await desk.close()
    removeFolder(desk.data)
  })

  const nameField = (page: Page) => page.getByRole('textbox', { name: /^Nama lengkap/ })
  const locked = (page: Page) => page.getByRole('heading', { name: 'Layar terkunci' })

  /** Another officer sits down at the counter. */
  async function takeOver(page: Page, officer: string) {
    await page.keyboard.press('Control+l')
    await locked(page).waitFor()
    await page.keyboard.press('Escape')
    await signIn(page, officer)
  }

  /** Nothing of the person is in the page: not in a field, not in its text, not for a screen reader. */
  async function expectNothingShown(page: Page) {
    await expect(locked(page)).toBeVisible()
    expect(await page.content()).not.toContain(SITI.name)
    expect(await page.evaluate(() => [...document.querySelectorAll('input, textarea')].length)).toBe(1)
    expect(await page.locator('body').ariaSnapshot()).not.toMatch(/Siti|NIK|Nama lengkap|Ringkasan/)
  }

  test('is locked by a key, shows nothing, and goes on where it was, by keyboard alone', async () => {
    const { page } = desk
    await page.getByRole('textbox', { name: 'NIK', exact: true }).fill(SITI.nik)
    await nameField(page).fill(SITI.name)
    await nameField(page).press('Control+l')
    await expectNothingShown(page)
    if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/locked-id.png` })
    // keys of the screens behind sleep
    await page.keyboard.press('F3')
    await page.keyboard.press('Alt+2')
    await page.keyboard.type('111111')
    await expect(page.getByText('PIN belum cocok. Coba sekali lagi.')).toBeVisible()
    await page.keyboard.type(SAMPLE_PIN)
    await expect(locked(page)).toHaveCount(0)
    await expect(nameField(page)).toHaveValue(SITI.name)
    await expect(nameField(page)).toBeFocused()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.keyboard.press('End')
    await page.keyboard.type(' Baru')
    await expect(nameField(page)).toHaveValue(`${SITI.name} Baru`)
  })

  test('is taken over by another officer, and the first one finds their draft again', async () => {
    const { page } = desk
    await page.getByRole('textbox', { name: 'NIK', exact: true }).fill(SITI.nik)
    await nameField(page).fill(`${SITI.name} Binti Darmo`)
    await nameField(page).press('Control+l')
    await expectNothingShown(page)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('heading', { name: 'Siapa yang mengambil alih loket?' })).toBeVisible()
    await signIn(page, SAMPLE.backOffice)
    await expect(page.getByRole('heading', { name: /Hari ini/ })).toBeVisible()
    expect(await page.content()).not.toContain(SITI.name)
    await takeOver(page, SAMPLE.frontOffice)
    await expect(page.getByText(/Binti Darmo/)).toBeVisible()
    await page.keyboard.press('F9')
    await expect(nameField(page)).toHaveValue(`${SITI.name} Binti Darmo`)
  })

  test('keeps for the first officer what they typed into a dialog while another one had the counter', async () => {
    const { page } = desk
    const askForTicket = async () => {
      await page.keyboard.press('Alt+1')
      await page.getByRole('heading', { name: /Hari ini/ }).waitFor()
      await page.keyboard.press('F3')
    }
    await askForTicket()
    const purpose = page.getByRole('dialog').getByRole('textbox', { name: /Keperluan/ })
    await purpose.fill('Minta surat untuk sekolah anaknya')
    await takeOver(page, SAMPLE.backOffice)
    await askForTicket()
    await expect(purpose).toHaveValue('')
    await takeOver(page, SAMPLE.frontOffice)
    await askForTicket()
    await expect(purpose).toHaveValue('Minta surat untuk sekolah anaknya')
    // given up, it is gone
    await page.keyboard.press('Escape')
    await purpose.waitFor({ state: 'detached' })
    await page.keyboard.press('F3')
    await expect(purpose).toHaveValue('')
  })

  test('blurs after a minute without a touch and locks after two', async () => {
    const { page } = desk
    await nameField(page).fill(SITI.name)
    await page.clock.install()
    await page.clock.runFor(1000)
    await page.keyboard.press('End')
    await page.clock.fastForward(61_000)
    await expect(page.getByText('Layar disamarkan karena tidak disentuh.')).toBeVisible()
    // the key that clears it types nothing
    await page.keyboard.press('x')
    await expect(page.getByText('Layar disamarkan karena tidak disentuh.')).toHaveCount(0)
    await expect(nameField(page)).toHaveValue(SITI.name)
    await page.clock.fastForward(121_000)
    await page.clock.runFor(2000)
    await expectNothingShown(page)
    await page.getByRole('button', { name: 'EN: English' }).click()
    await expect(page.getByRole('heading', { name: 'The screen is locked' })).toBeVisible()
    expect(await page.content()).not.toContain(SITI.name)
    if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/locked-en.png` })
  })
})
