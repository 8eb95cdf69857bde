import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { AtDesk, LetterCopy, PrintAttempt } from '#shared/letters/issued-letter'
import type { LetterCard } from '#shared/letters/letters.contract'
import { sampleFacts } from '#test/support/letter-facts'
import { HandOverPanel } from '../../src/renderer/letters/HandOverPanel'
import { PrintPanel } from '../../src/renderer/letters/PrintPanel'
import { showAtDesk } from './at-desk'
import { putDesk } from './fake-desk'

const id = (n: number) => `0199aa00-0000-7000-8000-0000000000${n}`
const attempt = (n: number, fields: Partial<PrintAttempt & AtDesk>): PrintAttempt & AtDesk => ({
  id: id(n),
  kind: 'letter',
  letterId: id(10),
  copyNo: null,
  printer: 'Kantor',
  status: 'failed',
  reason: null,
  startedAt: n,
  endedAt: null,
  officerId: id(11),
  deskCode: 'A',
  ...fields
})
const printed = attempt(20, { status: 'printed' })
const copy: LetterCopy & AtDesk = {
  id: id(12),
  letterId: id(10),
  n: 1,
  reason: 'Surat asli hilang',
  takenBy: 'Contoh Siti',
  takenAt: 1,
  officerId: id(11),
  deskCode: 'A'
}

async function panelOf(attempts: (PrintAttempt & AtDesk)[], copies: (LetterCopy & AtDesk)[] = []) {
  const sent: object[] = []
  putDesk({
    letters: {
      printers: async () => ({ ok: true, value: [{ name: 'Kantor', isDefault: true, state: 'idle' }] }),
      print: async input => {
        sent.push(input)
        return { ok: true, value: attempt(30, { status: 'asked' }) }
      },
      stopPrint: async ({ attemptId }) => {
        sent.push({ stopped: attemptId })
        return { ok: true, value: null }
      }
    }
  })
  const letter = { id: id(10), status: 'issued', facts: sampleFacts('rujukan-kesehatan') }
  const card = { letter, attempts, copies, handOvers: [], officerName: 'Contoh Ratna' } as unknown as LetterCard
  await showAtDesk(
    <>
      <PrintPanel card={card} />
      <HandOverPanel card={card} />
    </>
  )
  return { user: userEvent.setup(), sent }
}

it.each([
  ['stopped', 'Printer Kantor berhenti atau dijeda.'],
  ['no-printer', 'Printer Kantor tidak ada lagi di komputer ini.'],
  ['rejected', 'Printer Kantor menolak cetakan ini.'],
  ['spooler-down', 'Layanan cetak komputer tidak menjawab.'],
  [null, 'Kertas tidak keluar dengan baik.']
])('says why nothing came out (%s), and prints the same letter again', async (reason, why) => {
  const { user, sent } = await panelOf([attempt(20, { reason })])
  expect(await screen.findByText(why)).toBeTruthy()
  await waitFor(() => expect(screen.getByRole<HTMLButtonElement>('button', { name: /^Cetak ulang/ }).disabled).toBe(false))
  await user.keyboard('{F8}')
  await waitFor(() => expect(sent).toEqual([{ letterId: id(10), printer: 'Kantor' }]))
})

it('prints a copy that did not come out again as the same copy, and says that nobody has it', async () => {
  const { user, sent } = await panelOf([printed, attempt(21, { kind: 'copy', copyNo: 1, reason: 'stopped' })], [copy])
  expect(await screen.findByText(/belum keluar/)).toBeTruthy()
  await waitFor(() => expect(screen.getByRole<HTMLButtonElement>('button', { name: /^Cetak ulang salinan ke-1/ }).disabled).toBe(false))
  await user.keyboard('{F8}')
  await waitFor(() => expect(sent).toEqual([{ letterId: id(10), printer: 'Kantor', copyNo: 1 }]))
})

it('asks about the try that nobody has answered, also when the clock went back before it', async () => {
  await panelOf([attempt(22, { status: 'asked', startedAt: 1 }), attempt(21, { reason: 'stopped' })])
  expect(await screen.findByText('Apakah kertasnya keluar dengan baik?')).toBeTruthy()
})

it('lets the officer stop a try that the printer keeps waiting', async () => {
  const { user, sent } = await panelOf([attempt(20, { status: 'sending' })])
  expect(await screen.findByText('Mengirim ke Kantor…')).toBeTruthy()
  expect(screen.getByText(/Kertas habis atau macet\?/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Batal mencetak' }))
  await waitFor(() => expect(sent).toEqual([{ stopped: id(20) }]))
})

it.each<[string, (PrintAttempt & AtDesk)[], boolean]>([
  ['was never sent to a printer', [], true],
  ['did not come out', [attempt(20, { reason: 'stopped' })], true],
  ['came out', [printed], false]
])('asks for the paper before the hand-over of a letter that %s', async (_, attempts, isAsked) => {
  const { user } = await panelOf(attempts)
  await user.click(await screen.findByRole('button', { name: 'Catat serah terima' }))
  const dialog = await screen.findByRole('dialog', { name: 'Siapa yang menerima surat?' })
  expect(within(dialog).queryByText('Belum tercatat bahwa surat ini keluar dari printer') !== null).toBe(isAsked)
})

it('lets what another desk prints stand in nobody’s way, and calls its copies by its letter', async () => {
  const [theirs, ours] = [{ ...copy, id: id(13), deskCode: 'B' }, copy]
  const sending = attempt(22, { kind: 'copy', copyNo: 1, status: 'sending', deskCode: 'B' })
  const { user, sent } = await panelOf([printed, attempt(21, { kind: 'copy', copyNo: 1, reason: 'stopped' }), sending], [ours, theirs])
  expect(screen.getByText('Salinan ke-B1')).toBeTruthy()
  await user.click(await screen.findByRole('button', { name: /Cetak ulang salinan ke-1/ }))
  await waitFor(() => expect(sent).toEqual([{ letterId: id(10), printer: 'Kantor', copyNo: 1 }]))
})
