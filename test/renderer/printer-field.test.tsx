import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { PrinterCard } from '#shared/letters/letters.contract'
import { PrinterField } from '../../src/renderer/paper/PrinterField'
import { usePrinter } from '../../src/renderer/paper/use-printer'
import { showAtDesk } from './at-desk'
import { putDesk } from './fake-desk'

const Chosen = () => <PrinterField choice={usePrinter()} />

it.each([
  [
    'the print service does not answer',
    { ok: false as const, problem: { kind: 'spooler-down' as const } },
    /^Layanan cetak tidak menjawab/
  ],
  ['there is no printer', { ok: true as const, value: [] }, /^Belum ada printer/]
])('says what to do when %s, and looks again when asked to', async (_, before, words) => {
  const office: PrinterCard = { name: 'Kantor', isDefault: true, state: 'idle' }
  const answers = [before]
  putDesk({ letters: { printers: async () => answers.pop() ?? { ok: true, value: [office] } } })
  await showAtDesk(<Chosen />)
  expect(await screen.findByText(words)).toBeTruthy()
  expect(screen.getByText('Nyalakan printer dan periksa kabelnya, lalu coba lagi.')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Cari printer lagi' }))
  expect(await screen.findByDisplayValue('Kantor')).toBeTruthy()
})
