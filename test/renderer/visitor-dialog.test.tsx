import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { VisitorPage } from '#shared/screens/visitor-page'
import { personInput } from '#test/support/given'
import { VisitorDialog } from '../../src/renderer/visitor/VisitorDialog'
import { showAtDesk } from './at-desk'
import { putDesk } from './fake-desk'

const id = (n: number) => `0199aa00-0000-7000-8000-0000000000${n}`
const MOTHER = { residentId: id(11), name: 'Contoh Sumarni' }
const SON = { residentId: id(12), name: 'Contoh Budi' }

it('shows the visitor what was written down about whoever of the visit is chosen, and what stands there already', async () => {
  const shown: VisitorPage[] = []
  putDesk({
    screens: {
      state: async () => ({ ok: true, value: { isKiosk: false, hasVisitor: true, showing: shown.at(-1)?.kind ?? 'rating' } }),
      satisfaction: async () => ({ ok: true, value: { 1: 0, 2: 0, 3: 0, 4: 0 } }),
      showVisitor: async page => {
        shown.push(page as VisitorPage)
        return { ok: true, value: null }
      }
    },
    residents: {
      get: async ({ residentId }) => ({
        ok: true,
        value: {
          resident: personInput({ name: residentId === SON.residentId ? SON.name : MOTHER.name }),
          areaLine: '',
          family: null
        } as never
      })
    }
  })
  await showAtDesk(<VisitorDialog ticket="U-001" people={[MOTHER, SON]} onClose={() => undefined} />)
  expect(await screen.findByText(/Menunggu penilaian/)).toBeTruthy()
  const user = userEvent.setup()
  const whose = screen.getByRole('combobox', { name: /^Data siapa/ })
  await user.clear(whose)
  await user.type(whose, 'Budi{Enter}')
  await user.click(await screen.findByRole('button', { name: 'Minta tamu memeriksa' }))
  await waitFor(() => expect(shown[0]).toMatchObject({ kind: 'mirror', lines: [{ value: SON.name }, {}, {}] }))
  expect(await screen.findByText(/Menunggu tamu memeriksa/)).toBeTruthy()
})

it('offers nothing to send where no visitor’s screen is there, and says so', async () => {
  putDesk({
    screens: {
      state: async () => ({ ok: true, value: { isKiosk: false, hasVisitor: false, showing: 'idle' } }),
      satisfaction: async () => ({ ok: true, value: { 1: 0, 2: 0, 3: 0, 4: 0 } })
    }
  })
  await showAtDesk(<VisitorDialog ticket="U-001" people={[]} onClose={() => undefined} />)
  expect(await screen.findByText(/Layar tamu belum terpasang/)).toBeTruthy()
  for (const name of ['Kosongkan layar', 'Tampilkan nomor', 'Minta penilaian'])
    expect(screen.getByRole('button', { name })).toHaveProperty('disabled', true)
})
