import { expect, test } from '@playwright/test'
import { newFolder, openDeskApp, removeFolder } from './support/desk-app'
import { type DistrictServer, startDistrict } from './support/district-server'
import { look } from './support/good-screen'
import { joinSample, openSync } from './support/replication'
import { SAMPLE, setUpSample, signIn } from './support/sign-in'
import { newStick, openWizard, type Stick } from './support/stick'

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

test('every screen about the district is accessible and fits in both languages', async () => {
  const { page: a, ...deskA } = await openDeskApp(folders.a, { ...district.offer, ...stick.env })
  await setUpSample(a)
  await signIn(a, SAMPLE.manager)
  await openSync(a)
  await a.getByRole('button', { name: 'Sambungkan ke server contoh' }).waitFor()
  await look(a, 'alone')
  await joinSample(a)
  await look(a, 'joined')
  await openWizard(a)
  await look(a, 'no stick')
  stick.plugIn()
  await a.getByRole('radio', { name: /^FLASHDISK/ }).waitFor()
  await look(a, 'choose a stick')
  await a.getByRole('button', { name: 'Simpan ke flashdisk' }).click()
  await a.getByRole('heading', { name: 'Tersimpan di flashdisk' }).waitFor()
  await look(a, 'saved to the stick')

  const { page: b, ...deskB } = await openDeskApp(folders.b, { LOKET_DISTRICT_FILE: `${folders.b}/no-offer.json` })
  await b.getByRole('button', { name: 'Sambungkan ke kabupaten' }).click()
  await b.getByLabel('Alamat server').fill(district.address)
  await b.getByLabel('Kode sekali pakai').fill(district.command('enrol-code').split('\n')[0] ?? '')
  await look(b, 'take over')
  await b.getByRole('button', { name: 'Sambungkan' }).click()
  const number = b.getByLabel('Angka pencocokan')
  await expect(number).toHaveText(/^\d{3} \d{3}$/)
  await look(b, 'check number')
  expect(district.command('confirm', (await number.textContent()) ?? '')).toContain('Desk B')
  await b.getByRole('heading', { name: /siap dibuka/ }).waitFor()
  await look(b, 'office to be opened')
  for (const { errors, close } of [deskA, deskB]) {
    expect(errors).toEqual([])
    await close()
  }
})
