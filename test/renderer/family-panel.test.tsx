import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { DeskApi } from '#shared/contract'
import type { ResidentCard } from '#shared/residents/residents.contract'
import { FamilyPanel } from '../../src/renderer/residents/FamilyPanel'
import { showAtDesk } from './at-desk'
import { putDesk } from './fake-desk'

const id = (n: number) => `0199aa00-0000-7000-8000-0000000000${n}`
const member = (n: number, name: string, relation: 'head' | 'child') => ({
  residentId: id(n),
  name,
  relation,
  birthDate: null,
  presence: null
})
const card = {
  resident: { id: id(31), name: 'Slamet', mergedInto: null },
  family: { id: id(50), kk: null, members: [member(31, 'Slamet', 'head'), member(32, 'Bagas', 'child')] }
} as unknown as ResidentCard

it('gives a whole family the number of its card, and says who is on that card already', async () => {
  const changed: Parameters<DeskApi['residents']['changeKk']>[0][] = []
  const kk = '3324140101200001'
  const other = { id: id(51), kk, members: [member(33, 'Siti Aminah', 'child')] }
  putDesk({
    residents: {
      familyByKk: async input => ({ ok: true, value: input.kk === kk ? other : null }),
      changeKk: async input => {
        changed.push(input)
        return { ok: true, value: other }
      }
    }
  })
  await showAtDesk(<FamilyPanel card={card} isJoining />)
  expect(await screen.findByRole('dialog', { name: 'Nomor KK yang baru atau yang benar' })).toBeTruthy()
  await userEvent.type(screen.getByRole('textbox'), '3324 1401 0120 0001')
  expect(await screen.findByText(/Nomor ini sudah tercatat, 1 anggota/)).toBeTruthy()
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(changed).toEqual([{ residentId: id(31), kk }]))
})

it('gives a person another place on the same card, also on one whose number nobody knows', async () => {
  const joined: Parameters<DeskApi['residents']['joinFamily']>[0][] = []
  putDesk({
    residents: {
      joinFamily: async input => {
        joined.push(input)
        return { ok: true, value: card.family as never }
      }
    }
  })
  const widow = { ...card, resident: { ...card.resident, id: id(32), name: 'Bagas' } } as ResidentCard
  await showAtDesk(<FamilyPanel card={widow} />)
  await userEvent.click(screen.getByRole('button', { name: 'Ubah hubungan' }))
  const relation = await screen.findByRole<HTMLInputElement>('combobox', { name: /^Hubungan dalam keluarga/ })
  expect(relation.value).toBe('Anak')
  await userEvent.clear(relation)
  await userEvent.type(relation, 'Kepala{Enter}')
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(joined).toEqual([{ residentId: id(32), family: { kind: 'existing', familyId: id(50) }, relation: 'head' }]))
  expect(await screen.findByText('Hubungan Bagas dalam keluarga tersimpan.')).toBeTruthy()
})

it('opens everybody else on the card, as when a family is split into two', async () => {
  putDesk({})
  const at = await showAtDesk(<FamilyPanel card={card} />)
  expect(screen.queryByRole('button', { name: 'Slamet' })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Bagas' }))
  await waitFor(() => expect(at.address()).toBe(`/residents/${id(32)}`))
})
