import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { DeskApi } from '#shared/contract'
import type { ProposalLine } from '#shared/proposals/proposals.contract'
import type { Resident } from '#shared/residents/resident'
import { RegistryPanel } from '../../src/renderer/registry/RegistryPanel'
import { showAtDesk } from './at-desk'
import { putDesk } from './fake-desk'

const resident = { id: '0199aa00-0000-7000-8000-000000000031', name: 'Slamet', mergedInto: null } as unknown as Resident
const proposal = {
  id: '0199aa00-0000-7000-8000-000000000041',
  kind: 'new-entry',
  what: 'Belum terdaftar di DTSEN',
  status: 'rejected',
  recordedAt: Date.UTC(2026, 9, 1),
  proposedOn: '2026-10-02',
  answerBy: '2026-11-01',
  answeredOn: '2026-10-20',
  answerNote: 'Desil 7',
  batchNumber: 'USUL-A-2026-001',
  age: 52,
  isLate: false
} as unknown as ProposalLine

it('tells who comes back what became of the proposal, and why', async () => {
  putDesk({
    registry: { answerOf: async () => ({ ok: true, value: null }) },
    proposals: { ofResident: async () => ({ ok: true, value: [proposal] }) }
  })
  await showAtDesk(<RegistryPanel resident={resident} visitId={null} />)
  const own = within(await screen.findByRole('region', { name: 'Usulan ke SIKS-NG' }, { timeout: 5000 }))
  expect(own.getByText('Ditolak')).toBeTruthy()
  expect(own.getByText('Keterangan: Desil 7')).toBeTruthy()
  expect(own.getByText(/USUL-A-2026-001/)).toBeTruthy()
})

it('takes down what SIKS-NG says against somebody, and nothing of it for who is not listed', async () => {
  const kept: Parameters<DeskApi['registry']['recordCheck']>[0][] = []
  putDesk({
    registry: {
      answerOf: async () => ({ ok: true, value: null }),
      recordCheck: async input => {
        kept.push(input)
        return { ok: false, problem: { kind: 'not-found' } }
      }
    }
  })
  await showAtDesk(<RegistryPanel resident={resident} visitId={null} />)
  await userEvent.click(await screen.findByRole('button', { name: 'Catat SIKS-NG' }, { timeout: 5000 }))
  const choose = async (field: RegExp, word: string) => {
    await userEvent.type(await screen.findByRole('combobox', { name: field }, { timeout: 5000 }), word)
    await userEvent.click(await screen.findByRole('option', { name: new RegExp(word), hidden: true }, { timeout: 5000 }))
  }
  const signs = within(await screen.findByRole('group', { name: 'Tanda pengecualian di SIKS-NG' }, { timeout: 5000 }))
  await userEvent.click(signs.getByRole('checkbox', { name: 'Judi daring' }))
  await userEvent.click(signs.getByRole('checkbox', { name: 'ASN di keluarga' }))
  await userEvent.click(screen.getByRole('radio', { name: '3' }))
  await userEvent.click(screen.getByRole('radio', { name: 'Belum ada' }))
  await choose(/^Tanda pada orangnya/, 'pindah')
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() =>
    expect(kept).toMatchObject([{ isListed: true, exclusions: ['civil-servant', 'online-gambling'], decile: null, lifeStatus: 'moved' }])
  )
  await userEvent.click(screen.getByRole('radio', { name: 'Belum ditemukan' }))
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(kept[1]).toMatchObject({ isListed: false, exclusions: null, lifeStatus: null }))
})
