import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { BoardVisit } from '#shared/cases/cases.contract'
import { BoardScreen } from '../../src/renderer/cases/BoardScreen'
import { WaitingColumn } from '../../src/renderer/cases/WaitingColumn'
import { showAtDesk, TODAY } from './at-desk'
import { putDesk } from './fake-desk'

const visit = (ticketNo: number, fields: Partial<BoardVisit> = {}): BoardVisit => ({
  id: `0199aa00-0000-7000-8000-0000000001${ticketNo + 10}`,
  day: TODAY,
  deskCode: 'A',
  lane: 'general',
  ticketNo,
  ticket: `U-00${ticketNo}`,
  channel: 'walk-in',
  purpose: 'BPJS tidak aktif',
  vulnerableGroup: null,
  status: 'waiting',
  arrivedAt: 1,
  calledAt: null,
  servingAt: null,
  endedAt: null,
  officerId: null,
  privacyNotice: null,
  privacyNoticedAt: null,
  names: [],
  cases: 0,
  casesWithoutEnding: 0,
  officerName: null,
  ...fields
})
const nothing = () => undefined
const showWaiting = (visits: BoardVisit[]) =>
  showAtDesk(
    <WaitingColumn
      visits={visits}
      teaches
      mayServe
      isBusy={false}
      onServe={nothing}
      onCall={nothing}
      onAbsent={nothing}
      onChoose={nothing}
    />
  )

describe('who waits on the board', () => {
  it('says of a ticket left over from another day of which, as today has the same numbers', async () => {
    await showWaiting([
      visit(1),
      visit(2, { ticket: 'U-001', day: '2026-11-20' }),
      visit(3, { day: '2026-11-20', status: 'called', calledAt: 5 })
    ])
    expect(screen.getByText('Sisa 20 November 2026 · sejak 07.00')).toBeDefined()
    expect(screen.getByText(/^Sisa 20 November 2026 · Sedang dipanggil/)).toBeDefined()
    expect(screen.getAllByText(/^Sisa/)).toHaveLength(2)
  })

  it('keeps all but the ticket called last among those that scroll, so that none is out of reach', async () => {
    await showWaiting([1, 2, 3, 4, 5].map(n => visit(n, { status: 'called', calledAt: n })))
    const list = within(screen.getByRole('region', { name: 'Menunggu' }))
    expect(list.getAllByText(/^U-/).map(ticket => ticket.textContent)).toEqual(['U-004', 'U-003', 'U-002', 'U-001'])
    expect(screen.getAllByRole('button', { name: /^Layani/ })).toHaveLength(5)
  })
})

describe('an empty board', () => {
  const showBoard = async (isClosed: boolean, roles?: Parameters<typeof showAtDesk>[1]) => {
    putDesk({ cases: { board: async () => ({ ok: true, value: { day: TODAY, visits: [], overdueCases: 0, isClosed } }) } })
    await showAtDesk(<BoardScreen />, roles)
    await screen.findByText('Tidak ada yang menunggu')
  }

  it('says what to do next', async () => {
    await showBoard(false)
    expect((await screen.findAllByText(/Tekan F3|Tekan F4|Hari dapat ditutup/)).length).toBe(3)
  })

  it('says nothing of the queue or of closing the day once the day is closed', async () => {
    await showBoard(true)
    await screen.findByText(/Hari ini sudah ditutup/)
    expect(screen.queryByText(/Tekan F3|Tekan F4|Hari dapat ditutup/)).toBeNull()
  })

  it('names no key to somebody who serves nobody', async () => {
    await showBoard(false, ['administrator'])
    expect(screen.queryByText(/Tekan F/)).toBeNull()
  })
})
