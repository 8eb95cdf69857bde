import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import * as counter from './support/counter'
import { type DeskApp, newFolder, openDeskApp, removeFolder } from './support/desk-app'
import { look } from './support/good-screen'
import { SAMPLE, setUpSample, signIn } from './support/sign-in'

let data: string
let desk: DeskApp

test.beforeEach(async () => {
  data = newFolder()
  desk = await openDeskApp(data)
  await setUpSample(desk.page)
  await signIn(desk.page, SAMPLE.frontOffice)
})
test.afterEach(async () => {
  await desk.close()
  removeFolder(data)
})

const LONG_WORD = 'Kusumodiningratwidyasastranegaraprawirasentanapurwadireja'

/** Ten of one family in the visit that is open, as other journeys register them one by one. */
const bringFamily = (desk: DeskApp) =>
  desk.page.evaluate(async longWord => {
    type Call = (input: object) => Promise<{ ok: true; value: { id: string } }>
    const api = (window as unknown as { desk: Record<'residents' | 'visits', Record<string, Call>> }).desk
    const visitId = /visits\/([0-9a-f-]+)/.exec(location.hash)?.[1]
    const nobody = { birthDate: null, religion: null, maritalStatus: null, occupation: null, motherName: null, phone: null }
    for (const n of Array.from({ length: 10 }, (_, i) => i)) {
      const resident = {
        ...{ ...nobody, name: `${'ABCDEFGHIJ'[n]}gus ${n ? 'Contoh' : longWord}`, nik: null, noNikReason: 'never-recorded' },
        ...{ nikOverrideReason: null, sex: 'male', birthPlace: null, phoneOwner: null, domicile: null, note: null },
        address: { line: 'Dusun Krajan', rt: null, rw: null, villageCode: null, postcode: null }
      }
      const made = await api.residents.register?.({ resident, family: null, differentFrom: [] })
      await api.visits.addParticipant?.({ visitId, residentId: made?.value.id, role: n ? 'applicant' : 'concerned', relation: null })
    }
  }, LONG_WORD)

test('ten people at the counter and five who are called at once leave every button in reach', async () => {
  const { page } = desk
  for (const n of [1, 2, 3, 4, 5, 6]) await counter.takeTicket(page, `Keperluan ${n}`)
  await counter.serveNext(page)
  await bringFamily(desk)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(LONG_WORD)
  const [title, steps] = [
    await page.getByRole('heading', { level: 1 }).boundingBox(),
    await page.getByRole('navigation', { name: 'Langkah' }).boundingBox()
  ]
  const width = await page.getByRole('heading', { level: 1 }).evaluate(heading => heading.scrollWidth)
  expect((title?.x ?? 0) + width).toBeLessThanOrEqual(steps?.x ?? 0)
  await expect(page.getByRole('button', { name: 'Selesaikan kunjungan' })).toBeInViewport({ ratio: 1 })
  await look(page, 'a visit of ten')

  await page.getByRole('button', { name: 'Kembalikan ke antrean' }).click()
  await expect(page.getByRole('list', { name: 'Umum' }).getByRole('button', { name: /^U-001/ })).toBeVisible()
  for (const left of [5, 4, 3, 2, 1]) {
    await page.locator('button:enabled', { hasText: 'Panggil berikutnya' }).click()
    await expect(page.getByRole('list', { name: 'Umum' }).getByRole('listitem')).toHaveCount(left)
  }
  await look(page, 'five called')
  const first = page.getByRole('button', { name: 'Tidak hadir' }).last()
  await first.scrollIntoViewIfNeeded()
  await first.click()
  await expect(page.getByRole('list', { name: 'Tidak hadir hari ini' }).getByRole('button', { name: /^U-001/ })).toBeAttached()
  expect(desk.errors).toEqual([])
})

/** A DTSEN certificate of a resident who is read about at length, with eight long copies below; its bytes. */
const longCertificate = (desk: DeskApp) =>
  desk.page.evaluate(async () => {
    type Call = (input: object) => Promise<{ ok: true; value: { id: string } & { id: string }[] & Uint8Array }>
    const { desk: api } = window as unknown as { desk: Record<string, Record<string, Call>> }
    const call = async (feature: string, name: string, input: object) => {
      const answer = await api[feature]?.[name]?.(input)
      if (!answer?.ok) throw new Error(`${feature}.${name}`)
      return answer.value
    }
    const long = (length: number) => 'Keterangan panjang tentang keluarga ini. '.repeat(20).slice(0, length).trim()
    const address = { line: long(150), rt: '003', rw: '005', villageCode: null, postcode: null }
    const resident = {
      ...{ name: 'Siti Contoh', nik: '3324105708920003', noNikReason: null, nikOverrideReason: null, sex: 'female' },
      ...{ birthPlace: 'Kendal', birthDate: '1992-08-17', religion: 'belief', maritalStatus: 'widowed', occupation: long(60) },
      ...{ motherName: null, phone: null, phoneOwner: null, address, domicile: null, note: null }
    }
    const { id: residentId } = await call('residents', 'register', { resident, family: null, differentFrom: [] })
    const check = { source: 'DTSEN', isListed: true, decile: 3, period: '2026-T4', programmes: [], note: null }
    await call('registry', 'recordCheck', { residentId, visitId: null, ...check })
    const { id: visitId } = await call('visits', 'checkIn', { lane: 'general', channel: 'walk-in', purpose: null, vulnerableGroup: null })
    await call('visits', 'serve', { visitId })
    const wish = { kind: 'request', sector: 'health', problemType: 'nonaktif', serviceCode: null, summary: 'Surat', urgency: 'normal' }
    const { id: caseId } = await call('cases', 'open', { visitId, residentId, ...wish })
    const [signer] = await call('office', 'signers', {})
    const order = { type: 'keterangan-dtsen', caseId, referralId: null, organizationId: null, signerId: signer?.id, urgency: 'Biasa' }
    const more = { attachments: 0, purpose: long(200), copiesTo: Array.from({ length: 8 }, () => long(100)), bpjs: null, school: null }
    const { id: letterId } = await call('letters', 'issue', { ...order, ...more, inSpiteOf: null })
    return Array.from(await call('letters', 'pdf', { letterId }))
  })

test('the page of the signature carries the last sentence of the letter too', async () => {
  const file = join(data, 'long.pdf')
  writeFileSync(file, Uint8Array.from(await longCertificate(desk)))
  const second = execFileSync('pdftotext', ['-f', '2', '-l', '2', file, '-'], { encoding: 'utf8' })
  expect(second).toContain('Contoh Budi Santoso')
  expect(second).toContain('Demikian surat keterangan ini dibuat')
})
