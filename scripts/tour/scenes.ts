import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import * as counter from '../../test/e2e/support/counter.ts'
import { SAMPLE, setUpSample, signIn } from '../../test/e2e/support/sign-in.ts'
import { lookAtDamage, lookAtRecords, lookAtRecovery, lookAtRegisters, lookAtSafety, lookAtSettings, lookAtSetUp } from './around.ts'
import { readBytes, readCodes, sha256, textOf } from './paper-trail.ts'
import type { Tour } from './stage.ts'

export type Played = {
  letter: { number: string; id: string }
  frozen: Uint8Array
  printed: { attempts: string[]; files: { sha256: string; mark: string | null }[] }
  verified: { before: string; afterVoid: string }
}

/** A family of Kendal whose PBI was cut: found in the registry by a misspelt name, registered from there, looked up at decile 3, case, papers, referral to the RSUD, letter, print, check, copy, void, end of day. */
export async function playTour(tour: Tour): Promise<Played> {
  const { desk, camera, timed } = tour
  const { page } = desk
  await camera.shoot('selamat-datang')
  await lookAtSetUp(tour)
  await timed('set up the sample office', () => setUpSample(page))
  await camera.shoot('masuk')
  await timed('sign in', () => signIn(page, SAMPLE.manager))
  await page.getByRole('heading', { name: 'Hari ini' }).waitFor()
  await camera.shoot('hari-ini-kosong')

  await greet(tour)
  await register(tour)
  await openCase(tour)
  await refer(tour)
  const { number, id, frozen } = await issue(tour)
  const printed = await print(tour)
  const verified = await checkAndVoid(tour, { id })
  await lookAtRecords(tour)
  await endDay(tour)
  await lookAtRegisters(tour, /dtsen/)
  await lookAtSettings(tour)
  await lookAtSafety(tour)
  await lookAtRecovery(tour)
  await lookAtDamage(tour)
  return { letter: { number, id }, frozen, printed, verified }
}

/** Who else waits that morning; they leave before they are called. */
const OTHERS = ['Nama di KTP salah satu huruf', 'Bantuan sembako belum cair', 'Bertanya syarat KIP Kuliah']

async function greet({ desk: { page }, camera, timed }: Tour): Promise<void> {
  await timed('give a queue number', () => counter.takeTicket(page, 'BPJS PBI anak tidak aktif, harus rawat inap'))
  for (const purpose of OTHERS) await counter.takeTicket(page, purpose)
  await page.getByText(OTHERS.at(-1) ?? '').waitFor()
  await camera.shoot('hari-ini')
  await timed('call and serve', () => counter.serveNext(page))
  await camera.shoot('tamu')
  await timed('privacy notice', () => counter.readPrivacyNotice(page))
}

async function register({ desk: { page }, camera, timed }: Tour): Promise<void> {
  await timed('search before new', () => counter.typeInSearch(page, counter.SITI_MISSPELT))
  await camera.shoot('cari-salah-eja')
  await timed('take her over from the registry', () => counter.takeFromRegistry(page, counter.SITI))
  await camera.shoot('daftar-dari-registri')
  await timed('save the resident', () => counter.saveAndJoin(page))
  await page.getByText('PBI-JK nonaktif').first().waitFor()
  await camera.shoot('warga-desil-3')
  await timed('ask whether she is known already', () => counter.registerAgain(page))
  await page.getByText('masuk ke kunjungan ini').waitFor({ state: 'detached' })
  await camera.shoot('warga-mungkin-ganda')
  await page.getByRole('dialog').getByRole('button', { name: 'Ini orangnya' }).click()
  await page.getByRole('button', { name: /Lanjut ke kasus/ }).waitFor()
}

async function openCase({ desk: { page }, camera, timed }: Tour): Promise<void> {
  await counter.openCase(page, {
    service: 'reaktivasi',
    summary: 'PBI-JK tidak aktif sejak Oktober. Anak demam tinggi dan harus dirawat di RSUD.',
    problem: 'nonaktif'
  })
  await camera.shoot('kasus')
  await timed('open the case', () => counter.saveCase(page))
  await timed('check the papers', () => counter.checkDocuments(page, 3))
  await camera.shoot('berkas')
}

async function refer({ desk: { page }, camera, timed }: Tour): Promise<void> {
  await counter.chooseReferral(page)
  await camera.shoot('akhir')
  await counter.fillReferral(page, 'soewondo', 'Anak memerlukan rawat inap segera; kepesertaan PBI-JK sedang diurus kembali.')
  await camera.shoot('rujukan')
  await timed('send the referral', () => counter.sendReferral(page))
}

