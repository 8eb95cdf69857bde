import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { ProgramState } from '#shared/updates/updates.contract'
import { ProgramSettings } from '../../src/renderer/updates/ProgramSettings'
import { WayBackDoor } from '../../src/renderer/updates/WayBackDoor'
import { showAtDesk } from './at-desk'
import { putDesk } from './fake-desk'
import { show } from './show'

const AT = Date.UTC(2026, 10, 23, 2)
const STATE: ProgramState = {
  version: '0.1.0',
  takesReleases: true,
  ready: null,
  unfinished: null,
  givenUp: null,
  installed: null,
  before: null
}
const READY = { version: '0.2.0', bytes: 98_000_000, since: AT }

async function atSettings(state: Partial<ProgramState>, visitors = 0) {
  const asked: string[] = []
  putDesk({
    updates: {
      state: async () => ({ ok: true, value: { ...STATE, ...state } }),
      install: async () => {
        asked.push('install')
        return visitors > 0 ? { ok: false, problem: { kind: 'busy', visitors } } : { ok: true, value: null }
      }
    }
  })
  await showAtDesk(<ProgramSettings />, ['administrator'])
  return { user: userEvent.setup(), asked }
}

it('says that there is nothing newer', async () => {
  await atSettings({})
  expect(await screen.findByText('Belum ada versi yang lebih baru.')).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})

it('tells what will happen, and installs only when that was confirmed', async () => {
  const { user, asked } = await atSettings({ ready: READY })
  await user.click(await screen.findByRole('button', { name: /Pasang versi 0.2.0/ }))
  expect(await screen.findByText('Cadangan baru dibuat dan diperiksa.')).toBeTruthy()
  expect(asked).toEqual([])
  await user.click(screen.getByRole('button', { name: /Cadangkan dan pasang/ }))
  expect(await screen.findByText(/lalu loket ditutup/)).toBeTruthy()
  expect(asked).toEqual(['install'])
})

it('installs nothing when that was called off, and can be asked again', async () => {
  const { user, asked } = await atSettings({ ready: READY })
  await user.click(await screen.findByRole('button', { name: /Pasang versi 0.2.0/ }))
  await user.click(await screen.findByRole('button', { name: /Batal/ }))
  expect(screen.queryByRole('dialog')).toBeNull()
  await user.click(screen.getByRole('button', { name: /Pasang versi 0.2.0/ }))
  expect(await screen.findByRole('dialog')).toBeTruthy()
  expect(asked).toEqual([])
})

it('says how many visitors are still here', async () => {
  const { user } = await atSettings({ ready: READY }, 3)
  await user.click(await screen.findByRole('button', { name: /Pasang versi 0.2.0/ }))
  await user.click(await screen.findByRole('button', { name: /Cadangkan dan pasang/ }))
  expect(await screen.findByText('Masih ada 3 warga yang menunggu atau sedang dilayani.')).toBeTruthy()
})

it('tells what became of the last one', async () => {
  await atSettings({ unfinished: { version: '0.2.0', at: AT }, givenUp: { version: '0.3.0', at: AT } })
  expect(await screen.findByText(/Pemasangan versi 0.2.0 dimulai 23 November 2026.*belum selesai/)).toBeTruthy()
  expect(screen.getByText(/Versi 0.3.0 dikembalikan pada 23 November 2026/)).toBeTruthy()
})

it('says that a program without its publisher’s key takes nothing', async () => {
  await atSettings({ takesReleases: false })
  expect(await screen.findByText('Versi baru tidak diterima dari kabupaten')).toBeTruthy()
  expect(screen.queryByText(/Versi baru Loket SLRT datang dari kabupaten/)).toBeNull()
})

it('offers the version before when this one never opened the data, and ends', async () => {
  const asked: string[] = []
  putDesk({
    recovery: {
      wayBack: async () => ({ ok: true, value: { version: '0.1.0', hasInstaller: true } }),
      goBack: async () => {
        asked.push('back')
        return { ok: true, value: null }
      }
    }
  })
  show(<WayBackDoor />)
  await userEvent.click(await screen.findByRole('button', { name: 'Pasang kembali 0.1.0' }))
  expect(asked).toEqual(['back'])
})

it('names the version to put back by hand where its installer is not here', async () => {
  putDesk({ recovery: { wayBack: async () => ({ ok: true, value: { version: '0.1.0', hasInstaller: false } }) } })
  show(<WayBackDoor />)
  expect(await screen.findByText(/Minta administrator memasang kembali versi 0.1.0/)).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})
