import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { Case } from '#shared/cases/case'
import { ReopenDialog } from '../../src/renderer/cases/ReopenDialog'
import { showAtDesk } from './at-desk'
import { putDesk } from './fake-desk'

const CASE = '0199aa00-0000-7000-8000-000000000020'

async function openDialog() {
  const sent: unknown[] = []
  putDesk({
    office: {
      holidays: async ({ year }) => ({
        ok: true,
        value: [
          { id: 'x', day: `${year}-12-25`, name: 'Hari Raya Natal', isWorkingDay: false },
          { id: 'y', day: `${year}-12-12`, name: 'Piket bencana', isWorkingDay: true }
        ]
      })
    },
    cases: {
      reopen: async input => {
        sent.push(input)
        return { ok: true, value: {} as never }
      }
    }
  })
  await showAtDesk(<ReopenDialog of={{ id: CASE, number: 'SLRT-1' } as Case} onClose={() => undefined} />, ['manager'])
  const user = userEvent.setup()
  await user.type(await screen.findByRole('textbox', { name: 'Alasan' }), 'PBI nonaktif lagi')
  await user.type(screen.getByRole('textbox', { name: /^Langkah berikutnya/ }), 'Cek SIKS-NG')
  const due = screen.getByRole('textbox', { name: 'Paling lambat' })
  return { user, sent, due, deed: screen.getByRole<HTMLButtonElement>('button', { name: /^Buka kembali/ }) }
}

it('says why a case cannot be opened again by a day that has passed', async () => {
  const { user, due, deed } = await openDialog()
  await user.type(due, '22112026')
  expect(deed.disabled).toBe(true)
  expect(screen.getByRole('alert').textContent).toBe('Isi tanggal hari ini atau sesudahnya.')
})

it.each([
  ['25122026', 'Hari itu libur: Hari Raya Natal. Boleh tetap dipakai.'],
  ['13122026', 'Hari itu bukan hari kerja. Boleh tetap dipakai.']
])('says that nobody works on %s, and takes it all the same', async (typed, words) => {
  const { user, due, deed, sent } = await openDialog()
  await user.type(due, typed)
  expect(await screen.findByText(words)).toBeTruthy()
  await user.click(deed)
  await waitFor(() => expect(sent).toHaveLength(1))
})

it.each(['12122026', '23122026'])('says nothing of %s, on which the office works', async typed => {
  const { user, due } = await openDialog()
  await user.type(due, '25122026')
  await screen.findByText(/libur/)
  await user.clear(due)
  await user.type(due, typed)
  await waitFor(() => expect(screen.queryByText(/bukan hari kerja|libur/)).toBeNull())
})
