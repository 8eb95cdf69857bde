// A whole visit at the counter, in two halves, so that a journey can do something else in between.
import type { Page } from '@playwright/test'
import * as counter from './counter'

/** From the door to a registered resident whose case is about to be written down. */
export async function welcome(page: Page, person: counter.Person): Promise<void> {
  await counter.takeTicket(page, 'BPJS PBI tidak aktif')
  await counter.serveNext(page)
  await counter.readPrivacyNotice(page)
  await counter.searchInVisit(page, person.name)
  await counter.startRegistration(page)
  await counter.fillPerson(page, person)
  await counter.saveAndJoin(page)
  await page.getByRole('button', { name: /Lanjut ke kasus/ }).click()
}

/** From the case to the letter in the resident's hand; gives the letter's number. */
export async function referWithLetter(page: Page): Promise<string> {
  await counter.fillCase(page, { service: 'reaktivasi', summary: 'PBI tidak aktif sejak Oktober.', problem: 'nonaktif' })
  await counter.saveCase(page)
  await counter.chooseReferral(page)
  await counter.fillReferral(page, 'soewondo', 'Perlu rawat inap segera.')
  await counter.sendReferral(page)
  await counter.fillLetter(page, 'rujukan kesehatan')
  return counter.issueLetter(page)
}

/** Goes on with the visit of somebody who is being served. */
export async function goOnWith(page: Page, person: counter.Person): Promise<void> {
  await page
    .getByRole('list', { name: 'Dilayani' })
    .getByRole('button', { name: new RegExp(person.name) })
    .click()
  await page.getByRole('complementary', { name: 'Ringkasan kunjungan' }).waitFor()
}
