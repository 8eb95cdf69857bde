import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import i18next from 'i18next'
import { afterEach, expect, it } from 'vitest'
import type { CaseLine } from '#shared/cases/cases.contract'
import type { DeskApi } from '#shared/contract'
import { OpenCasesScreen } from '../../src/renderer/cases/OpenCasesScreen'
import { showAtDesk } from './at-desk'
import { putDesk } from './fake-desk'

afterEach(() => i18next.changeLanguage('id'))

const line = {
  id: '0199aa00-0000-7000-8000-000000000040',
  number: 'SLRT-3324-2611-A-00012',
  residentName: 'Siti Aminah',
  service: null,
  ownerName: 'Contoh Ratna',
  status: 'registered',
  nextStep: null,
  dueOn: null,
  isOwnerHere: true,
  isOverdue: false
} as Partial<CaseLine> as CaseLine

it('says that no case fits the filter, not that there is none', async () => {
  const none = { lines: [], count: 0, overdue: 0, ownerless: 0 }
  const listOpen: DeskApi['cases']['listOpen'] = async ({ text }) => ({
    ok: true,
    value: text ? none : { ...none, lines: [line], count: 1 }
  })
  putDesk({ cases: { listOpen } })
  await showAtDesk(<OpenCasesScreen />)
  expect(await screen.findByText('1 kasus, 0 lewat tenggat')).toBeDefined()
  await userEvent.type(screen.getByRole('textbox'), 'paijo')
  expect(await screen.findByText('Tidak ada kasus yang cocok dengan saringan')).toBeDefined()
  expect(screen.queryByText('Tidak ada kasus terbuka')).toBeNull()
})

it('counts all, says where only the first are shown, and offers those whose owner is gone', async () => {
  const asked: string[] = []
  const listOpen: DeskApi['cases']['listOpen'] = async ({ whose }) => {
    asked.push(whose)
    return { ok: true, value: { lines: [{ ...line, isOwnerHere: false }], count: 612, overdue: 41, ownerless: 3 } }
  }
  putDesk({ cases: { listOpen } })
  await showAtDesk(<OpenCasesScreen />)
  expect(await screen.findByText(/^612 kasus, 41 lewat tenggat Hanya 1 yang pertama ditampilkan/)).toBeDefined()
  expect(screen.getByText('Pemilik tidak aktif lagi: Contoh Ratna')).toBeDefined()
  await userEvent.click(screen.getByRole('radio', { name: 'Pemilik tidak aktif (3)' }))
  expect(asked).toContain('ownerless')
})

it('counts nothing where the cases are not shown', async () => {
  putDesk({ cases: { listOpen: async () => ({ ok: false, problem: { kind: 'district-unheard', days: 46 } }) } })
  await showAtDesk(<OpenCasesScreen />)
  expect(await screen.findByText(/46 hari tidak mendapat kabar/)).toBeDefined()
  expect(screen.queryByText(/lewat tenggat$/)).toBeNull()
})

it.each([
  ['id', 'Rekomendasi reaktivasi'],
  ['en', 'Letter to reactivate']
])('calls a service by its name in the language of the screen (%s)', async (language, name) => {
  await i18next.changeLanguage(language)
  const service = { nameId: 'Rekomendasi reaktivasi', nameEn: 'Letter to reactivate' }
  putDesk({ cases: { listOpen: async () => ({ ok: true, value: { lines: [{ ...line, service }], count: 1, overdue: 0, ownerless: 0 } }) } })
  await showAtDesk(<OpenCasesScreen />)
  expect(await screen.findByText(name)).toBeDefined()
})
