import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import i18next from 'i18next'
import { afterEach, expect, it } from 'vitest'
import type { Role } from '#shared/officers/officer'
import { countMonth, type MonthRows } from '#shared/reports/month-counts'
import type { MonthReport } from '#shared/reports/month-report'
import { ReportScreen } from '../../src/renderer/reports/ReportScreen'
import { showAtDesk, TODAY } from './at-desk'
import { putDesk } from './fake-desk'

afterEach(() => i18next.changeLanguage('id'))

const NOTHING: MonthRows = { visits: [], cases: [], closed: [], referrals: [], letters: [] }
const visit: MonthRows['visits'][number] = { status: 'done', lane: 'general', vulnerableGroup: null, deskCode: 'A' }
const counted = (visits: number) =>
  countMonth({ ...NOTHING, visits: Array(visits).fill(visit) }, { districtCode: '33.24', zone: 'WIB', today: TODAY })

/** A desk that knows visits since September, and the months it was asked for. */
async function showReports(roles?: Role[]) {
  const [asked, saved]: [string[], string[]] = [[], []]
  const before: Record<string, number> = { '2026-09': 4, '2026-10': 0, '2026-11': 3 }
  const reportOf = (month: string): MonthReport => ({
    month,
    madeOn: TODAY,
    first: '2026-09',
    now: counted(before[month] ?? 0),
    before: month === '2026-09' ? null : counted(month === '2026-11' ? 0 : 4),
    names: { services: {}, agencies: {}, villages: {} }
  })
  putDesk({
    reports: {
      month: async ({ month }) => {
        asked.push(month)
        return { ok: true, value: reportOf(month) }
      },
      export: async ({ month, to }) => {
        saved.push(`${month} ${to}`)
        return { ok: true, value: { files: [`laporan_${month}.csv`] } }
      }
    },
    sync: { drives: async () => ({ ok: true, value: [] }) }
  })
  await showAtDesk(<ReportScreen />, roles)
  return { asked, saved, user: userEvent.setup() }
}
const figures = async (name: string) =>
  within(await screen.findByRole('row', { name: new RegExp(`^${name}`) }))
    .getAllByRole('cell')
    .map(cell => cell.textContent)

it('begins with this month, says that it is not over, and goes back and on by key', async () => {
  const { user, asked } = await showReports()
  await screen.findByText(/Bulan ini belum selesai: angka sampai 23 November 2026/)
  expect(await figures('Selesai dilayani')).toEqual(['3', '0', '+3'])
  expect(screen.getByRole<HTMLButtonElement>('button', { name: /^Bulan sesudahnya/ }).disabled).toBe(true)
  await user.keyboard('{Alt>}{PageUp}{/Alt}')
  await waitFor(() => expect(asked).toContain('2026-10'))
  expect(screen.queryByText(/belum selesai/)).toBeNull()
  await user.keyboard('{Alt>}{PageUp}{/Alt}')
  await screen.findByText(/Belum ada catatan dari Agustus 2026/)
  expect(await figures('Selesai dilayani')).toEqual(['4', '–', '–'])
  await user.keyboard('{Alt>}{PageUp}{/Alt}{Alt>}{PageDown}{/Alt}')
  await waitFor(() => expect(screen.getByRole<HTMLInputElement>('combobox', { name: 'Bulan' }).value).toBe('Oktober 2026'))
  expect(asked).not.toContain('2026-08')
})

it('is saved with two keys, to the documents of this PC or a stick', async () => {
  const { user, saved } = await showReports()
  await screen.findByText(/angka sampai/)
  await user.keyboard('{Control>}{Enter}{/Control}')
  const dialog = await screen.findByRole('dialog', { name: 'Simpan laporan November 2026' })
  await user.click(within(dialog).getByRole('button', { name: /^Simpan ke berkas/ }))
  await waitFor(() => expect(saved).toEqual(['2026-11 documents']))
  expect(await screen.findByText(/Laporan tersimpan: laporan_2026-11.csv/)).toBeDefined()
})

it('is read in English, and printed only by who may print', async () => {
  await i18next.changeLanguage('en')
  await showReports(['administrator'])
  expect(await figures('Served')).toEqual(['3', '0', '+3'])
  expect(screen.queryByRole('button', { name: /Print/ })).toBeNull()
  expect(screen.getByRole('button', { name: /^Save as a file/ })).toBeDefined()
})
