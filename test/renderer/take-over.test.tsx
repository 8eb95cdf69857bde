import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { DeskState } from '#shared/office/office.contract'
import type { SyncStatus } from '#shared/sync/sync.contract'
import { SetupWizard } from '../../src/renderer/office/SetupWizard'
import { putDesk } from './fake-desk'
import { show } from './show'
import { statusOf } from './sync-status'

const PROTECTED = { name: 'test', isProtected: true }

/** A new PC; `become` is what happens at the other end of the line. */
function openNewPc(first: SyncStatus) {
  let now = first
  let offered: Extract<DeskState, { kind: 'new' }>['offered'] = null
  const opened: { replaces?: string | undefined }[] = []
  const desk = putDesk({
    office: {
      state: async () => ({ ok: true, value: { kind: 'new', today: '2026-11-23', clock: 'well', keyProtection: PROTECTED, offered } }),
      openHere: async how => {
        opened.push(how)
        return { ok: true, value: {} as never }
      }
    },
    sync: {
      status: async () => ({ ok: true, value: now }),
      nearby: async () => ({ ok: true, value: null }),
      join: async () => {
        now = statusOf({ link: { kind: 'joining', checkNumber: '042917', server: 'https://slrt.example' } })
        return { ok: true, value: now }
      }
    }
  })
  show(
    <SetupWizard today="2026-11-23" clock="well" keyProtection={PROTECTED} onRebuilt={() => undefined} onClosed={async () => undefined} />
  )
  const become = (next: SyncStatus, office: typeof offered = null) => {
    now = next
    offered = office
    return act(async () => desk.announce({ kind: 'sync-changed' }))
  }
  return { user: userEvent.setup(), become, opened }
}

it('joins a new PC to the district and opens the office that is known there', async () => {
  const { user, become, opened } = openNewPc(statusOf({ link: { kind: 'alone' } }))
  await user.click(await screen.findByRole('button', { name: 'Sambungkan ke kabupaten' }))
  await user.type(await screen.findByLabelText(/^Alamat server/), 'https://slrt.example')
  await user.type(screen.getByLabelText(/^Kode sekali pakai/), 'ABCD-2345{Enter}')
  expect((await screen.findByLabelText('Angka pencocokan')).textContent).toBe('042 917')
  await become(statusOf({ cursor: 512, isTalking: true }))
  expect(await screen.findByText('Diterima sampai no. 512', {}, { timeout: 5000 })).toBeTruthy()
  await become(statusOf(), { name: 'Rumah SLRT Kabupaten Kendal', deskCode: 'B', replaceable: [] })
  expect(await screen.findByText('Rumah SLRT Kabupaten Kendal siap dibuka', {}, { timeout: 5000 })).toBeTruthy()
  expect(screen.getByText(/PC ini menjadi loket B/)).toBeTruthy()
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(opened).toEqual([{}]))
})

it('goes on where it was when the PC was switched off in between', async () => {
  openNewPc(statusOf({ cursor: 40, problem: { kind: 'no-line' } }))
  expect(await screen.findByText('Mengambil data kantor dari kabupaten')).toBeTruthy()
  expect(screen.getByText('Tidak ada jaringan ke kabupaten.')).toBeTruthy()
})

it('leads back to the other ways while nothing was joined', async () => {
  const { user } = openNewPc(statusOf({ link: { kind: 'alone' } }))
  await user.click(await screen.findByRole('button', { name: 'Sambungkan ke kabupaten' }))
  await screen.findByText('Kantor ini sudah ada di kabupaten')
  await user.keyboard('{Escape}')
  expect(await screen.findByRole('button', { name: 'Coba dengan kantor contoh' })).toBeTruthy()
})

it('asks which desk a new PC takes the place of, where some serve villages of their own', async () => {
  const { user, become, opened } = openNewPc(statusOf({ cursor: 40 }))
  await screen.findByText('Mengambil data kantor dari kabupaten')
  const replaceable = [{ deskCode: 'A', villages: 'Kebonharjo, Lanji' }]
  await become(statusOf(), { name: 'Rumah SLRT Kabupaten Kendal', deskCode: 'B', replaceable })
  expect(await screen.findByRole('radio', { name: /Loket baru/ }, { timeout: 5000 })).toHaveProperty('checked', true)
  await user.click(screen.getByRole('radio', { name: /Menggantikan PC loket A.*Kebonharjo, Lanji/ }))
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(opened).toEqual([{ replaces: 'A' }]))
})
