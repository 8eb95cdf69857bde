import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { findElectron } from '../../scripts/electron-path.mjs'
import { newFolder, openDeskApp, removeFolder } from './support/desk-app'
import { confirmTogether, SAMPLE, setUpSample, signIn, signOut } from './support/sign-in'

/** Where pictures go when somebody wants to look at them. */
const shots = process.env.SHOTS
const ROOT = join(import.meta.dirname, '../..')
const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')

test.describe('a desk whose data cannot be opened says so and touches nothing', () => {
  let data: string
  test.beforeEach(() => {
    data = newFolder()
  })
  test.afterEach(() => removeFolder(data))

  test('a database of another program', async () => {
    const file = join(data, 'desk.db')
    mkdirSync(data, { recursive: true })
    writeFileSync(file, Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(4096, 7)]))
    const before = hashOf(file)
    const desk = await openDeskApp(data)
    await expect(desk.page.getByRole('heading', { name: 'Loket belum dapat dibuka' })).toBeVisible()
    await expect(desk.page.getByText('Tidak ada data yang ditimpa atau dihapus.')).toBeVisible()
    await desk.close()
    expect(hashOf(file)).toBe(before)
  })

  test('a damaged database, which is set aside and put together again', async () => {
    const first = await openDeskApp(data)
    await setUpSample(first.page)
    await first.close()
    const file = join(data, 'desk.db')
    const bytes = readFileSync(file)
    bytes.fill(0xaa, 8192, 12288)
    writeFileSync(file, bytes)
    const before = hashOf(file)
    const desk = await openDeskApp(data)
    await expect(desk.page.getByText('Berkas data rusak dan tidak dapat dibaca seluruhnya.')).toBeVisible()
    expect(hashOf(file)).toBe(before)

    await desk.page.getByRole('button', { name: 'Pulihkan sekarang' }).click()
    await expect(desk.page.getByRole('heading', { name: 'Loket dapat dipakai lagi' })).toBeVisible()
    await expect(desk.page.getByText('Tidak ada catatan yang hilang.')).toBeVisible()

    await desk.page.getByRole('button', { name: 'Buka loket' }).click()
    await signIn(desk.page, SAMPLE.administrator)
    await desk.page.getByRole('link', { name: 'Pengaturan' }).click()
    await desk.page.getByRole('tab', { name: 'Cadangan' }).click()
    await desk.page.getByRole('button', { name: 'Buat cadangan sekarang' }).click()
    await desk.page.getByRole('button', { name: 'Uji pemulihan' }).click()
    await expect(desk.page.getByText('Uji pemulihan berhasil')).toBeVisible()

    await desk.close()
    const [aside = ''] = readdirSync(data).filter(name => name.startsWith('rusak-'))
    expect(hashOf(join(data, aside, 'desk.db'))).toBe(before)
  })

  test('a database whose keys are gone', async () => {
    const first = await openDeskApp(data)
    await setUpSample(first.page)
    await first.close()
    rmSync(join(data, 'keys'), { recursive: true })
    const before = hashOf(join(data, 'desk.db'))
    const desk = await openDeskApp(data)
    await expect(desk.page.getByText('Kunci untuk membuka data tidak ditemukan.')).toBeVisible()
    await desk.close()
    expect(hashOf(join(data, 'desk.db'))).toBe(before)
    expect(existsSync(join(data, 'keys'))).toBe(false)
  })

  test('a database whose keys are gone is opened with the recovery code', async () => {
    const first = await openDeskApp(data)
    await setUpSample(first.page)
    await signIn(first.page, SAMPLE.administrator)
    await first.page.getByRole('link', { name: 'Pengaturan' }).click()
    await first.page.getByRole('tab', { name: 'Cadangan' }).click()
    await first.page.getByRole('button', { name: 'Buat kode pemulihan' }).click()
    await first.page.getByRole('button', { name: 'Buat dan tampilkan' }).click()
    await confirmTogether(first.page, SAMPLE.manager)
    const code = await first.page.getByText(/^(\w{4}-){6}\w{4}$/).innerText()
    await first.page.getByRole('button', { name: 'Sudah di kertas dan cocok' }).click()
    await first.page.getByLabel('Tiga kata terakhir di kertas').fill(code.split('-').slice(-3).join(' '))
    await first.page.getByRole('button', { name: 'Kode ini berlaku sekarang' }).click()
    await expect(first.page.getByText(/^Kode pemulihan dibuat/)).toBeVisible()
    await first.close()
    rmSync(join(data, 'keys'), { recursive: true })

    const desk = await openDeskApp(data)
    await desk.page
      .getByLabel('Kode dari amplop atau jawaban kabupaten')
      .fill(code.toLowerCase().replace(/.$/, end => (end === '0' ? '1' : '0')))
    await desk.page.getByRole('button', { name: 'Buka dengan kode' }).click()
    await expect(desk.page.getByText('Kode pemulihan ini belum cocok.')).toBeVisible()
    await desk.page.getByLabel('Kode dari amplop atau jawaban kabupaten').fill(code.toLowerCase())
    await desk.page.getByRole('button', { name: 'Buka dengan kode' }).click()
    await expect(desk.page.getByRole('heading', { name: 'Siapa yang bertugas?' })).toBeVisible()
    await desk.close()
  })

  test('a folder that another desk has open', async () => {
    const first = await openDeskApp(data)
    await setUpSample(first.page)
    const second = await openDeskApp(data)
    await expect(second.page.getByText('Loket SLRT sudah terbuka di komputer ini.')).toBeVisible()
    await second.close()
    await expect(first.page.getByRole('heading', { name: 'Siapa yang bertugas?' })).toBeVisible()
    await first.close()
  })
})

