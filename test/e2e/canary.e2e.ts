import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { expectNowhere, expectWholeLog } from './support/check-log'
import * as counter from './support/counter'
import { type DeskApp, newFolder, openDeskApp, removeFolder } from './support/desk-app'
import { confirmTogether, SAMPLE, setUpSample, signIn, signOut } from './support/sign-in'
import { welcome } from './support/visit'

/** Words that stand nowhere but in what is typed here. */
const CANARY: counter.Person = {
  ...counter.SITI,
  name: 'Kenarikuning Zebrabelang',
  nik: '3324145708906543',
  kk: '3324141203156543',
  line: 'Dusun Ularsanca',
  phone: '0812 9078 6543'
}
const TOLD = { summary: 'Keluhan Macantutul', draft: 'Konsepku Gajahmada', search: 'Carikan Badakjawa', emergency: 'Parkitbiru Daruratan' }
const WORDS = [
  CANARY.name,
  'Zebrabelang',
  CANARY.nik,
  CANARY.kk ?? '',
  'Ularsanca',
  '081290786543',
  '+6281290786543',
  ...Object.values(TOLD)
]

/** Everything that the program may write to lies below one folder: its data, temporary files, the account's own folders, two sticks. */
let root: string
const at = (name: string): string => join(root, name)
const open = (): Promise<DeskApp> =>
  openDeskApp(at('data'), {
    TMPDIR: at('tmp'),
    HOME: at('home'),
    XDG_CONFIG_HOME: at('home/config'),
    XDG_CACHE_HOME: at('home/cache'),
    LOKET_DRIVES: [at('STICK'), at('DISK')].join(delimiter)
  })

test.beforeEach(() => {
  root = newFolder()
  for (const name of ['data', 'tmp', 'home', 'home/config', 'home/cache', 'STICK', 'DISK']) mkdirSync(at(name))
})
test.afterEach(() => removeFolder(root))

async function killAndLook(desk: DeskApp): Promise<void> {
  await desk.kill()
  expectNowhere(root, WORDS)
}

/** A code on paper, copies on a stick and the journal on a second disk: all that can hold what was typed. */
async function keepEverywhere(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Pengaturan' }).click()
  await page.getByRole('tab', { name: 'Cadangan' }).click()
  await page.getByRole('button', { name: 'Buat kode pemulihan' }).click()
  await page.getByRole('button', { name: 'Buat dan tampilkan' }).click()
  await confirmTogether(page, SAMPLE.manager)
  const code = await page.getByText(/^(\w{4}-){6}\w{4}$/).innerText()
  await page.getByRole('button', { name: 'Sudah di kertas dan cocok' }).click()
  await page.getByLabel('Tiga kata terakhir di kertas').fill(code.split('-').slice(-3).join(' '))
  await page.getByRole('button', { name: 'Kode ini berlaku sekarang' }).click()
  await page.getByRole('button', { name: 'Pilih disk kedua' }).click()
  await page.getByRole('dialog').getByText('DISK', { exact: true }).click()
  await page.getByRole('button', { name: 'Pakai disk ini' }).click()
  await expect(page.getByText(`Buku harian juga ditulis di ${at('DISK')}`)).toBeVisible()
  await page.getByRole('button', { name: 'Cadangkan ke flashdisk' }).click()
  await page.getByRole('dialog').getByText('STICK', { exact: true }).click()
  await page.getByRole('button', { name: 'Salin cadangan' }).click()
  await expect(page.getByText('Flashdisk boleh dicabut.')).toBeVisible()
  await page.keyboard.press('Escape')
}

const namesBelow = (folder: string): string[] => readdirSync(folder, { recursive: true }) as string[]

