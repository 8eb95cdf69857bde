import { expect, test } from '@playwright/test'
import { expectNowhere, expectWholeLog } from './support/check-log'
import * as counter from './support/counter'
import { type DeskApp, newFolder, openDeskApp, removeFolder } from './support/desk-app'
import { SAMPLE, setUpSample, signIn } from './support/sign-in'

let data: string
let desk: DeskApp

test.beforeEach(async () => {
  data = newFolder()
  desk = await openDeskApp(data)
  await setUpSample(desk.page)
})
test.afterEach(async () => {
  await desk.close()
  expectWholeLog(data)
  removeFolder(data)
})

test('a resident nobody knew walks in and leaves with a referral letter', async () => {
  const { page } = desk
  await signIn(page, SAMPLE.manager)
  await counter.takeTicket(page, 'BPJS PBI ibu tidak aktif')
  await counter.serveNext(page)
  await counter.readPrivacyNotice(page)
  await counter.searchInVisit(page, 'siti aminah')
  await counter.startRegistration(page)
  await counter.fillPerson(page, counter.SITI)
  await counter.saveAndJoin(page)
  await counter.openCase(page, { service: 'reaktivasi', summary: 'PBI tidak aktif sejak Oktober, anak harus dirawat.', problem: 'nonaktif' })
  await counter.saveCase(page)
  await counter.checkDocuments(page, 3)
  await counter.chooseReferral(page)
  await counter.fillReferral(page, 'soewondo', 'Perlu rawat inap segera.')
  await counter.sendReferral(page)
  await counter.fillLetter(page, 'rujukan kesehatan')
  const number = await counter.issueLetter(page)
  expect(number).toMatch(/^400\.7\/001\/SLRT-A\/[IVX]+\/\d{4}$/)
  await page.keyboard.press('F10')
  await expect(page.getByRole('heading', { name: 'Hari ini' })).toBeVisible()
  expect(desk.errors).toEqual([])
  await desk.close()
  expectNowhere(data, [counter.SITI.nik, counter.SITI.name, counter.SITI.kk ?? ''])
})
