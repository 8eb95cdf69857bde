import { expect, test } from '@playwright/test'
import { expectWholeLog } from './support/check-log'
import { BUDI, SITI } from './support/counter'
import { newFolder, openDeskApp, removeFolder } from './support/desk-app'
import { type DistrictServer, startDistrict } from './support/district-server'
import { expectBoard, expectReceipts, expectUnsent, joinSample, syncBar, takeOverSample } from './support/replication'
import { seenAtDesk } from './support/seen-at-desk'
import { SAMPLE, setUpSample, signIn, signOut } from './support/sign-in'
import { newStick, openWizard, readFromStick, type Stick, saveToStick } from './support/stick'
import { referWithLetter, welcome } from './support/visit'

const NOT_OURS = 'Bukan untuk loket ini, dilewati'
const NOTHING_NEW = 'Sudah pernah dibaca, tidak ada yang baru'

let district: DistrictServer
let stick: Stick
let folders: { a: string; b: string }
test.beforeEach(async () => {
  district = await startDistrict()
  stick = newStick()
  folders = { a: newFolder(), b: newFolder() }
})
test.afterEach(async () => {
  await district.remove()
  stick.remove()
  for (const folder of Object.values(folders)) removeFolder(folder)
})

test('two desks that have no line carry their day to the district by stick, and both agree', async () => {
  const env = { ...district.offer, ...stick.env }
  const a = await openDeskApp(folders.a, env)
  await setUpSample(a.page)
  await signIn(a.page, SAMPLE.manager)
  await joinSample(a.page)
  await signOut(a.page)
  await signIn(a.page, SAMPLE.frontOffice)
  const b = await openDeskApp(folders.b, env)
  await takeOverSample(b.page, 'B')
  await signIn(b.page, SAMPLE.backOffice)
  await district.stop()

  await welcome(a.page, SITI)
  await welcome(b.page, BUDI)
  const letters = [await referWithLetter(a.page), await referWithLetter(b.page)]
  const unsent = [await expectUnsent(a.page), await expectUnsent(b.page)]

  await test.step('each desk saves its day on the stick, which counts nothing as sent', async () => {
    await openWizard(a.page)
    await expect(a.page.getByRole('heading', { name: 'Colokkan flashdisk' })).toBeVisible()
    await expect(a.page.getByRole('button', { name: 'Simpan ke flashdisk' })).toBeDisabled()
    stick.plugIn()
    await expect(a.page.getByRole('radio', { name: /^FLASHDISK/ })).toBeChecked()
    const saved = [await saveToStick(a.page)]
    await openWizard(b.page)
    saved.push(await saveToStick(b.page))
    expect(saved).toEqual(unsent)
    expect(await expectUnsent(a.page)).toBe(unsent[0])
  })
  const written = stick.packs()
  await test.step('the district takes both packs and writes the answers', async () => {
    const said = district.command('pack', '--in', ...written, '--out', stick.folder)
    expect(said.match(/taken; the answer for desk [AB] is/g)).toEqual([
      'taken; the answer for desk A is',
      'taken; the answer for desk B is'
    ])
  })
  await test.step('each desk reads its answer', async () => {
    for (const { page } of [a, b]) {
      await openWizard(page)
      await readFromStick(page, [NOT_OURS, /^Diterima, \d+ perubahan$/])
      await expect(syncBar(page)).toHaveText('Tidak ada jaringan. Data aman di PC ini')
      await expect(page.getByText('Semua sudah dikirim')).toBeVisible()
      await expectBoard(page, [SITI.name, BUDI.name], 0)
      await expectReceipts(page, [SITI.name, BUDI.name])
    }
  })
  const seen = await seenAtDesk(a.page)
  const [feed = ''] = district.command('status').split('\n')
  expect(await seenAtDesk(b.page)).toEqual(seen)
  expect(seen.registers.flatMap(book => book.letters.map(({ number }) => number))).toEqual(letters)
  expect(new Set(letters).size).toBe(2)

  await test.step('reading the same packs again says nothing new', async () => {
    const old = [NOT_OURS, NOTHING_NEW]
    for (const { page } of [a, b]) {
      await openWizard(page)
      await readFromStick(page, old)
    }
    district.command('pack', '--in', ...written, '--out', stick.folder)
    expect(district.command('status')).toContain(feed)
    for (const { page } of [a, b]) {
      await openWizard(page)
      await readFromStick(page, [...old, ...old])
      expect(await seenAtDesk(page)).toEqual(seen)
    }
  })
  for (const desk of [a, b]) {
    expect(desk.errors).toEqual([])
    await desk.close()
  }
  expect(expectWholeLog(folders.b)).toEqual(expectWholeLog(folders.a))
})
