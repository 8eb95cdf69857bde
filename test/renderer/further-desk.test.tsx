import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { BoardVisit } from '#shared/cases/cases.contract'
import type { LetterBook } from '#shared/letters/issued-letter'
import { BoardScreen } from '../../src/renderer/cases/BoardScreen'
import { BookSettings } from '../../src/renderer/letters/BookSettings'
import { RegisterScreen } from '../../src/renderer/letters/RegisterScreen'
import { showAtDesk, TODAY } from './at-desk'
import { putDesk } from './fake-desk'

// what an officer of desk A sees of what desk B has done

const id = (n: number) => `0199aa00-0000-7000-8000-0000000000${n}`
const bookOf = (n: number, unitCode: string, year: number): LetterBook => ({
  id: id(n),
  unitCode,
  year,
  mode: 'own',
  startAt: 1,
  nextSequence: n
})

function putBooks(books: LetterBook[]) {
  putDesk({
    letters: {
      books: async () => ({ ok: true, value: books }),
      register: async ({ bookId }) => ({
        ok: true,
        value: { book: books.find(book => book.id === bookId) ?? bookOf(99, 'none', 2026), letters: [], unused: [] }
      })
    }
  })
}

it('opens the register at its own book, whatever other desks are called', async () => {
  putBooks([bookOf(41, 'SLRT', 2026), bookOf(42, 'SLRT-A', 2026), bookOf(43, 'SLRT', 2027)])
  await showAtDesk(<RegisterScreen />)
  expect(await screen.findByText(/SLRT-A.*2026.*42/)).toBeTruthy()
})

it('offers to open its own book of the year when only another desk has one', async () => {
  putBooks([bookOf(41, 'SLRT-B', 2026), bookOf(42, 'SLRT-A', 2025)])
  await showAtDesk(<RegisterScreen />, ['manager'])
  expect(await screen.findByRole('button', { name: /2026/ })).toBeTruthy()
})

it('offers the same in the settings', async () => {
  putBooks([bookOf(41, 'SLRT-B', 2026)])
  await showAtDesk(<BookSettings />, ['administrator'])
  expect(await screen.findByRole('button', { name: /2026/ })).toBeTruthy()
})

const visitOf = (n: number, deskCode: string, more: Partial<BoardVisit>): BoardVisit => ({
  id: id(n),
  day: TODAY,
  deskCode,
  lane: 'general',
  ticketNo: 1,
  ticket: 'U-001',
  channel: 'walk-in',
  purpose: null,
  vulnerableGroup: null,
  status: 'serving',
  arrivedAt: 0,
  calledAt: 0,
  servingAt: 0,
  endedAt: null,
  privacyNoticedAt: 0,
  privacyNotice: '1',
  officerId: id(2),
  names: [],
  cases: 1,
  casesWithoutEnding: 0,
  officerName: null,
  ...more
})

it('says of a ticket of another desk whose it is, and closes its own day although that desk still serves', async () => {
  const visits = [visitOf(51, 'A', { status: 'done', names: ['Siti Aminah'] }), visitOf(52, 'B', { names: ['Budi Contoh'] })]
  putDesk({ cases: { board: async () => ({ ok: true, value: { day: TODAY, isClosed: false, visits, overdueCases: 0 } }) } })
  await showAtDesk(<BoardScreen />)
  const [row] = await screen.findAllByRole('button', { name: /U-001.*Budi Contoh/ })
  expect(row?.textContent).toContain('Loket B')
  await userEvent.click(screen.getByRole('button', { name: 'Tutup hari' }))
  expect(await screen.findByText('Semua nomor loket ini sudah berakhir: 1 selesai dan 0 tidak hadir.')).toBeTruthy()
})
