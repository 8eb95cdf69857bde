import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { AuditCheck, AuditRow } from '#shared/audit/audit.contract'
import type { DeskApi } from '#shared/contract'
import { AuditScreen } from '../../src/renderer/audit/AuditScreen'
import { showAtDesk } from './at-desk'
import { putDesk } from './fake-desk'

const AT = Date.UTC(2026, 10, 23, 2, 30)
const ID = '0199aa00-0000-7000-8000-000000000031'

const row = (n: number, fields: Partial<AuditRow> = {}): AuditRow => ({
  n,
  at: AT,
  kind: 'read',
  call: 'residents.get',
  outcome: 'ok',
  officerName: 'Contoh Ratna',
  secondName: null,
  records: [{ id: ID, entity: 'resident', title: 'S. A.' }],
  more: 0,
  ticket: 'U-007',
  purpose: 'visit',
  ...fields
})

async function openScreen(rows: AuditRow[], check: Partial<AuditCheck> = {}) {
  const asked: Parameters<DeskApi['audit']['list']>[0][] = []
  putDesk({
    officers: { list: async () => ({ ok: true, value: [] }) },
    audit: {
      list: async filter => {
        asked.push(filter)
        return { ok: true, value: { rows, before: filter.before ? null : 101 } }
      },
      verify: async () => ({
        ok: true,
        value: { lines: 1234, seals: 20, sealedTo: 1216, hash: '0'.repeat(64), knownTo: null, losses: [], trouble: null, ...check }
      })
    }
  })
  await showAtDesk(<AuditScreen />, ['auditor'])
  return asked
}

it('says of each line who did what, whose data it was and why, and of people no more than initials', async () => {
  await openScreen([
    row(3),
    row(2, { kind: 'clock', call: null, officerName: null, records: [], ticket: null, by: -2 * 3_600_000 }),
    row(1, { kind: 'sign-in', call: 'officers.signIn', outcome: 'wrong-pin', records: [], ticket: null })
  ])
  expect(await screen.findByText('Melihat · warga')).toBeTruthy()
  expect(screen.getByText('Melayani U-007')).toBeTruthy()
  expect(screen.getByText(/S\. A\./)).toBeTruthy()
  expect(screen.getByText('Jam komputer dimundurkan 2 jam')).toBeTruthy()
  expect(screen.getByText('Ditolak: PIN salah')).toBeTruthy()
})

it('tells what the program noted of itself from what it refused, and never shows lines that are gone as restored', async () => {
  const program: Partial<AuditRow> = { kind: 'other', call: null, officerName: null, records: [], ticket: null }
  await openScreen([
    row(4, { ...program, outcome: 'lines-gone', count: 6 }),
    row(3, { ...program, kind: 'recovered', call: 'recovery.enterCode', outcome: 'by-district' }),
    row(2, { ...program, kind: 'recovered', count: 3 }),
    row(1, { kind: 'write', call: 'letters.issue', outcome: 'of-a-newer-version', records: [], ticket: null })
  ])
  expect(await screen.findByText('6 baris hilang')).toBeTruthy()
  expect(screen.getByText('Baris log akses hilang')).toBeTruthy()
  expect(screen.getByText('Dengan jawaban kabupaten')).toBeTruthy()
  expect(screen.getAllByText(/catatan dipulihkan/).map(({ textContent }) => textContent)).toEqual(['3 catatan dipulihkan'])
  expect(screen.getByText('Tidak dapat dilakukan saat itu')).toBeTruthy()
})

it('asks for a filter as it is chosen, by keyboard, from the newest line on', async () => {
  const asked = await openScreen([row(3)])
  const user = userEvent.setup()
  await screen.findByText('Melihat · warga')
  await user.click(screen.getByRole('button', { name: 'Lebih lama' }))
  await waitFor(() => expect(asked.at(-1)?.before).toBe(101))
  await user.type(screen.getByLabelText('Dari tanggal'), '20112026')
  await waitFor(() => expect(asked.at(-1)).toMatchObject({ fromOn: '2026-11-20', before: null }))
  await user.click(screen.getByRole('radio', { name: 'Hanya yang ditolak' }))
  await waitFor(() => expect(asked.at(-1)).toMatchObject({ refusedOnly: true }))
})

it('teaches what to do when nothing fits, and tells of a log that is not whole', async () => {
  await openScreen([], { trouble: { n: 17, kind: 'missing' } })
  const user = userEvent.setup()
  expect(await screen.findByText('Tidak ada baris')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Periksa keutuhan' }))
  expect(await screen.findByText('Log tidak utuh mulai baris 17')).toBeTruthy()
})

it('never calls a log whole that tells of lines it lost', async () => {
  const losses: AuditCheck['losses'] = [
    { n: 21, kind: 'lines-gone', count: 46 },
    { n: 30, kind: 'lines-gone', count: 0 },
    { n: 44, kind: 'proof-gone', count: 0 }
  ]
  await openScreen([row(3)], { losses })
  await userEvent.setup().click(await screen.findByRole('button', { name: 'Periksa keutuhan' }))
  expect(await screen.findByText('Rantai log utuh, tetapi ada baris yang pernah hilang')).toBeTruthy()
  expect(screen.getByText('Sebelum baris 21: 46 baris hilang.')).toBeTruthy()
  expect(screen.getByText('Sebelum baris 30: bukan lagi baris yang dulu disegel.')).toBeTruthy()
  expect(screen.getByText('Sebelum baris 44: tidak ada lagi bukti di mana log berakhir.')).toBeTruthy()
  expect(screen.queryByText(/^Log utuh/)).toBeNull()
})
