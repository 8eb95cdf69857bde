import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { CaseLine } from '#shared/cases/cases.contract'
import { OpenCasesScreen } from '../../src/renderer/cases/OpenCasesScreen'
import { showAtDesk } from './at-desk'
import { putDesk } from './fake-desk'

const line = {
  id: '0199aa00-0000-7000-8000-000000000040',
  number: 'SLRT-3324-2611-A-00012',
  residentName: 'Siti Aminah',
  serviceName: null,
  ownerName: 'Contoh Ratna',
  status: 'registered',
  nextStep: null,
  dueOn: null,
  isOverdue: false
} as Partial<CaseLine> as CaseLine

it('says that no case fits the filter, not that there is none', async () => {
  putDesk({ cases: { listOpen: async () => ({ ok: true, value: [line] }) } })
  await showAtDesk(<OpenCasesScreen />)
  expect(await screen.findByText('1 kasus, 0 lewat tenggat')).toBeDefined()
  await userEvent.type(screen.getByRole('textbox'), 'paijo')
  expect(screen.getByText('Tidak ada kasus yang cocok dengan saringan')).toBeDefined()
  expect(screen.queryByText('Tidak ada kasus terbuka')).toBeNull()
})

it('counts nothing where the cases are not shown', async () => {
  putDesk({ cases: { listOpen: async () => ({ ok: false, problem: { kind: 'district-unheard', days: 46 } }) } })
  await showAtDesk(<OpenCasesScreen />)
  expect(await screen.findByText(/46 hari tidak mendapat kabar/)).toBeDefined()
  expect(screen.queryByText(/lewat tenggat$/)).toBeNull()
})
