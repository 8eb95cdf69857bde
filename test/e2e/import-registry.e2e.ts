import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import * as counter from './support/counter'
import { type DeskApp, newFolder, openDeskApp, removeFolder } from './support/desk-app'
import { look } from './support/good-screen'
import { SAMPLE, setUpSample, signIn } from './support/sign-in'
import { newStick } from './support/stick'

const HEADER = 'NIK;NO KK;YBS;TANGGAL LAHIR;JENIS KELAMIN;DESA;KECAMATAN;KABUPATEN;DESIL;PBI JK'
const { nik, kk } = counter.SITI
/** The same woman two years ago, a neighbour, and one whose NIK Excel has eaten. */
const LIST = [
  HEADER,
  `${nik};${kk};SITI AMINAH CONTOH;17/08/1990;P;KEBONHARJO;PATEBON;KENDAL;1;AKTIF`,
  '3324145708900011;3324141203150099;SRI WAHYUNI CONTOH;17/08/1990;P;KEBONHARJO;PATEBON;KENDAL;4;TIDAK',
  '3,32415E+15;3324141203150099;RUSAK CONTOH;17/08/1990;P;KEBONHARJO;PATEBON;KENDAL;4;TIDAK',
  ''
].join('\r\n')

const stick = newStick()
let desk: DeskApp
test.beforeEach(async () => {
  stick.plugIn()
  writeFileSync(join(stick.folder, 'dtks-2024-T4.csv'), LIST)
  writeFileSync(join(stick.folder, 'surat.csv'), '%PDF-1.7 bukan daftar')
  desk = await openDeskApp(newFolder(), { ...stick.env, HOME: newFolder() })
})
test.afterEach(async () => {
  await desk.close()
  removeFolder(desk.data)
  stick.remove()
})

const both = async (page: Page, name: string) => {
  await look(page, name)
  const folder = process.env.SHOTS
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) })
}
const choose = async (page: Page, file: RegExp) => {
  await page.keyboard.press('F6')
  await page.getByRole('dialog', { name: 'Pilih berkas' }).waitFor()
  await page.getByRole('list', { name: 'Isi folder' }).getByRole('button', { name: file }).press('Enter')
}

test('a list is imported by keys alone, a bad one is refused, and both sources stand in the answer', async () => {
  const { page } = desk
  await setUpSample(page)
  await signIn(page, SAMPLE.manager)
  await page.getByRole('link', { name: /Data terpadu/ }).press('Enter')
  await page.getByRole('heading', { name: 'DTSEN 2026-T4' }).waitFor()
  await expect(page.getByText('Dipakai mencari')).toBeVisible()
  await both(page, 'held')

  await test.step('what is no list is refused with a sentence', async () => {
    await page.keyboard.press('F6')
    await page.getByRole('list', { name: 'Isi folder' }).getByRole('button', { name: /surat/ }).waitFor()
    await both(page, 'choosing')
    await page.keyboard.press('Escape')
    await choose(page, /surat/)
    await expect(page.getByText('Berkas ini bukan daftar, melainkan PDF.')).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('the columns are shown, and one is pointed at', async () => {
    await choose(page, /dtks/)
    await expect(page.getByRole('textbox', { name: /^Periode data/ })).toHaveValue('2024-T4')
    await expect(page.getByText('Belum ada kolom Nama. Tunjuk kolomnya dahulu.')).toBeVisible()
    await page.getByRole('radio', { name: 'DTKS' }).press('Space')
    await both(page, 'columns')
    const name = page.getByRole('combobox', { name: /^YBS/ })
    await name.fill('nama')
    await page.getByRole('option', { name: 'Nama', exact: true }).waitFor()
    await name.press('Enter')
    await expect(page.getByText('Belum ada kolom Nama')).toBeHidden()
    await page.keyboard.press('Control+Enter')
  })

  await test.step('it ends with its counts, and what was held still answers first', async () => {
    await expect(page.getByText('DTKS 2024-T4 sudah dipakai: 2 orang')).toBeVisible()
    await expect(page.getByText(/rusak oleh Excel.*: 1/)).toBeVisible()
    await both(page, 'ended')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('heading', { name: 'DTKS 2024-T4' })).toBeVisible()
    await expect(page.getByText('Pembanding')).toBeVisible()
  })

  await test.step('both stand side by side at the counter', async () => {
    await page.getByRole('link', { name: /Hari ini/ }).press('Enter')
    await counter.takeTicket(page, 'PBI tidak aktif')
    await counter.serveNext(page)
    await counter.readPrivacyNotice(page)
    await counter.searchInVisit(page, nik)
    await counter.startRegistration(page)
    await counter.fillPerson(page, counter.SITI)
    await counter.saveAndJoin(page)
    await page.keyboard.press('Alt+r')
    const others = page.getByRole('region', { name: 'Menurut sumber lain' })
    await expect(others).toContainText('Desil 1')
    await expect(others).toContainText(/DTKS 2024-T4.*umur data \d+ hari/)
    await expect(page.getByText('Sumber-sumber ini berbeda')).toBeVisible()
    await both(page, 'side-by-side')
  })
})
