import { expect, test } from '@playwright/test'
import { expectNowhere, expectWholeLog } from './support/check-log'
import * as counter from './support/counter'
import { type DeskApp, newFolder, openDeskApp, removeFolder } from './support/desk-app'
import { SAMPLE, setUpSample, signIn, signOut } from './support/sign-in'
import { welcome } from './support/visit'

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

const CASE = { service: 'reaktivasi', summary: 'PBI tidak aktif sejak Oktober, anak harus dirawat.', problem: 'nonaktif' }

test('a resident nobody knew walks in and leaves with a referral letter; what was typed is nowhere readable', async () => {
  const { page } = desk
  await signIn(page, SAMPLE.frontOffice)
  await welcome(page, counter.SITI)
  await counter.fillCase(page, CASE)
  await counter.saveCase(page)
  await counter.checkDocuments(page, 3)
  await counter.chooseReferral(page)
  await counter.fillReferral(page, 'soewondo', 'Perlu rawat inap segera.')
  await counter.sendReferral(page)
  await counter.fillLetter(page, 'rujukan kesehatan')
  expect(await counter.issueLetter(page)).toMatch(/^400\.7\/001\/SLRT-A\/[IVX]+\/\d{4}$/)

  await page.getByRole('button', { name: 'Surat lain' }).click()
  await counter.fillLetter(page, 'rujukan kesehatan')
  await page.keyboard.press('Control+Enter')
  const question = page.getByRole('dialog', { name: 'Surat yang sama masih berlaku' })
  await expect(question).toContainText('400.7/001/SLRT-A')
  await page.keyboard.press('Escape')
  await expect(question).toBeHidden()

  await page.keyboard.press('F10')
  await expect(page.getByRole('heading', { name: 'Hari ini' })).toBeVisible()
  await expect(page.getByText('Semua kunjungan punya akhir')).toBeVisible()
  expect(desk.errors).toEqual([])
  await desk.close()
  expectNowhere(data, [counter.SITI.nik, counter.SITI.name, counter.SITI.kk ?? '-'])
})

test('a visit and a day end only when every case has an ending', async () => {
  const { page } = desk
  await signIn(page, SAMPLE.frontOffice)
  await welcome(page, counter.SITI)
  await expect(page.getByRole('button', { name: 'Selesaikan kunjungan' })).toBeDisabled()
  await counter.fillCase(page, CASE)
  await counter.saveCase(page)
  await expect(page.getByRole('button', { name: 'Selesaikan kunjungan' })).toBeDisabled()
  await page.keyboard.press('Alt+1')
  await page.getByRole('button', { name: 'Tutup hari' }).click()
  await expect(page.getByRole('dialog')).toContainText('Belum dapat ditutup')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /U-001/ }).first().click()
  await page.getByRole('group', { name: /Bagaimana kasus ini berakhir/ }).waitFor()
  await page.keyboard.press('1')
  await page.getByRole('textbox', { name: /^Jawaban/ }).fill('Syarat reaktivasi dijelaskan, daftar berkas dibawa pulang.')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('button', { name: 'Selesaikan kunjungan' })).toBeEnabled()
  await page.keyboard.press('F10')
  await page.getByRole('button', { name: 'Tutup hari' }).click()
  await page.getByRole('dialog').locator('button:enabled', { hasText: 'Tutup hari' }).waitFor()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/Hari ini sudah ditutup/).first()).toBeVisible()
  expect(desk.errors).toEqual([])
})

test('the same visit and its half-typed fields are there again after a power cut', async () => {
  const { page } = desk
  await signIn(page, SAMPLE.frontOffice)
  await counter.takeTicket(page, 'Kartu salah nama')
  await counter.serveNext(page)
  await counter.readPrivacyNotice(page)
  await counter.searchInVisit(page, 'budi')
  await counter.startRegistration(page)
  await page.getByRole('textbox', { name: 'NIK', exact: true }).fill('3324140101850002')
  await page.getByRole('textbox', { name: /^Nama lengkap/ }).fill('Budi Contoh Santoso')
  await page.getByRole('textbox', { name: /^Tempat lahir/ }).fill('Kaliwungu')
  await page.getByText(/Tersimpan di sini/).waitFor()
  await desk.kill()

  desk = await openDeskApp(data)
  await signIn(desk.page, SAMPLE.frontOffice)
  await desk.page.getByRole('button', { name: 'Cari orangnya' }).waitFor()
  await desk.page.keyboard.press('F6')
  await desk.page.getByRole('button', { name: 'Lanjutkan pendaftaran' }).click()
  await expect(desk.page.getByText(/Draf dipulihkan/)).toBeVisible()
  await expect(desk.page.getByRole('textbox', { name: 'NIK', exact: true })).toHaveValue('3324140101850002')
  await expect(desk.page.getByRole('textbox', { name: /^Nama lengkap/ })).toHaveValue('Budi Contoh Santoso')
})

test('markup in a name is shown as text on the screen and on the letter', async () => {
  const { page } = desk
  const name = '<b onclick=alert(1)>Contoh</b> & "Putri"'
  await signIn(page, SAMPLE.frontOffice)
  await welcome(page, { ...counter.SITI, name })
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
  await counter.fillCase(page, { ...CASE, summary: '<script>document.title="x"</script> {{7*7}}' })
  await counter.saveCase(page)
  await counter.chooseReferral(page)
  await counter.fillReferral(page, 'soewondo', '<img src=x onerror=alert(1)>')
  await counter.sendReferral(page)
  await counter.fillLetter(page, 'rujukan kesehatan')
  await expect(page.getByRole('region', { name: 'Halaman surat', exact: true })).toContainText(name)
  await counter.issueLetter(page)
  expect(desk.errors).toEqual([])
})

test('only a manager may open a closed case again, and an administrator sees no resident', async () => {
  const { page } = desk
  await signIn(page, SAMPLE.frontOffice)
  await welcome(page, counter.SITI)
  await counter.fillCase(page, CASE)
  await counter.saveCase(page)
  await page.keyboard.press('F9')
  await page.keyboard.press('1')
  await page.getByRole('textbox', { name: /^Jawaban/ }).fill('Sudah dijelaskan.')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: 'Selesaikan kunjungan' }).and(page.locator(':enabled')).waitFor()
  const caseId = await page.evaluate(async () => {
    const { desk: api } = window as unknown as {
      desk: {
        cases: {
          board(input: object): Promise<{ value: { visits: { id: string }[] } }>
          ofVisit(input: object): Promise<{ value: { id: string }[] }>
        }
      }
    }
    const visitId = (await api.cases.board({})).value.visits[0]?.id
    return (await api.cases.ofVisit({ visitId })).value[0]?.id
  })
  const openCase = () => page.evaluate(id => location.assign(`#/cases/${id}`), caseId)
  await openCase()
  await page
    .getByRole('main')
    .getByText(/^SLRT-3324-/)
    .first()
    .waitFor()
  await expect(page.getByRole('button', { name: 'Buka kembali' })).toHaveCount(0)
  await signOut(page)
  await signIn(page, SAMPLE.manager)
  await openCase()
  await expect(page.getByRole('button', { name: 'Buka kembali' })).toBeVisible()
  await signOut(page)
  await signIn(page, SAMPLE.administrator)
  const refused = await page.evaluate(async () => {
    const { desk: api } = window as unknown as {
      desk: { search: { find(input: object): Promise<{ ok: boolean; problem: { kind: string } }> } }
    }
    return (await api.search.find({ text: 'siti', purpose: 'look-up' })).problem
  })
  expect(refused).toEqual({ kind: 'not-allowed' })
})
