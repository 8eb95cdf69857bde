import { readFileSync } from 'node:fs'
import { read, utils } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { givenCase, givenLetterOrder, givenResident, givenVisit, personInput } from '#test/support/given'
import { pluggedStick } from '#test/support/plugged-stick'
import { MORNING, problem, testDesk, value } from '#test/support/test-desk'

const stick = pluggedStick()

const DAY_MS = 24 * 3600 * 1000
const BULUGEDE = '33.24.14.2001'

/** A desk with a case of November that was referred with a letter, and one of a month later. */
async function twoMonths() {
  const at = await testDesk({ officer: 'front-office' })
  const { api, clock } = at
  const address = { ...personInput().address, villageCode: BULUGEDE }
  const resident = await givenResident(api, { address })
  const first = await givenCase(api, { residentId: resident.id, serviceCode: 'pbi-jk-reactivation' })
  const order = await givenLetterOrder(api, first.id)
  value(await api.referrals.send({ referralId: order.referralId ?? '' }))
  value(await api.letters.issue(order))
  value(await api.visits.checkIn({ lane: 'vulnerable', channel: 'walk-in', purpose: null, vulnerableGroup: 'elderly' }))
  clock.ms = MORNING + 14 * DAY_MS
  const visit = await givenVisit(api)
  const second = await givenCase(api, { visitId: visit.id, residentId: resident.id })
  value(await api.cases.end({ caseId: second.id, ending: { kind: 'information', answer: 'Syaratnya dijelaskan' } }))
  value(await api.cases.close({ caseId: first.id, outcome: 'fulfilled', text: 'Sudah aktif' }))
  return { ...at, resident }
}

describe('the report of a month', () => {
  it('counts each thing in its own month, with the month before beside it', async () => {
    const { api } = await twoMonths()
    const november = value(await api.reports.month({ month: '2026-11' }))
    expect(november).toMatchObject({ first: '2026-11', before: null, madeOn: '2026-12-07' })
    expect(november.now).toMatchObject({
      desks: ['A'],
      visits: { all: 2, fast: 1 },
      groups: { elderly: 1 },
      cases: { opened: 1, closed: 0 },
      services: { 'pbi-jk-reactivation': { opened: 1, referral: 1 } },
      referrals: { sent: 1, answered: 0, overdue: 1 },
      villages: { [BULUGEDE]: { cases: 1, people: 1 } },
      letters: { issued: 1, void: 0 }
    })
    expect(november.names.villages[BULUGEDE]).toMatch(/^Desa Bulugede, Kecamatan Patebon$/)
    const december = value(await api.reports.month({ month: '2026-12' }))
    expect(december.before).toEqual(november.now)
    expect(december.now).toMatchObject({
      visits: { all: 1 },
      cases: { opened: 1, closed: 2, daysToEnding: 0, daysToClosing: 7 },
      services: { '': { opened: 1, information: 1 } },
      outcomes: { fulfilled: 2 },
      referrals: { sent: 0 },
      letters: { issued: 0 }
    })
  })

  it('is zeros for a month in which nobody came, on a desk that knows nobody too', async () => {
    const { api } = await testDesk({ officer: 'manager' })
    const { first, now, before } = value(await api.reports.month({ month: '2026-11' }))
    expect([first, before, now.visits.all]).toEqual([null, null, 0])
    expect(problem(await api.reports.month({ month: '2026-13' }))).toMatchObject({ kind: 'invalid-input' })
  })

  it('counts a person who was merged into another one once', async () => {
    const at = await testDesk({ officer: 'manager' })
    const [one, other] = [
      await givenResident(at.api),
      await givenResident(at.api, { name: 'Sitti Aminah', nik: null, noNikReason: 'never-recorded' })
    ]
    await givenCase(at.api, { residentId: one.id })
    await givenCase(at.api, { residentId: other.id })
    const people = async () => value(await at.api.reports.month({ month: '2026-11' })).now.villages['']?.people
    expect(await people()).toBe(2)
    value(await at.api.residents.merge({ residentId: other.id, into: one.id }))
    expect(await people()).toBe(1)
  })

  it('is saved as numbers in a CSV and an XLSX, in which nobody is named and nothing is calculated', async () => {
    const { api, resident } = await twoMonths()
    const { files } = value(await api.reports.export({ month: '2026-12', to: stick }))
    expect(files.map(file => file.replace(/^.*[\\/]/, ''))).toEqual(['laporan_2026-12.csv', 'laporan_2026-12.xlsx'])
    const [csv, xlsx] = files.map(file => readFileSync(file))
    expect(csv?.toString('utf8')).toContain('2026-12;Ringkasan;Rata-rata hari sampai ditutup;Bulan laporan;hari;7')
    for (const secret of [resident.name, resident.nik ?? '', resident.id]) expect(csv?.includes(secret)).toBe(false)
    const book = read(xlsx)
    const sheet = book.Sheets[book.SheetNames[0] ?? '']
    const rows = sheet ? utils.sheet_to_json<Record<string, unknown>>(sheet) : []
    expect(rows).toContainEqual({
      bulan: '2026-12',
      bagian: 'Ringkasan',
      uraian: 'Kasus ditutup',
      ukuran: 'Bulan laporan',
      satuan: '',
      nilai: 2
    })
    expect(problem(await api.reports.export({ month: '2026-12', to: '/nowhere' }))).toEqual({ kind: 'no-drive' })
  })

  it('is printed on the paper of the office, and says up to which day it counts while the month goes on', async () => {
    const { api } = await twoMonths()
    const sheet = value(await api.letters.showPaper({ paper: { kind: 'report', month: '2026-12' } }))
    expect(sheet).toMatchObject({ kind: 'report', paper: 'F4', month: 'Desember 2026', soFarOn: '2026-12-07', desks: ['A'] })
    expect(value(await api.letters.showPaper({ paper: { kind: 'report', month: '2026-11' } }))).toMatchObject({ soFarOn: null })
    expect(value(await api.letters.printPaper({ paper: { kind: 'report', month: '2026-11' }, printer: 'Kantor' }))).toMatchObject({
      kind: 'report',
      letterId: null
    })
  })
})
