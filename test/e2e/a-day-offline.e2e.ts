import { expect, test } from '@playwright/test'
import { expectWholeLog } from './support/check-log'
import { BUDI, SITI } from './support/counter'
import { type DeskApp, newFolder, openDeskApp, removeFolder } from './support/desk-app'
import { type DistrictServer, startDistrict } from './support/district-server'
import { expectBoard, expectReceipts, expectUnsent, joinSample, sendNow, takeOverSample } from './support/replication'
import { seenAtDesk } from './support/seen-at-desk'
import { SAMPLE, setUpSample, signIn, signOut } from './support/sign-in'
import { goOnWith, referWithLetter, welcome } from './support/visit'

let district: DistrictServer
let folders: { a: string; b: string }
test.beforeEach(async () => {
  district = await startDistrict()
  folders = { a: newFolder(), b: newFolder() }
})
test.afterEach(async () => {
  await district.remove()
  for (const folder of Object.values(folders)) removeFolder(folder)
})

test('two desks work through a day without a line, one is killed, and both agree when the line is back', async () => {
  let a: DeskApp = await openDeskApp(folders.a, district.offer)
  await setUpSample(a.page)
  await signIn(a.page, SAMPLE.manager)
  await joinSample(a.page)
  await signOut(a.page)
  await signIn(a.page, SAMPLE.frontOffice)
  const b = await openDeskApp(folders.b, district.offer)
  await takeOverSample(b.page, 'B')
  await signIn(b.page, SAMPLE.backOffice)

  await test.step('the line is cut, and desk A is killed while it serves', async () => {
    await district.kill()
    await welcome(a.page, SITI)
    await a.kill()
  })
  const letters = await test.step('both finish their work', async () => {
    await welcome(b.page, BUDI)
    const ofBudi = await referWithLetter(b.page)
    a = await openDeskApp(folders.a, district.offer)
    await signIn(a.page, SAMPLE.frontOffice)
    // the desk has gone back to the visit by itself
    await a.page.getByRole('complementary', { name: 'Ringkasan kunjungan' }).waitFor()
    const ofSiti = await referWithLetter(a.page)
    await expectUnsent(a.page)
    await expectUnsent(b.page)
    return [ofSiti, ofBudi]
  })
  expect(letters).toEqual([expect.stringMatching(/^400\.7\/001\/SLRT-A\//), expect.stringMatching(/^400\.7\/001\/SLRT-B\//)])

  await test.step('the line is back', async () => {
    await district.start()
    await sendNow(a.page)
    await sendNow(b.page)
    await sendNow(a.page)
  })
  for (const { page } of [a, b]) {
    await expectBoard(page, [SITI.name, BUDI.name], 0)
    await expectReceipts(page, [SITI.name, BUDI.name])
  }
  await test.step('both visits end, each at its own desk', async () => {
    for (const [{ page }, person] of [
      [a, SITI],
      [b, BUDI]
    ] as const) {
      await expectBoard(page, [SITI.name, BUDI.name], 0)
      await goOnWith(page, person)
      await page.keyboard.press('F10')
      await page.getByRole('heading', { name: 'Hari ini' }).waitFor()
    }
    for (const { page } of [a, b, a]) await sendNow(page)
    for (const { page } of [a, b]) await expectBoard(page, [], 2)
  })

  const seen = await seenAtDesk(a.page)
  expect(await seenAtDesk(b.page)).toEqual(seen)
  expect(seen.registers.flatMap(({ letters }) => letters.map(({ number }) => number)).sort()).toEqual([...letters].sort())
  expect(district.command('status')).toContain('0 waiting, 0 refused')
  for (const desk of [a, b]) {
    expect(desk.errors).toEqual([])
    await desk.close()
  }
  await district.stop()
  expect(expectWholeLog(folders.b)).toEqual(expectWholeLog(folders.a))
})
