import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
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

test('a family of the registry is found by a misspelt name, registered from there, and leaves with a letter that says source and period', async () => {
  const { page } = desk
  await signIn(page, SAMPLE.frontOffice)
  await counter.takeTicket(page, 'BPJS PBI anak tidak aktif')
  await counter.serveNext(page)
  await counter.readPrivacyNotice(page)

  const first = await counter.typeInSearch(page, counter.SITI_MISSPELT)
  await expect(first).toContainText('SITI AMINAH CONTOH')
  await expect(first).toContainText('Dari DTSEN')
  await expect(first).toContainText('nama mirip')
  await counter.takeFromRegistry(page, counter.SITI)
  await expect(page.getByRole('textbox', { name: 'NIK', exact: true })).toHaveValue(counter.SITI.nik)
  await counter.saveAndJoin(page)

  const answer = page.getByRole('region', { name: 'Registri dan kelayakan' })
  await expect(answer).toContainText('Desil 3')
  await expect(answer).toContainText('PBI-JK nonaktif')
  await expect(answer).toContainText('DTSEN 2026-T4')
  await expect(answer).toContainText(/batas desil \d/)
  expect(await answer.textContent()).not.toMatch(/miskin/i)

  await counter.openCase(page, { service: 'reaktivasi', summary: 'PBI-JK nonaktif, anak harus dirawat.', problem: 'nonaktif' })
  await counter.saveCase(page)
  await counter.checkDocuments(page, 3)
  await counter.chooseReferral(page)
  await counter.fillReferral(page, 'soewondo', 'Perlu rawat inap segera.')
  await counter.sendReferral(page)
  await counter.fillLetter(page, 'rujukan kesehatan')
  const letter = await counter.frozenLetter(page, await counter.issueLetter(page))
  const file = join(data, 'letter.pdf')
  writeFileSync(file, letter.bytes)
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ')
  removeFolder(file)
  expect(text).toContain('(DTSEN) periode Triwulan IV Tahun 2026')
  expect(text).not.toMatch(/miskin/i)
  expect(desk.errors).toEqual([])
  await desk.close()
  expectNowhere(data, [counter.SITI.nik, 'SITI AMINAH CONTOH', counter.SITI.kk ?? '-'])
})
