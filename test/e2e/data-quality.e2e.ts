import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import * as counter from './support/counter'
import { type DeskApp, newFolder, openDeskApp, removeFolder } from './support/desk-app'
import { look } from './support/good-screen'
import { SAMPLE, SAMPLE_PIN, setUpSample, signIn } from './support/sign-in'
import { newStick, type Stick } from './support/stick'

/** The same woman as another officer would type her: one digit of the NIK differs, and she does not know her birthday. */
const { kk: _kk, relation: _relation, phone: _phone, ...rest } = counter.SITI
const SITTI: counter.Person = { ...rest, name: 'Sitti Aminah Contoh', nik: '3324145708900002', birthDate: '' }

let stick: Stick
let desk: DeskApp
test.beforeEach(async () => {
  stick = newStick()
  stick.plugIn()
  desk = await openDeskApp(newFolder(), stick.env)
})
test.afterEach(async () => {
  await desk.close()
  removeFolder(desk.data)
  stick.remove()
})

const openScreen = (page: Page) => page.getByRole('link', { name: /Mutu data/ }).press('Enter')
const kind = (page: Page, name: RegExp) => page.getByRole('list', { name: 'Yang ditemukan' }).getByRole('button', { name })

test('a near duplicate is answered once, a flaw is repaired from its list, and a proposal is handed over once', async () => {
  const { page } = desk
  await setUpSample(page)
  await signIn(page, SAMPLE.manager)

  await test.step('a near duplicate is registered, and the officer is not sure', async () => {
    await counter.takeTicket(page, 'Bantuan belum cair')
    await counter.serveNext(page)
    await counter.readPrivacyNotice(page)
    for (const person of [counter.SITI, SITTI]) {
      await counter.searchInVisit(page, person.nik)
      await counter.startRegistration(page)
      await counter.fillPerson(page, person)
      if (person === counter.SITI) await counter.saveAndJoin(page)
    }
    await page.keyboard.press('Control+Enter')
    await page.getByRole('dialog', { name: /sudah pernah datang/ }).waitFor()
    await expect(page.getByText('Nama sama, NIK beda satu angka')).toBeVisible()
    await expect(page.getByText(/Kemiripan \d+ dari 100/)).toBeVisible()
    await look(page, 'duplicates')
    await page.getByRole('dialog').getByRole('button', { name: 'Belum yakin' }).press('Enter')
    await page.getByRole('button', { name: /Masukkan ke kunjungan/ }).waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: /Lanjut ke kasus/ }).waitFor()
  })

  await test.step('somebody finds out that they are two people', async () => {
    await openScreen(page)
    await kind(page, /Tanggal lahir kosong/).waitFor()
    await page.getByRole('tab', { name: 'Perlu diperbaiki' }).press('ArrowRight')
    await expect(page.getByText('Belum diperiksa (0)')).toBeVisible()
    await page.getByRole('radio', { name: 'Belum pasti (1)' }).press('Space')
    await page.getByRole('table').waitFor()
    await expect(page.getByText(/^Belum yakin menurut Contoh Endang/)).toBeVisible()
    await look(page, 'pair')
    await page.keyboard.press('Alt+b')
    await expect(page.getByText('Tidak ada pasangan di daftar ini')).toBeVisible()
    await look(page, 'no pairs')
    await page.getByRole('tab', { name: 'Kemungkinan ganda' }).press('ArrowLeft')
  })

  await test.step('a missing birth date is repaired from the list, and nobody asks about the other one again', async () => {
    await expect(kind(page, /Tanggal lahir kosong/)).toContainText('1')
    await kind(page, /Tanggal lahir kosong/).press('Enter')
    const line = page.getByRole('list', { name: 'Tanggal lahir kosong' }).getByRole('button', { name: /^Sitti/ })
    await line.waitFor()
    await look(page, 'what is to be repaired')
    await line.press('Enter')
    const field = page.getByRole('textbox', { name: /^Tanggal lahir/ })
    await expect(field).toBeFocused()
    await page.keyboard.type('18081990')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { name: 'Mutu data' }).waitFor()
    await expect(page.getByText('Tidak ada lagi di daftar ini')).toBeVisible()
    await expect(kind(page, /Tanggal lahir kosong/)).toContainText('0')
    await expect(kind(page, /Tanggal lahir berbeda dengan NIK/)).toContainText('1')
  })

  await test.step('what is right as it is leaves the list with a reason, and comes back when that is taken back', async () => {
    await kind(page, /Tanggal lahir berbeda dengan NIK/).press('Enter')
    const list = page.getByRole('list', { name: 'Tanggal lahir berbeda dengan NIK' })
    await expect(list.getByRole('button', { name: /^Sitti/ })).toBeFocused()
    await look(page, 'to be repaired or right')
    await list.getByRole('button', { name: /^Sitti/ }).focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Dari mana diketahui?' })).toBeFocused()
    await look(page, 'right as it is')
    await page.getByRole('textbox', { name: 'Dari mana diketahui?' }).focus()
    await page.keyboard.type('KTP dan KK asli menulis sama')
    // what is typed as fast as this and ends in Enter would be a scan
    await page.keyboard.press('Control+Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await expect(page.getByText('Tidak ada lagi di daftar ini')).toBeVisible()
    await expect(kind(page, /Tanggal lahir berbeda dengan NIK/)).toContainText('1 sudah diperiksa, memang benar')
    await page.getByRole('radio', { name: 'Sudah diperiksa, memang benar (1)' }).press('Space')
    await expect(list.getByText(/^Memang benar: KTP dan KK asli menulis sama \(Contoh Endang/)).toBeVisible()
    await look(page, 'checked and right')
    await list.getByRole('button', { name: 'Periksa lagi' }).press('Enter')
    await expect(kind(page, /Tanggal lahir berbeda dengan NIK/)).not.toContainText('sudah diperiksa')
    await page.getByRole('radio', { name: 'Perlu diperbaiki (1)' }).press('Space')
    await expect(list.getByRole('button', { name: /^Sitti/ })).toBeVisible()
  })

  await test.step('a proposal is handed over once', async () => {
    await kind(page, /Tanggal lahir berbeda dengan NIK/).press('Enter')
    await page
      .getByRole('list', { name: 'Tanggal lahir berbeda dengan NIK' })
      .getByRole('button', { name: /^Sitti/ })
      .press('Enter')
    await page.getByRole('textbox', { name: /^Tanggal lahir/ }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: 'Mutu data' }).waitFor()
    await page.keyboard.press('F2')
    await page.keyboard.insertText('sitti aminah')
    await page
      .getByRole('option', { name: /Siti|Sitti/ })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Usulkan ke SIKS-NG' }).press('Enter')
    await page
      .getByRole('dialog')
      .getByRole('textbox', { name: /^Apa yang diusulkan/ })
      .fill('=Tanggal lahir menurut akta')
    await look(page, 'propose')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })

    await openScreen(page)
    await page.getByRole('tab', { name: 'Perlu diperbaiki' }).press('ArrowRight')
    await page.getByRole('tab', { name: 'Kemungkinan ganda' }).press('ArrowRight')
    await page.getByRole('button', { name: /Ekspor usulan baru/ }).waitFor()
    await page.keyboard.press('Control+Enter')
    await page
      .getByRole('dialog')
      .getByRole('radio', { name: /FLASHDISK/ })
      .check()
    await look(page, 'export')
    await page.keyboard.press('Control+Enter')
    // data leave the desk: a colleague confirms, by keys alone
    await expect(page.getByRole('dialog').getByLabel('PIN rekan Anda')).toBeFocused()
    await look(page, 'second officer')
    await page.getByRole('dialog').getByLabel('PIN rekan Anda').focus()
    await page.keyboard.type(SAMPLE_PIN)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: /^Daftar USUL-A-\d{4}-001: 1 usulan/ }).waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await expect(page.getByRole('button', { name: /Ekspor usulan baru/ })).toBeDisabled()
    await expect(page.getByText('Menunggu jawaban (1)')).toBeVisible()
    await look(page, 'proposals')
    const folder = join(stick.folder, 'Loket SLRT')
    const [csv = '', xlsx] = readdirSync(folder).sort()
    expect([csv, xlsx]).toEqual([expect.stringMatching(/^USUL-A-\d{4}-001\.csv$/), expect.stringMatching(/^USUL-A-\d{4}-001\.xlsx$/)])
    expect(readFileSync(join(folder, csv), 'utf8')).toContain(";'=Tanggal lahir menurut akta;")
  })
  expect(desk.errors).toEqual([])
})

