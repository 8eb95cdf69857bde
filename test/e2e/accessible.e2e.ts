import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import * as counter from './support/counter'
import { newFolder, openDeskApp, removeFolder } from './support/desk-app'
import { SAMPLE, setUpSample, signIn } from './support/sign-in'

/** No finding of axe (the pale KONSEP across a preview is meant to be pale), and nothing to scroll but inner lists, on an office screen of 1366 x 768. */
async function expectGood(page: Page, name: string): Promise<void> {
  await test.step(name, async () => {
    const scrolls = await page.evaluate(() => {
      const { scrollHeight, scrollWidth, clientHeight, clientWidth } = document.documentElement
      return scrollHeight > clientHeight || scrollWidth > clientWidth
    })
    expect(scrolls, `${name} scrolls`).toBe(false)
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).exclude('.draft-mark').analyze()
    expect(
      violations.map(found => `${found.id}: ${found.nodes.map(node => node.target.join(' ')).join(', ')}`),
      name
    ).toEqual([])
  })
}

for (const language of ['id', 'en'] as const) {
  test(`every screen is accessible and fits in ${language}`, async () => {
    test.setTimeout(180_000)
    const data = newFolder()
    const desk = await openDeskApp(data)
    const { page } = desk
    const look = async (name: string) => {
      if (language === 'en') await page.locator('button[lang="en"]').first().dispatchEvent('click')
      await page.locator(`html[lang="${language}"]`).waitFor()
      await expectGood(page, name)
      if (language === 'en') await page.locator('button[lang="id"]').first().dispatchEvent('click')
      await page.locator('html[lang="id"]').waitFor()
    }
    await look('welcome')
    await setUpSample(page)
    await look('sign in')
    await signIn(page, SAMPLE.manager)
    await look('today, empty')
    await counter.takeTicket(page, 'Bantuan belum cair')
    await look('today')
    await page.keyboard.press('F1')
    await page.getByRole('dialog').waitFor()
    await look('shortcuts')
    await page.keyboard.press('Escape')
    await counter.serveNext(page)
    await look('visit')
    await counter.readPrivacyNotice(page)
    await counter.searchInVisit(page, 'siti')
    await look('search')
    await counter.startRegistration(page)
    await look('registration')
    await counter.fillPerson(page, counter.SITI)
    await counter.saveAndJoin(page)
    await look('resident in the visit')
    await counter.openCase(page, { service: 'reaktivasi', summary: 'PBI tidak aktif.', problem: 'nonaktif' })
    await look('case form')
    await counter.saveCase(page)
    await look('papers')
    await counter.chooseReferral(page)
    await look('endings')
    await counter.fillReferral(page, 'soewondo', 'Perlu rawat inap.')
    await look('referral')
    await counter.sendReferral(page)
    await counter.fillLetter(page, 'rujukan kesehatan')
    await look('letter')
    await counter.issueLetter(page)
    await look('letter issued')
    for (const link of ['Kasus terbuka', 'Rujukan', 'Buku surat', 'Periksa surat', 'Layanan', 'Hari ini']) {
      await page.getByRole('navigation', { name: 'Layar' }).getByRole('link', { name: link }).click()
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await look(link)
    }
    expect(desk.errors).toEqual([])
    await desk.close()
    removeFolder(data)
  })
}
