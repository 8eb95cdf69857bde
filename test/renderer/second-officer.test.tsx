import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { Role } from '#shared/officers/officer'
import type { Resident } from '#shared/residents/resident'
import { ok, refuse } from '#shared/result'
import type { Second, Unconfirmed } from '#shared/rpc/call'
import { MergedNotices } from '../../src/renderer/residents/MergedNotices'
import { OWN_ID, showAtDesk } from './at-desk'
import { putDesk } from './fake-desk'

const card = (id: string, name: string, role: Role) => ({ id, name, roles: [role], position: null, decreeNumber: null, isActive: true })
const own = card(OWN_ID, 'Contoh Ratna', 'manager')
const counter = card('0199aa00-0000-7000-8000-000000000051', 'Contoh Dewi', 'front-office')
const administrator = card('0199aa00-0000-7000-8000-000000000052', 'Contoh Arif', 'administrator')
const supervisor = card('0199aa00-0000-7000-8000-000000000053', 'Contoh Yusuf', 'supervisor')
const resident = { id: '0199aa00-0000-7000-8000-000000000031', name: 'Siti Aminah', mergedInto: null } as Resident

/** A manager who has asked to separate two records; the desk gives these answers in turn. */
async function separating(officers: (typeof own)[], answers: (Unconfirmed | 'confirmed')[]) {
  const heard: (Second | undefined)[] = []
  putDesk({
    officers: { list: async () => ok(officers) },
    residents: {
      mergedInto: async () => ok([{ residentId: resident.id, name: 'Sitti Aminah' }]),
      unmerge: async (_, second) => {
        heard.push(second)
        const why = answers.shift() ?? 'confirmed'
        return why === 'confirmed' ? ok(resident) : refuse({ kind: 'not-confirmed', why, seconds: why === 'wait' ? 30 : 0 })
      }
    }
  })
  await showAtDesk(<MergedNotices resident={resident} />, ['manager'])
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: 'Pisahkan lagi' }))
  await screen.findByRole('dialog')
  await user.keyboard('{Control>}{Enter}{/Control}')
  return { user, heard }
}

const pinField = () => screen.findByLabelText<HTMLInputElement>('PIN rekan Anda')

it('opens by itself, asks the only colleague who may for their PIN, and makes the call with it', async () => {
  const { user, heard } = await separating([own, counter, administrator], [])
  expect(await screen.findByText(/^Memisahkan data yang digabung dilakukan berdua/)).toBeTruthy()
  const field = await pinField()
  await waitFor(() => expect(document.activeElement).toBe(field))
  expect(heard).toEqual([])
  await user.keyboard('123456{Enter}')
  await waitFor(() => expect(heard).toEqual([{ officerId: administrator.id, pin: '123456' }]))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

it('lets one of several be chosen by keyboard, and offers neither the officer nor whoever may not', async () => {
  const { user, heard } = await separating([own, counter, administrator, supervisor], [])
  const field = await screen.findByRole('combobox', { name: 'Petugas yang mengonfirmasi' })
  await waitFor(() => expect(document.activeElement).toBe(field))
  await user.keyboard('{ArrowDown}')
  expect((await screen.findAllByRole('option', { hidden: true })).map(one => one.textContent)).toEqual([
    'Contoh ArifAdministrator',
    'Contoh YusufSupervisor'
  ])
  await user.keyboard('yusuf')
  await waitFor(() => expect(screen.getAllByRole('option', { hidden: true })).toHaveLength(1))
  await user.keyboard('{Enter}')
  await user.type(await pinField(), '907351{Enter}')
  await waitFor(() => expect(heard).toEqual([{ officerId: supervisor.id, pin: '907351' }]))
})

it('stays open after a wrong PIN and asks for the password when the desk does', async () => {
  const { user, heard } = await separating([own, administrator], ['wrong-pin', 'password-needed', 'wait'])
  await user.type(await pinField(), '654321{Enter}')
  expect(await screen.findByText('PIN belum cocok.')).toBeTruthy()
  expect((await pinField()).value).toBe('')
  await user.type(await pinField(), '123456{Enter}')
  await user.type(await screen.findByLabelText('Kata sandi rekan Anda'), 'gerimis kemudi{Enter}')
  expect(await screen.findByText(/Tunggu 30 detik/)).toBeTruthy()
  await user.type(await screen.findByLabelText('Kata sandi rekan Anda'), 'gerimis kemudi{Enter}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(heard.map(one => one && Object.keys(one))).toEqual([
    ['officerId', 'pin'],
    ['officerId', 'pin'],
    ['officerId', 'password'],
    ['officerId', 'password']
  ])
})

it('asks the desk nothing when it is given up with Escape, and says that nothing has changed', async () => {
  const { user, heard } = await separating([own, administrator], [])
  await pinField()
  await user.keyboard('{Escape}')
  expect(await screen.findByText('Ini belum dikonfirmasi petugas kedua.')).toBeTruthy()
  expect(heard).toEqual([])
})

it('says in an office with one officer who could confirm and what to do', async () => {
  const { heard } = await separating([own, counter], [])
  expect(await screen.findByText('Belum ada rekan yang dapat mengonfirmasi')).toBeTruthy()
  expect(screen.getByText(/salah satu peran ini harus mengonfirmasi: Manajer, Supervisor, Administrator/)).toBeTruthy()
  expect(screen.queryByLabelText('PIN rekan Anda')).toBeNull()
  expect(heard).toEqual([])
})
