import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { DeskApi } from '#shared/contract'
import type { OfficerCard } from '#shared/officers/officer'
import { OfficerSettings } from '../../src/renderer/officers/OfficerSettings'
import { showAtDesk } from './at-desk'
import { putDesk } from './fake-desk'

type Correction = Parameters<DeskApi['officers']['correct']>[0]

it('shows which roles an officer was given elsewhere meanwhile, and keeps what was chosen until it is saved once more', async () => {
  const officer: OfficerCard = {
    id: '0199aa00-0000-7000-8000-000000000041',
    name: 'Contoh Budi',
    roles: ['front-office'],
    position: null,
    decreeNumber: null,
    isActive: true
  }
  const now: OfficerCard = { ...officer, roles: ['back-office'] }
  const sent: Correction[] = []
  putDesk({
    officers: {
      all: async () => ({ ok: true, value: [officer] }),
      correct: async input => {
        sent.push(input)
        return input.shown?.roles.includes('back-office')
          ? { ok: true, value: now }
          : { ok: false, problem: { kind: 'changed-meanwhile', of: 'officer', fields: ['roles'], now } }
      }
    }
  })
  await showAtDesk(<OfficerSettings />, ['administrator'])
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: 'Ubah Contoh Budi' }))
  const dialog = await screen.findByRole('dialog')
  await user.click(within(dialog).getByRole('checkbox', { name: 'Manajer' }))
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect((await within(dialog).findByRole('alert')).textContent).toMatch(/diubah di tempat lain.*Peran.*Back office/is)
  expect(within(dialog).getByRole<HTMLInputElement>('checkbox', { name: 'Manajer' }).checked).toBe(true)
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(sent.map(({ shown, roles }) => [shown?.roles, roles])).toEqual([
    [['front-office'], ['front-office', 'manager']],
    [['back-office'], ['front-office', 'manager']]
  ])
})