test('a facilitator’s list is checked by keys alone, and its findings go to the stick, as does the report of the month', async () => {
  const { page } = desk
  await setUpSample(page)
  await signIn(page, SAMPLE.backOffice)
  const rows = [
    'NAMA,NIK,TANGGAL LAHIR,JENIS KELAMIN,ALAMAT',
    'SRI WAHYUNI CONTOH,3324145708900011,17/08/1990,P,DUSUN KRAJAN',
    'JOKO CONTOH,3324140506870003,05/06/1987,L,DUSUN KRAJAN',
    'SRI WAHYUNI CONTOH,3324145708900012,17/08/1990,P,DUSUN KRAJAN',
    'TANPA CONTOH,,05/06/1987,L,DUSUN KRAJAN',
    ''
  ]
  writeFileSync(join(stick.folder, 'usulan-kebonharjo.csv'), rows.join('\n'))
  await openScreen(page)
  await page.getByRole('tab', { name: 'Perlu diperbaiki' }).press('ArrowLeft')
  await page.getByText('Belum ada daftar yang diperiksa').waitFor()
  await look(page, 'no list checked')
  await page.keyboard.press('F6')
  await page.getByRole('button', { name: /usulan-kebonharjo/ }).press('Enter')
  await expect(page.getByRole('region', { name: 'Mungkin ganda di daftar ini (1)' })).toContainText('Baris 4')
  await expect(page.getByRole('region', { name: 'NIK perlu diperiksa (1)' })).toContainText('Tanpa NIK')
  await look(page, 'a checked list')
  if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, 'list-check.png') })
  await page.keyboard.press('Control+Enter')
  await page.getByRole('radio', { name: /FLASHDISK/ }).press('Space')
  await page.keyboard.press('Control+Enter')
  await page.getByText(/^Temuan tersimpan/).waitFor()
  expect(readdirSync(join(stick.folder, 'Loket SLRT')).map(name => name.replace(/\d{4}-\d\d-\d\d/, 'HARI'))).toEqual([
    'temuan_usulan-kebonharjo_HARI.csv',
    'temuan_usulan-kebonharjo_HARI.xlsx'
  ])
  await page.keyboard.press('Alt+1')
  await counter.takeTicket(page, 'Tanya PIP')
  await page.keyboard.press('Alt+l')
  await expect(page.getByRole('row', { name: /^Kunjungan \(nomor antrean\)/ })).toHaveText(/1––$/)
  await look(page, 'report of the month')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('radio', { name: /FLASHDISK/ }).press('Space')
  await page.keyboard.press('Control+Enter')
  await page.getByText(/^Laporan tersimpan/).waitFor()
  const [csv = ''] = readdirSync(join(stick.folder, 'Loket SLRT')).filter(name => /^laporan_\d{4}-\d\d\.csv$/.test(name))
  expect(readFileSync(join(stick.folder, 'Loket SLRT', csv), 'utf8')).toContain(';Ringkasan;Kunjungan (nomor antrean);Bulan laporan;;1\r\n')
  expect(desk.errors).toEqual([])
})