async function issue({ desk: { page }, camera, out, timed }: Tour): Promise<{ number: string; id: string; frozen: Uint8Array }> {
  await counter.fillLetter(page, 'rujukan kesehatan')
  await camera.shoot('surat-konsep')
  const number = await timed('issue the letter', () => counter.issueLetter(page))
  const { id, bytes: frozen } = await counter.frozenLetter(page, number)
  writeFileSync(join(out, 'letter.pdf'), frozen)
  const text = textOf(join(out, 'letter.pdf')).replace(/\s+/g, ' ')
  for (const wanted of [number, '(DTSEN) periode Triwulan IV'])
    if (!text.includes(wanted)) throw new Error(`the letter does not say ${wanted}`)
  return { number, id, frozen }
}

async function print({ desk: { page }, camera, printer, timed }: Tour): Promise<Played['printed']> {
  if (!printer.name) {
    await camera.shoot('surat-terbit')
    return { attempts: ['no printer could be started here'], files: [] }
  }
  await timed('print', () => page.getByRole('button', { name: /Ya, baik/ }).waitFor())
  await camera.shoot('cetak-ditanyakan')
  await page.getByRole('button', { name: /Ya, baik/ }).click()
  await page.getByText('Sudah tercetak').first().waitFor()
  await camera.shoot('surat-tercetak')
  await page.keyboard.press('F8')
  await page.getByRole('textbox', { name: /^Alasan/ }).fill('surat asli basah terkena hujan')
  await page.getByRole('textbox', { name: /^Diambil oleh/ }).fill(counter.SITI.name)
  await camera.shoot('salinan')
  await timed('print a copy', async () => {
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: /Ya, baik/ }).waitFor()
  })
  await page.getByRole('button', { name: /Ya, baik/ }).click()
  await page.getByRole('button', { name: /Ya, baik/ }).waitFor({ state: 'detached' })
  const files = printer.printed().map(file => ({ sha256: sha256(readBytes(file)), mark: /SALINAN ke-\d+/.exec(textOf(file))?.[0] ?? null }))
  return { attempts: ['printed', 'printed'], files }
}

async function checkAndVoid({ desk: { page }, camera, out, timed }: Tour, letter: { id: string }): Promise<Played['verified']> {
  const code = readCodes(join(out, 'letter.pdf')).find(text => text.startsWith('SLRT'))
  if (!code) throw new Error('the code on the letter could not be read')
  const before = await timed('check the code', () => verify(page, code))
  await camera.shoot('periksa-surat')
  await page.evaluate(id => {
    location.hash = `#/letters/${id}`
  }, letter.id)
  await page.getByRole('button', { name: 'Batalkan surat' }).waitFor()
  await camera.shoot('surat')
  await timed('void the letter', async () => {
    await page.getByRole('button', { name: 'Batalkan surat' }).click()
    await page.getByRole('textbox', { name: /^Alasan pembatalan/ }).fill('salah instansi tujuan')
    await page.keyboard.press('Control+Enter')
    await page.getByText(/Surat ini batal sejak/).waitFor()
  })
  await camera.shoot('surat-batal')
  const afterVoid = await verify(page, code)
  await camera.shoot('periksa-surat-batal')
  return { before, afterVoid }
}

/** Types the code as a scanner would, and tells the verdict. */
async function verify(page: Page, code: string): Promise<string> {
  await goTo(page, 'Periksa surat')
  await page.getByRole('textbox', { name: /^Kode surat/ }).fill(code)
  await page.keyboard.press('Enter')
  const verdict = page.getByRole('heading', { name: /Surat asli|Palsu|Kode/ })
  await verdict.waitFor()
  return (await verdict.textContent()) ?? ''
}

async function endDay({ desk: { page }, camera, timed }: Tour): Promise<void> {
  for (const [link, name] of [
    ['Kasus terbuka', 'kasus-terbuka'],
    ['Rujukan', 'rujukan-terbuka'],
    ['Buku surat', 'buku-surat'],
    ['Laporan', 'laporan'],
    ['Layanan', 'layanan']
  ] as const) {
    await goTo(page, link)
    await camera.shoot(name)
  }
  await goTo(page, 'Hari ini')
  await page.getByRole('button', { name: /U-001/ }).first().click()
  await page.getByRole('button', { name: 'Selesaikan kunjungan' }).waitFor()
  await page.keyboard.press('F10')
  await page.getByRole('heading', { name: 'Hari ini' }).waitFor()
  for (const _ of OTHERS) {
    await page.locator('button:enabled', { hasText: 'Panggil berikutnya' }).waitFor()
    await page.keyboard.press('F4')
    await page.getByText('Sedang dipanggil').waitFor()
    await page.getByRole('button', { name: 'Tidak hadir' }).first().click()
    await page.getByText('Sedang dipanggil').waitFor({ state: 'detached' })
  }
  await timed('close the day', async () => {
    await page.getByRole('button', { name: 'Tutup hari' }).click()
    await camera.shoot('tutup-hari')
    await page.keyboard.press('Control+Enter')
    await page
      .getByText(/Hari ini sudah ditutup/)
      .first()
      .waitFor()
  })
  await camera.shoot('hari-ditutup')
}

async function goTo(page: Page, link: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Layar' }).getByRole('link', { name: link }).click()
  await page.getByRole('main').waitFor()
}