test('a packaged desk refuses to start with a switch it does not know', () => {
  const { path, kind } = findElectron()
  test.info().annotations.push({ type: 'executable', description: kind })
  for (const bad of ['--remote-debugging-port=9222', '--inspect', '--no-sandbox', '--proxy-server=x']) {
    const { status, stderr, stdout } = spawnSync(path, [ROOT, '--stdio', bad], {
      env: { ...process.env, STANDIN_PACKAGED: '1' },
      input: '{"id":1,"call":"office.state"}\n',
      encoding: 'utf8',
      timeout: 20_000
    })
    expect(status, bad).toBe(2)
    expect(stdout, bad).toBe('')
    expect(stderr, bad).toContain(bad.split('=')[0])
  }
})

test('a trial restore that failed is asked for at sign-in, of whoever answers for the data alone, until one goes well', async () => {
  const data = newFolder()
  const first = await openDeskApp(data)
  await setUpSample(first.page)
  await signIn(first.page, SAMPLE.administrator)
  await first.page.getByRole('link', { name: 'Pengaturan' }).click()
  await first.page.getByRole('tab', { name: 'Cadangan' }).click()
  await first.page.getByRole('button', { name: 'Buat cadangan sekarang' }).click()
  await expect(first.page.getByText('Cadangan dibuat dan diperiksa')).toBeVisible()
  await first.close()
  const lastTest = { at: Date.now(), backup: 'x', isGood: false, changes: 0, replayed: 0, differences: [], ms: 1 }
  writeFileSync(join(data, 'backups', 'notes.json'), JSON.stringify({ lastTest }))

  const { page, close } = await openDeskApp(data)
  const asked = page.getByRole('dialog', { name: 'Sudah waktunya uji pemulihan' })
  await signIn(page, SAMPLE.frontOffice)
  await expect(page.getByRole('heading', { name: 'Hari ini' })).toBeVisible()
  await expect(asked).toHaveCount(0)
  await signOut(page)
  await signIn(page, SAMPLE.manager)
  await expect(asked).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(asked.getByText('Mohon pilih alasannya dahulu')).toBeVisible()
  if (shots) await page.screenshot({ path: join(shots, 'restore-due-id.png') })
  await asked.getByRole('button', { name: 'Uji sekarang' }).click()
  await expect(asked.getByText('Uji pemulihan berhasil')).toBeVisible()
  if (shots) await page.screenshot({ path: join(shots, 'restore-done-id.png') })
  await asked.getByRole('button', { name: 'Tutup' }).last().click()
  await signOut(page)
  await signIn(page, SAMPLE.manager)
  await expect(page.getByRole('heading', { name: 'Hari ini' })).toBeVisible()
  await expect(asked).toHaveCount(0)
  await close()
  removeFolder(data)
})
