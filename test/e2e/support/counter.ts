// An officer at the counter: each function is one thing the officer does, found by role and label as a person would find it.
import type { Locator, Page } from '@playwright/test'

export type Person = {
  name: string
  nik: string
  sex: 'Laki-laki' | 'Perempuan'
  birthPlace: string
  birthDate: string
  kk?: string
  relation?: string
  line: string
  village: string
  rt: string
  rw: string
  phone?: string
}

/** A generated mother of Desa Kebonharjo, Patebon, Kendal. */
export const SITI: Person = {
  name: 'Siti Aminah Contoh',
  nik: '3324145708900001',
  sex: 'Perempuan',
  birthPlace: 'Kendal',
  birthDate: '17081990',
  kk: '3324141203150007',
  relation: 'Istri',
  line: 'Dusun Krajan',
  village: 'kebonharjo patebon',
  rt: '3',
  rw: '5',
  phone: '0812 3456 7890'
}

/** The same name with two letters in the wrong order. */
export const SITI_MISSPELT = 'siti aminha contoh'

/** A generated head of another family in the same district. */
export const BUDI: Person = {
  name: 'Budi Contoh Santoso',
  nik: '3324140101850002',
  sex: 'Laki-laki',
  birthPlace: 'Kaliwungu',
  birthDate: '01011985',
  kk: '3324141203150015',
  relation: 'Kepala',
  line: 'Dusun Karangsari',
  village: 'kebonharjo patebon',
  rt: '1',
  rw: '2'
}

export async function takeTicket(page: Page, purpose: string): Promise<void> {
  await page.keyboard.press('F3')
  await page
    .getByRole('dialog')
    .getByRole('textbox', { name: /Keperluan/ })
    .fill(purpose)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

/** Calls whoever is next and opens the visit. */
export async function serveNext(page: Page): Promise<void> {
  await page.locator('button:enabled', { hasText: 'Panggil berikutnya' }).waitFor()
  await page.keyboard.press('F4')
  await page.getByRole('button', { name: 'Layani' }).first().waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('complementary', { name: 'Ringkasan kunjungan' }).waitFor()
}

export async function readPrivacyNotice(page: Page): Promise<void> {
  // the key that opened the visit, pressed again at once, would not have read it
  await page.getByRole('button', { name: /Sudah disampaikan/ }).press('Enter')
  await page
    .getByText(/Disampaikan \d/)
    .first()
    .waitFor()
}

/** Looks for a person first, as one must, and finds nobody. */
export async function searchInVisit(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: /Cari orangnya|Tambah orang/ }).waitFor()
  await page.keyboard.press('F6')
  const box = page.getByRole('combobox', { name: 'Cari warga', exact: true })
  await box.fill(text)
  await page.getByRole('button', { name: 'Daftarkan warga baru' }).waitFor()
}

/** Types a name, however it is spelt, into the search of a visit and waits for the first answer; that is what Enter takes. */
export async function typeInSearch(page: Page, text: string): Promise<Locator> {
  await page.getByRole('button', { name: /Cari orangnya|Tambah orang/ }).waitFor()
  await page.keyboard.press('F6')
  await page.getByRole('combobox', { name: 'Cari warga', exact: true }).fill(text)
  const first = page.getByRole('option', { selected: true })
  await first.waitFor()
  return first
}

/** Takes the first answer, who is in the register and no resident yet, and fills in what only the person can say. */
export async function takeFromRegistry(page: Page, { phone = '', relation = '' }: Person): Promise<void> {
  await page.keyboard.press('Enter')
  await page.getByText('Diisi dari', { exact: false }).first().waitFor()
  if (relation) await page.getByRole('combobox', { name: /^Hubungan dalam keluarga/ }).waitFor()
  await page.getByRole('textbox', { name: /^Telepon/ }).fill(phone)
}

export async function startRegistration(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Daftarkan warga baru' }).click()
  await page.getByRole('textbox', { name: 'NIK', exact: true }).waitFor()
}

export async function fillPerson(page: Page, person: Person): Promise<void> {
  const box = (name: RegExp) => page.getByRole('textbox', { name })
  await page.getByRole('textbox', { name: 'NIK', exact: true }).fill(person.nik)
  await box(/^Nama lengkap/).fill(person.name)
  await page.getByRole('radio', { name: person.sex }).check()
  await box(/^Tempat lahir/).fill(person.birthPlace)
  await box(/^Tanggal lahir/).fill(person.birthDate)
  if (person.kk && person.relation) {
    await page.getByRole('radio', { name: 'Ya, catat KK' }).check()
    await box(/^Nomor KK/).fill(person.kk)
    await choose(page, /^Hubungan dalam keluarga/, person.relation)
  }
  await box(/^Alamat sesuai kartu/).fill(person.line)
  await choose(page, /^Desa atau kelurahan/, person.village)
  await box(/^RT/).fill(person.rt)
  await box(/^RW/).fill(person.rw)
  if (person.phone) await box(/^Telepon/).fill(person.phone)
}

