import { describe, expect, it } from 'vitest'
import { Month, monthAfter, monthBefore, monthName, monthsBack } from '#shared/reports/month'
import { countMonth, type MonthRows } from '#shared/reports/month-counts'
import { figureText, type MonthReport, reportNotes, reportSections, reportTable } from '#shared/reports/month-report'

const from = { districtCode: '33.24', zone: 'WIB', today: '2026-11-24' } as const
const NOTHING: MonthRows = { visits: [], cases: [], closed: [], referrals: [], letters: [] }
const one = (serviceCode: string): MonthRows['cases'][number] => ({
  serviceCode,
  status: 'in-process',
  ending: 'request',
  residentId: serviceCode,
  openedAt: 0,
  villageCode: null,
  endedAt: 0
})
const visits: MonthRows['visits'] = [
  { status: 'done', lane: 'vulnerable', vulnerableGroup: 'infant', deskCode: 'A' },
  { status: 'done', lane: 'general', vulnerableGroup: null, deskCode: 'A' },
  { status: 'done', lane: 'general', vulnerableGroup: null, deskCode: 'A' }
]

const report = (now: Partial<MonthRows>, before: Partial<MonthRows> | null = null): MonthReport => ({
  month: '2026-11',
  madeOn: '2026-11-24',
  first: '2026-10',
  now: countMonth({ ...NOTHING, ...now }, from),
  before: before && countMonth({ ...NOTHING, ...before }, from),
  names: {
    services: { pip: { nameId: 'PIP', nameEn: 'School aid' }, rtlh: { nameId: 'Bedah rumah', nameEn: 'House repair' } },
    agencies: {},
    villages: {}
  }
})
const section = (of: MonthReport, key: string, language: 'id' | 'en' = 'id') =>
  reportSections(of, language).find(found => found.key === key)
const texts = (row: { name: string; figures: Parameters<typeof figureText>[0][] } | undefined | null) =>
  row && [row.name, ...row.figures.map(figure => figureText(figure, 'id'))]
const summary = (of: MonthReport, name: string) => texts(section(of, 'summary')?.rows.find(row => row.name === name))

describe('a month', () => {
  it('goes over the new year in both directions and is named in both languages', () => {
    expect([monthBefore('2027-01'), monthAfter('2026-12')]).toEqual(['2026-12', '2027-01'])
    expect([monthName('2027-01', 'id'), monthName('2026-12', 'en')]).toEqual(['Januari 2027', 'December 2026'])
    expect(monthsBack('2027-01', '2026-11', 120)).toEqual(['2027-01', '2026-12', '2026-11'])
    expect(monthsBack('2027-01', '1970-01', 3)).toHaveLength(3)
    expect(monthsBack('2027-01', '2027-05', 120)).toEqual(['2027-01'])
  })

  it.each(['2026-13', '2026-00', '0000-01', '2026-1', '2026-11-01', ''])('is not %j', text => {
    expect(Month.safeParse(text).success).toBe(false)
  })
})

describe('the report of a month', () => {
  it('sets each figure beside that of the month before, with the difference', () => {
    const of = report({ visits }, { visits: visits.slice(0, 1) })
    expect(summary(of, 'Selesai dilayani')).toEqual(['Selesai dilayani', '3', '1', '+2'])
    expect(summary(of, 'Bagian antrean prioritas')).toEqual(['Bagian antrean prioritas', '33,3%', '100%', '−66,7%'])
    expect(summary(of, 'Rata-rata hari sampai ditutup')).toEqual(['Rata-rata hari sampai ditutup', '–', '–', '–'])
  })

  it('compares with nothing where nothing is known of the month before', () => {
    const of = report({ visits, cases: [one('pip')] })
    expect(summary(of, 'Selesai dilayani')).toEqual(['Selesai dilayani', '3', '–', '–'])
    expect(texts(section(of, 'services')?.rows[0])?.at(-1)).toBe('–')
  })

  it('puts the largest first, keeps what only the month before had, and adds up the columns', () => {
    const of = report({ cases: [one('pip'), one('pip'), one('')] }, { cases: [one('rtlh'), one('pip')] })
    expect(section(of, 'services')?.rows.map(texts)).toEqual([
      ['PIP', '2', '0', '0', '2', '0', '0', '1'],
      ['Tanpa layanan', '1', '0', '0', '1', '0', '0', '0'],
      ['Bedah rumah', '0', '0', '0', '0', '0', '0', '1']
    ])
    expect(texts(section(of, 'services')?.total)).toEqual(['Jumlah', '3', '0', '0', '3', '0', '0', '2'])
    expect(section(of, 'services', 'en')?.rows.map(({ name }) => name)).toEqual(['School aid', 'No service', 'House repair'])
  })

  it('adds up no averages: the one of all agencies is their own', () => {
    const answered = (organizationId: string, days: number): MonthRows['referrals'][number] => ({
      organizationId,
      status: 'completed',
      dueOn: null,
      sentAt: 0,
      repliedAt: days * 86_400_000
    })
    const of = report({ referrals: [answered('a', 1), answered('a', 1), answered('b', 4)] })
    expect(section(of, 'agencies')?.rows.map(row => texts(row)?.slice(1))).toEqual([
      ['2', '2', '0', '1', '–'],
      ['1', '1', '0', '4', '–']
    ])
    expect(texts(section(of, 'agencies')?.total)).toEqual(['Jumlah', '3', '3', '0', '2', '–'])
  })

  it('says which cases were not counted, where there are such', () => {
    expect(reportNotes(report({}), 'id')).toHaveLength(2)
    expect(reportNotes(report({ cases: [{ ...one('pip'), status: 'invalid' }] }), 'id').at(-1)).toMatch(/^Tidak dihitung: 1 kasus/)
  })

  it('becomes one long table of numbers for the file, without differences, sums and dashes', () => {
    const { columns, rows } = reportTable(report({ visits, cases: [one('pip'), one('rtlh')] }, { visits }))
    expect(columns).toEqual(['bulan', 'bagian', 'uraian', 'ukuran', 'satuan', 'nilai'])
    expect(rows).toContainEqual(['2026-11', 'Ringkasan', 'Bagian antrean prioritas', 'Bulan laporan', '%', 33.3])
    expect(rows).toContainEqual(['2026-11', 'Kasus menurut layanan dan hasil di loket', 'PIP', 'Permohonan', '', 1])
    expect(rows.filter(row => row.includes('Jumlah') || row.includes('Selisih'))).toEqual([])
    expect(rows.every(row => typeof row[5] === 'number')).toBe(true)
  })

  it.each([
    [{ n: 1_234_567, unit: 'count' }, '1.234.567', '1,234,567'],
    [{ n: 1234.5, unit: 'days' }, '1.234,5', '1,234.5'],
    [{ n: 0, unit: 'count', isChange: true }, '0', '0'],
    [{ n: -1234, unit: 'count', isChange: true }, '−1.234', '−1,234'],
    [{ n: 4, unit: 'percent', isChange: true }, '+4%', '+4%'],
    [{ n: null, unit: 'percent' }, '–', '–']
  ] as const)('writes %j as %s, in English %s', (figure, id, en) => {
    expect([figureText(figure, 'id'), figureText(figure, 'en')]).toEqual([id, en])
  })
})
