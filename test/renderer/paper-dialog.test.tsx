import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { Paper } from '#shared/letters/letters.contract'
import { PaperDialog } from '../../src/renderer/paper/PaperDialog'
import { showAtDesk } from './at-desk'
import { putDesk } from './fake-desk'

const ID = '0199aa00-0000-7000-8000-000000000010'

async function print(paper: Paper, on?: string) {
  const sent: string[] = []
  putDesk({
    letters: {
      printers: async () => ({
        ok: true,
        value: ['Kantor', 'Karcis'].map(name => ({ name, isDefault: name === 'Kantor', state: 'idle' as const }))
      }),
      showPaper: async () => ({ ok: false, problem: { kind: 'not-found' } }),
      printPaper: async ({ printer }) => {
        sent.push(printer)
        return { ok: false, problem: { kind: 'not-found' } }
      }
    }
  })
  await showAtDesk(<PaperDialog paper={paper} onClose={() => undefined} />)
  const user = userEvent.setup()
  const box = await screen.findByRole('combobox', { name: /^Printer/ })
  if (on) {
    await user.clear(box)
    await user.type(box, `${on}{Enter}`)
  }
  await user.click(screen.getByRole('button', { name: /^Cetak/ }))
  await waitFor(() => expect(sent).toHaveLength(1))
  cleanup()
  return sent[0]
}

it('remembers the printer of tickets for tickets alone', async () => {
  expect(await print({ kind: 'ticket', visitId: ID }, 'Karcis')).toBe('Karcis')
  expect(await print({ kind: 'receipt', caseId: ID })).toBe('Kantor')
  expect(await print({ kind: 'ticket', visitId: ID })).toBe('Karcis')
})
