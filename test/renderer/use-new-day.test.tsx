import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { api } from '../../src/renderer/api'
import { useCall } from '../../src/renderer/use-call'
import { useNewDay } from '../../src/renderer/use-new-day'
import { putDesk } from './fake-desk'
import { show } from './show'

function Board() {
  const { value } = useCall(api.cases.board, {})
  return <p>{value ? `${value.overdueCases} lewat tenggat` : ''}</p>
}

it('reads everything again when another day begins while the screen is looked at', async () => {
  const answers = [0, 3]
  putDesk({
    cases: { board: async () => ({ ok: true, value: { day: '', isClosed: false, visits: [], overdueCases: answers.shift() ?? 9 } }) }
  })
  function Screen() {
    const [today, setToday] = useState<string | null>(null)
    useNewDay(today, true)
    return (
      <>
        <Board />
        <button type="button" onClick={() => setToday('2026-12-31')}>
          Hari terakhir
        </button>
        <button type="button" onClick={() => setToday('2027-01-01')}>
          Tahun baru
        </button>
      </>
    )
  }
  show(<Screen />)
  await screen.findByText('0 lewat tenggat')
  await userEvent.click(screen.getByRole('button', { name: 'Hari terakhir' }))
  expect(screen.getByText('0 lewat tenggat')).toBeDefined()
  await userEvent.click(screen.getByRole('button', { name: 'Tahun baru' }))
  expect(await screen.findByText('3 lewat tenggat')).toBeDefined()
  expect(answers).toEqual([])
})