export async function saveAndJoin(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter')
  // the key that saved the person, pressed again at once, would not have read which part they play
  await page.getByRole('button', { name: /Masukkan ke kunjungan/ }).press('Enter')
  await page.getByRole('button', { name: /Lanjut ke kasus/ }).waitFor()
}

/** The same woman once more, with a NIK that is one digit off; ends at the question whether she is known. */
export async function registerAgain(page: Page): Promise<void> {
  await searchInVisit(page, SITI.name)
  await startRegistration(page)
  const { kk: _kk, relation: _relation, ...person } = SITI
  await fillPerson(page, { ...person, nik: '3324145708900007' })
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog', { name: /sudah pernah datang/ }).waitFor()
}

type Wish = { service: string; summary: string; problem: string }

export async function openCase(page: Page, wish: Wish): Promise<void> {
  await page.getByRole('button', { name: /Lanjut ke kasus/ }).click()
  await fillCase(page, wish)
}

/** In a visit that has a person and no case yet, this is what one sees first. */
export async function fillCase(page: Page, wish: Wish): Promise<void> {
  await choose(page, /^Layanan yang dibutuhkan/, wish.service)
  await page.getByRole('textbox', { name: /^Keterangan/ }).fill(wish.summary)
  await page.getByRole('radio', { name: 'Permohonan' }).check()
  await choose(page, /^Masalahnya/, wish.problem)
}

export async function saveCase(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: 'Berkas persyaratan' }).waitFor()
}

/** Says of the first papers, with the keys 1 and 2, that they are here, and of the next that it is missing. */
export async function checkDocuments(page: Page, here: number): Promise<void> {
  for (let i = 1; i <= here; i++) {
    await page.keyboard.press('1')
    await page.getByText(new RegExp(`^${i} dari \\d+ ada`)).waitFor()
  }
  await page.keyboard.press('2')
}

export async function chooseReferral(page: Page): Promise<void> {
  await page.keyboard.press('F9')
  await page.getByRole('group', { name: /Bagaimana kasus ini berakhir/ }).waitFor()
  await page.keyboard.press('4')
  await page.getByRole('button', { name: /Isi rujukan/ }).waitFor()
}

export async function fillReferral(page: Page, organization: string, reason: string): Promise<void> {
  await page.keyboard.press('Control+Enter')
  await page.getByRole('combobox', { name: /^Instansi tujuan/ }).waitFor()
  const all = page.getByRole('checkbox', { name: /Tampilkan semua instansi/ })
  if (await all.isVisible()) await all.check()
  await choose(page, /^Instansi tujuan/, organization)
  await page.getByRole('textbox', { name: /^Alasan merujuk/ }).fill(reason)
}

export async function sendReferral(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter')
  await page.getByRole('combobox', { name: 'Jenis surat' }).waitFor()
}

export async function fillLetter(page: Page, type: string): Promise<void> {
  await choose(page, /^Jenis surat/, type)
  await page.locator('button:enabled', { hasText: 'Terbitkan & cetak' }).waitFor()
}

/** Issues the letter and waits for its number. */
export async function issueLetter(page: Page): Promise<string> {
  await page.getByRole('button', { name: /Terbitkan & cetak/ }).waitFor()
  await page.keyboard.press('Control+Enter')
  const told = page.getByText(/^Nomor .* terbit dan tersimpan/).first()
  await told.waitFor()
  return /^Nomor (\S+)/.exec((await told.textContent()) ?? '')?.[1] ?? ''
}

/** The letter as it was frozen when it was issued, by its number. */
export async function frozenLetter(page: Page, number: string): Promise<{ id: string; bytes: Uint8Array }> {
  const { id, base64 } = await page.evaluate(async wanted => {
    type Answer = { ok: true; value: never }
    type Desk = { search: { find(input: object): Promise<Answer> }; letters: { pdf(input: object): Promise<Answer> } }
    const { desk } = window as unknown as { desk: Desk }
    const hits = (await desk.search.find({ text: wanted, purpose: 'look-up' })).value as { letterId: string }[]
    const letterId = hits[0]?.letterId ?? ''
    const bytes = (await desk.letters.pdf({ letterId })).value as Uint8Array
    return { id: letterId, base64: btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join('')) }
  }, number)
  return { id, bytes: new Uint8Array(Buffer.from(base64, 'base64')) }
}

/** Types part of a name into a combobox and takes the first that fits. */
export async function choose(page: Page, label: RegExp, text: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label })
  await box.fill(text)
  const first = page.locator('[role=option][aria-selected=true]')
  await first.filter({ hasText: new RegExp(text.split(' ')[0] ?? '', 'i') }).waitFor()
  await page.keyboard.press('Enter')
}
