import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { SyncStatus } from '#shared/sync/sync.contract'
import { SyncBar } from '../../src/renderer/sync/SyncBar'
import { useIsSaving } from '../../src/renderer/use-call'
import { showAtDesk } from './at-desk'
import { putDesk } from './fake-desk'
import { statusOf } from './sync-status'

const HOUR_MS = 3_600_000

async function showBar(status: SyncStatus) {
  putDesk({ sync: { status: async () => ({ ok: true, value: status }) } })
  const at = await showAtDesk(<SyncBar />)
  return { at, bar: await screen.findByRole('button') }
}

describe('the foot of the screen', () => {
  it.each<[string, Partial<SyncStatus>, string]>([
    ['a desk alone', { link: { kind: 'alone' } }, 'Belum tersambung ke kabupaten'],
    ['a desk that joins', { link: { kind: 'joining', checkNumber: '123456', server: 's' } }, 'Cocokkan angka dengan kabupaten'],
    ['everything sent', {}, 'Semua sudah di kabupaten'],
    ['something unsent', { unsent: 3, oldestUnsentAt: Date.now() - 2.5 * HOUR_MS }, '3 perubahan belum terkirim, tertua 2 jam'],
    ['many unsent for days', { unsent: 1234, oldestUnsentAt: Date.now() - 75 * HOUR_MS }, '1.234 perubahan belum terkirim, tertua 3 hari'],
    ['a clock put back', { unsent: 1, oldestUnsentAt: Date.now() + HOUR_MS }, '1 perubahan belum terkirim, tertua 1 menit'],
    ['letters on their way', { attachments: 2 }, '2 lampiran belum terkirim'],
    ['no line', { problem: { kind: 'no-line' } }, 'Tidak ada jaringan. Data aman di PC ini'],
    [
      'no line and something unsent',
      { problem: { kind: 'no-line' }, unsent: 3, oldestUnsentAt: Date.now() - 2.5 * HOUR_MS },
      'Tidak ada jaringan · 3 belum terkirim, tertua 2 jam'
    ],
    ['a server that turns away', { problem: { kind: 'turned-away', reason: 'frozen' } }, 'Kabupaten belum terhubung. Data aman di PC ini'],
    ['a conversation', { isTalking: true, unsent: 3, oldestUnsentAt: 0 }, 'Sedang bertukar data…'],
    ['work for a person', { refused: 1, clashes: 2 }, '3 perlu diputuskanSemua sudah di kabupaten'],
    ['a wrong clock', { clockAhead: -2.5 * HOUR_MS }, 'Jam PC ini selisih 2,5 jamSemua sudah di kabupaten'],
    ['a week without the district', { unheardDays: 9 }, '9 hari tanpa kabar kabupaten, batasnya 5 hari lagiSemua sudah di kabupaten'],
    ['two weeks without the district', { unheardDays: 14 }, '14 hari tanpa kabar kabupaten: sebagian dibatasiSemua sudah di kabupaten'],
    ['no numbers', { numbering: 'held' }, 'Surat belum dapat diberi nomorSemua sudah di kabupaten']
  ])('says of %s how things stand', async (_, differing, sentence) => {
    const { bar } = await showBar(statusOf(differing))
    expect(bar.textContent).toBe(sentence)
  })

  it('opens the screen when it is pressed', async () => {
    const { at, bar } = await showBar(statusOf())
    await userEvent.click(bar)
    await waitFor(() => expect(at.address()).toBe('/sync'))
  })
})

it('does not call it saving when the desk talks to the district', async () => {
  let done = () => {}
  putDesk({
    sync: {
      status: async () => ({ ok: true, value: statusOf() }),
      queue: async () => ({ ok: true, value: [] }),
      clashes: async () => ({ ok: true, value: [] }),
      sendNow: () =>
        new Promise(resolve => {
          done = () => resolve({ ok: true, value: statusOf() })
        })
    }
  })
  const { SyncScreen } = await import('../../src/renderer/sync/SyncScreen')
  const Saving = () => <p>{useIsSaving() ? 'menyimpan' : 'tersimpan'}</p>
  await showAtDesk(
    <>
      <SyncScreen />
      <Saving />
    </>
  )
  await userEvent.click(await screen.findByRole('button', { name: /Kirim sekarang/ }))
  expect(screen.getByText('tersimpan')).toBeTruthy()
  await act(async () => done())
  expect(await screen.findByText('Semua sudah diterima kabupaten.')).toBeTruthy()
})
