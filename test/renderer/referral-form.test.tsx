import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { CaseCard } from '#shared/cases/cases.contract'
import { ReferralForm } from '../../src/renderer/referrals/ReferralForm'
import { draftPrefix } from '../../src/renderer/use-draft'
import { showAtDesk } from './at-desk'
import { putDesk } from './fake-desk'

const id = (n: number) => `0199aa00-0000-7000-8000-0000000000${n}`
const HOSPITAL = id(60)
const card = { case: { id: id(51), visitId: id(52), serviceCode: 'pbi-jk', summary: 'Perlu dirawat' } } as CaseCard

const agency = (n: number, kind: string, name: string, isActive = true) => ({
  id: id(n),
  kind,
  name,
  addressee: `Kepala ${name}`,
  isActive
})

/** The form of a case whose service refers to the BPJS, with a draft that goes to this agency. */
async function formWith(kept: string) {
  const sent: unknown[] = []
  const all = [
    agency(60, 'rsud', 'RSUD Contoh'),
    agency(61, 'bpjs-kesehatan', 'BPJS Satu'),
    agency(62, 'bpjs-kesehatan', 'BPJS Dua'),
    agency(63, 'rsud', 'RSUD Lama', false)
  ]
  putDesk({
    visits: {
      draft: async () => ({ ok: true, value: { [`${draftPrefix(id(51))}organizationId`]: kept } }),
      saveDraft: async () => ({ ok: true, value: null })
    },
    directory: { service: async () => ({ ok: true, value: { code: 'pbi-jk', nameId: 'PBI-JK', referToKind: 'bpjs-kesehatan' } as never }) },
    organizations: { list: async () => ({ ok: true, value: all as never }) },
    referrals: {
      draft: async input => {
        sent.push(input.organizationId)
        return { ok: false, problem: { kind: 'not-found' } }
      }
    }
  })
  await showAtDesk(<ReferralForm card={card} onSent={() => {}} onCancel={() => {}} />)
  return { sent, agencyField: await screen.findByRole<HTMLInputElement>('combobox', { name: /^Instansi tujuan/ }), user: userEvent.setup() }
}

it('shows the agency of a kept draft, also one of another kind than the service refers to', async () => {
  const { sent, agencyField, user } = await formWith(HOSPITAL)
  expect(agencyField.value).toBe('RSUD Contoh')
  const all = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Tampilkan semua instansi' })
  await user.click(all)
  await user.click(all)
  expect(agencyField.value).toBe('RSUD Contoh')
  await user.click(screen.getByRole('button', { name: /^Kirim rujukan/ }))
  await waitFor(() => expect(sent).toEqual([HOSPITAL]))
})

it('asks for the agency again when the one of a kept draft takes no referrals any more', async () => {
  const { sent, agencyField, user } = await formWith(id(63))
  expect(agencyField.value).toBe('')
  await user.click(screen.getByRole('button', { name: /^Kirim rujukan/ }))
  expect(await screen.findByText('Pilih instansinya.')).toBeDefined()
  expect(sent).toEqual([])
})