test('[F33] what is typed at the screens is readable in no byte that is written anywhere, also when the program is killed', async () => {
  const desk = await open()
  const { page } = desk
  await setUpSample(page)
  await signIn(page, SAMPLE.administrator)
  await keepEverywhere(page)
  await signOut(page)
  await signIn(page, SAMPLE.frontOffice)
  await page.getByRole('button', { name: 'Ambil nomor' }).waitFor()
  await welcome(page, CANARY)
  await counter.fillCase(page, { service: 'reaktivasi', summary: TOLD.summary, problem: 'nonaktif' })
  await counter.saveCase(page)
  await counter.chooseReferral(page)
  await counter.fillReferral(page, 'soewondo', TOLD.summary)
  await counter.sendReferral(page)
  await counter.fillLetter(page, 'rujukan kesehatan')
  await counter.issueLetter(page)
  expectNowhere(root, WORDS)
  await killAndLook(desk)

  const again = await open()
  await signIn(again.page, SAMPLE.frontOffice)
  // it comes back to the visit that was being served
  await again.page.getByRole('link', { name: 'Hari ini' }).click()
  await again.page.getByRole('button', { name: 'Ambil nomor' }).waitFor()
  await counter.takeTicket(again.page, TOLD.draft)
  await again.page.getByRole('combobox', { name: 'Cari', exact: false }).first().fill(TOLD.search)
  await again.page.getByRole('combobox', { name: 'Cari', exact: false }).first().fill(CANARY.nik)
  await expect(again.page.getByRole('option', { name: new RegExp(CANARY.name) }).first()).toBeVisible()
  await again.page.keyboard.press('Escape')
  await signOut(again.page)
  await signIn(again.page, SAMPLE.administrator)
  await again.page.getByRole('link', { name: 'Pengaturan' }).click()
  await again.page.getByRole('tab', { name: 'Cadangan' }).click()
  await again.page.keyboard.press('F6')
  await expect(again.page.getByText('Cadangan dibuat dan diperiksa')).toBeVisible()
  await again.page.getByRole('button', { name: 'Uji pemulihan' }).click()
  await expect(again.page.getByText('Uji pemulihan berhasil')).toBeVisible()
  await killAndLook(again)

  const file = join(at('data'), 'desk.db')
  const bytes = readFileSync(file)
  bytes.fill(0xaa, 8192, 12288)
  writeFileSync(file, bytes)
  const closed = await open()
  await closed.page.getByRole('button', { name: 'Terima warga sekarang' }).click()
  await closed.page.getByLabel('Petugas yang mencatat').fill('Rina')
  await closed.page.getByLabel('Nama warga').fill(TOLD.emergency)
  await closed.page.getByText('Perempuan').click()
  await closed.page.getByLabel('Alamat dan desa').fill(CANARY.line)
  await closed.page.getByLabel('Keperluan').fill(TOLD.summary)
  await closed.page.keyboard.press('Control+Enter')
  await expect(closed.page.getByText(`D-001 untuk ${TOLD.emergency}.`)).toBeVisible()
  await killAndLook(closed)

  const mended = await open()
  await mended.page.getByRole('button', { name: 'Pulihkan sekarang' }).click()
  await mended.page.getByRole('button', { name: 'Buka loket' }).click()
  await signIn(mended.page, SAMPLE.frontOffice)
  await mended.page.getByRole('link', { name: 'Hari ini' }).click()
  await mended.page.getByRole('button', { name: 'Lihat catatan' }).click()
  await expect(mended.page.getByText(TOLD.emergency)).toBeVisible()
  await killAndLook(mended)
  expectWholeLog(at('data'))

  // what was searched is what is spoken of: each kind of file was there
  const kinds = [
    'desk.db',
    '.journal',
    '.backup',
    '.backup.json',
    'recovery.key',
    'desk.key',
    'desk.public',
    'outside.0',
    'intake.db',
    'darurat.sealed'
  ]
  for (const kind of kinds)
    expect(
      namesBelow(root).filter(name => name.endsWith(kind)),
      kind
    ).not.toEqual([])
  for (const folder of ['STICK', 'DISK']) expect(namesBelow(at(folder)).some(name => /darurat\.sealed$/.test(name))).toBe(true)
})
