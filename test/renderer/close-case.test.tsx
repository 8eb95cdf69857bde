import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { Case } from '#shared/cases/case'
import { CloseCaseDialog } from '../../src/renderer/cases/CloseCaseDialog'
import { showAtDesk } from './at-desk'
import { putDesk } from './fake-desk'

const CASE = '0199aa00-0000-7000-8000-000000000020'

it('closes a case that was noted twice as such, and asks for the number of the one that goes on', async () => {
  const closed: unknown[] = []
  putDesk({
    referrals: { ofCase: async () => ({ ok: true, value: [] }) },
    cases: {
      close: async input => {
        closed.push(input)
        return { ok: true, value: {} as never }
      }
    }
  })
  await showAtDesk(<CloseCaseDialog of={{ id: CASE, number: 'SLRT-2' } as Case} presence={null} onClose={() => undefined} />)
  expect(await screen.findByText('Apa hasilnya dan bagaimana Bapak/Ibu diberi tahu.')).toBeTruthy()
  await userEvent.type(screen.getByRole('combobox', { name: 'Hasil akhir' }), 'ganda{Enter}')
  expect(await screen.findByText('Mengapa; untuk kasus ganda, nomor kasus yang diteruskan.')).toBeTruthy()
  await userEvent.type(screen.getByRole('textbox', { name: 'Penjelasan' }), 'Lihat SLRT-1')
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(closed).toEqual([{ caseId: CASE, outcome: 'duplicate', text: 'Lihat SLRT-1' }]))
})

it.each([
  [null, true],
  ['deceased' as const, false]
])('asks to note the death in the resident’s data unless it stands there (%s)', async (presence, isAsked) => {
  putDesk({ referrals: { ofCase: async () => ({ ok: true, value: [] }) } })
  await showAtDesk(<CloseCaseDialog of={{ id: CASE, number: 'SLRT-2' } as Case} presence={presence} onClose={() => undefined} />)
  await userEvent.type(await screen.findByRole('combobox', { name: 'Hasil akhir' }), 'meninggal{Enter}')
  expect(screen.queryByText(/^Catat juga di data warga/) !== null).toBe(isAsked)
})
