// The screens that the main job does not pass through.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { newFolder, openDeskApp, removeFolder } from '../../test/e2e/support/desk-app.ts'
import { SAMPLE, SAMPLE_PIN, setUpSample, signIn, signOut } from '../../test/e2e/support/sign-in.ts'
import { createCamera } from './camera.ts'
import type { Tour } from './stage.ts'

/** First run: the six steps that set up an office of one's own, looked at and left again. */
export async function lookAtSetUp({ desk: { page }, camera }: Tour): Promise<void> {
  await page.keyboard.press('Control+Enter')
  await page.getByText('Ada 514 kabupaten/kota', { exact: false }).waitFor()
  const district = page.getByRole('combobox', { name: 'Kabupaten/kota' })
  await district.fill('tapin')
  await page.locator('[role=option][aria-selected=true]').filter({ hasText: 'Tapin' }).waitFor()
  await page.keyboard.press('Enter')
  await camera.shoot('siapkan-kantor')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: 'Kop surat', level: 1 }).waitFor()
  await page.getByLabel('Alamat kantor').fill('Jalan Contoh 1, Rantau')
  await camera.shoot('siapkan-kop')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: 'Nomor surat', level: 1 }).waitFor()
  await camera.shoot('siapkan-nomor')
  for (const heading of ['Kop surat', 'Kantor']) {
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: heading, level: 1 }).waitFor()
  }
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Coba dengan kantor contoh' }).waitFor()
}

/** The case and the resident by themselves, and the list of keys. */
export async function lookAtRecords({ desk: { page }, camera }: Tour): Promise<void> {
  const ids = await page.evaluate(async () => {
    type Answer = Promise<{ value: { residentId?: string; caseId?: string; kind: string }[] }>
    const { desk } = window as unknown as { desk: { search: { find(input: object): Answer } } }
    const found = async (text: string, kind: string) =>
      (await desk.search.find({ text, purpose: 'look-up' })).value.find(hit => hit.kind === kind)
    return { resident: (await found('siti aminah', 'resident'))?.residentId, case: (await found('SLRT-', 'case'))?.caseId }
  })
  await page.evaluate(id => location.assign(`#/cases/${id}`), ids.case)
  await page.getByRole('button', { name: 'Tutup kasus' }).waitFor()
  await camera.shoot('rincian-kasus')
  await page.evaluate(id => location.assign(`#/residents/${id}`), ids.resident)
  await page.getByRole('button', { name: /Perbaiki data/ }).waitFor()
  await camera.shoot('rincian-warga')
  await page.keyboard.press('F2')
  await page.getByRole('combobox', { name: 'Cari warga, kunjungan, kasus, atau surat' }).fill('siti')
  await page.getByRole('option').first().waitFor()
  await camera.shoot('cari')
  await page.keyboard.press('Escape')
  await page.keyboard.press('F1')
  await page.getByRole('dialog').waitFor()
  await camera.shoot('bantuan-tombol')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

/** The PIN and the settings, which only an administrator sees. */
export async function lookAtSettings({ desk: { page }, camera }: Tour): Promise<void> {
  await signOut(page)
  await page
    .getByRole('option', { name: SAMPLE.administrator })
    .or(page.getByRole('button', { name: SAMPLE.administrator }))
    .first()
    .click()
  await page.getByLabel('PIN enam angka').waitFor()
  await camera.shoot('pin')
  await page.keyboard.press('Escape')
  await signIn(page, SAMPLE.administrator)
  await page.getByRole('link', { name: 'Pengaturan' }).click()
  const tabs = page.getByRole('tab')
  await tabs.first().waitFor()
  for (let at = 0; at < (await tabs.count()); at++) {
    await tabs.nth(at).click()
    await settled(page)
    await camera.shoot(`pengaturan-${at + 1}`)
  }
}

/** Which registers the desk holds, where a file is chosen, and how its columns are checked; nothing is imported. */
export async function lookAtRegisters({ desk: { page }, camera }: Tour, file: RegExp): Promise<void> {
  await page.getByRole('link', { name: /Data terpadu/ }).click()
  await page.getByRole('heading', { name: 'DTSEN 2026-T4' }).waitFor()
  await camera.shoot('data-terpadu')
  await page.keyboard.press('F6')
  const list = page.getByRole('list', { name: 'Isi folder' }).getByRole('button', { name: file })
  await list.waitFor()
  await camera.shoot('impor-pilih-berkas')
  await list.press('Enter')
  await page.getByRole('combobox', { name: /^NIK/ }).waitFor()
  await camera.shoot('impor-periksa-kolom')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /Impor berkas/ }).waitFor()
}

/** Who looked at what, what the district has, and the screen that nobody watches. */
export async function lookAtSafety({ desk: { page }, camera }: Tour): Promise<void> {
  await page.getByRole('link', { name: /Log akses/ }).click()
  await page.getByRole('heading', { name: 'Log akses', level: 1 }).waitFor()
  await page.getByRole('row').nth(1).waitFor()
  await camera.shoot('log-akses')
  await page.getByRole('link', { name: /Sinkronisasi/ }).click()
  await page.getByRole('heading', { name: 'Sinkronisasi', level: 1 }).waitFor()
  await camera.shoot('sinkronisasi')
  await page.keyboard.press('Control+l')
  await page.getByRole('heading', { name: 'Layar terkunci' }).waitFor()
  await camera.shoot('layar-terkunci')
  await page.getByLabel('PIN enam angka').fill(SAMPLE_PIN)
  await page.getByRole('heading', { name: 'Sinkronisasi', level: 1 }).waitFor()
}

/** A desk of its own whose database is damaged: what it says, and that it is put together again. */
export async function lookAtDamage({ camera, out }: Tour): Promise<void> {
  const data = newFolder()
  try {
    const whole = await openDeskApp(data)
    await setUpSample(whole.page)
    await whole.close()
    const file = join(data, 'desk.db')
    writeFileSync(file, readFileSync(file).fill(0xaa, 8192, 12288))
    const damaged = await openDeskApp(data)
    try {
      const own = createCamera(damaged.page, out, camera.taken)
      await damaged.page.getByRole('button', { name: 'Pulihkan sekarang' }).waitFor()
      await own.shoot('mode-pemulihan')
      await damaged.page.getByRole('button', { name: 'Pulihkan sekarang' }).click()
      await damaged.page.getByRole('heading', { name: 'Loket dapat dipakai lagi' }).waitFor()
      await own.shoot('sudah-dipulihkan')
    } finally {
      await damaged.close()
    }
  } finally {
    removeFolder(data)
  }
}

/** A second desk on the same data: the recovery screen, which touches nothing. */
export async function lookAtRecovery({ desk, camera, out }: Tour): Promise<void> {
  const second = await openDeskApp(desk.data)
  try {
    await second.page.getByRole('heading', { name: 'Loket belum dapat dibuka' }).waitFor()
    await createCamera(second.page, out, camera.taken).shoot('loket-tertutup')
  } finally {
    await second.close()
  }
}

const settled = (page: Page): Promise<void> => page.getByRole('tabpanel').waitFor()
