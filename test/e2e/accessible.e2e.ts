import { expect, test } from '@playwright/test'
import * as counter from './support/counter'
import { newFolder, openDeskApp, removeFolder } from './support/desk-app'
import { look } from './support/good-screen'
import { SAMPLE, setUpSample, signIn } from './support/sign-in'

test('every screen is accessible and fits in both languages', async () => {
  test.setTimeout(180_000)
  const data = newFolder()
  const desk = await openDeskApp(data)
  const { page } = desk
  await look(page, 'welcome')
  await setUpSample(page)
  await look(page, 'sign in')
  await signIn(page, SAMPLE.manager)
  await look(page, 'today, empty')
  await counter.takeTicket(page, 'Bantuan belum cair')
  await look(page, 'today')
  await page.keyboard.press('F1')
  await page.getByRole('dialog').waitFor()
  await look(page, 'shortcuts')
  await page.keyboard.press('Escape')
  await counter.serveNext(page)
  await look(page, 'visit')
  await counter.readPrivacyNotice(page)
  await counter.searchInVisit(page, 'siti')
  await look(page, 'search')
  await counter.startRegistration(page)
  await look(page, 'registration')
  await counter.fillPerson(page, counter.SITI)
  await counter.saveAndJoin(page)
  await look(page, 'resident in the visit')
  await counter.openCase(page, { service: 'reaktivasi', summary: 'PBI tidak aktif.', problem: 'nonaktif' })
  await look(page, 'case form')
  await counter.saveCase(page)
  await look(page, 'papers')
  await counter.chooseReferral(page)
  await look(page, 'endings')
  await counter.fillReferral(page, 'soewondo', 'Perlu rawat inap.')
  await look(page, 'referral')
  await counter.sendReferral(page)
  await counter.fillLetter(page, 'rujukan kesehatan')
  await look(page, 'letter')
  await counter.issueLetter(page)
  await look(page, 'letter issued')
  for (const link of ['Kasus terbuka', 'Rujukan', 'Buku surat', 'Periksa surat', 'Layanan', 'Laporan', 'Hari ini']) {
    await page.getByRole('navigation', { name: 'Layar' }).getByRole('link', { name: link }).click()
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await look(page, link)
  }
  expect(desk.errors).toEqual([])
  await desk.close()
  removeFolder(data)
})
