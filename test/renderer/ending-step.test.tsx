import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { CaseCard } from '#shared/cases/cases.contract'
import { EndingStep } from '../../src/renderer/visits/EndingStep'
import { showAtDesk } from './at-desk'
import { putDesk } from './fake-desk'

it('asks for no ending of a case that was closed on its own page while the visit goes on', async () => {
  putDesk({})
  const card = { case: { ending: null, closedAt: 1, status: 'duplicate', nextStep: null, dueOn: null } } as CaseCard
  await showAtDesk(<EndingStep card={card} onLetter={() => undefined} onNewCase={() => undefined} />)
  expect(await screen.findByText('Kasus ini sudah ditutup: Duplikat')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Kasus lain dalam kunjungan ini' })).toBeTruthy()
  expect(screen.queryByRole('radio')).toBeNull()
})

it('says that a referral was begun and not sent, and goes on with it', async () => {
  const id = '0199aa00-0000-7000-8000-000000000031'
  const drafted = { [`c${id.replaceAll('-', '')}.reason`]: 'Butuh kursi roda' }
  putDesk({
    visits: { draft: async ({ form }) => ({ ok: true, value: form === 'referral' ? drafted : {} }) },
    organizations: { list: async () => ({ ok: true, value: [] }) }
  })
  const one = { id, visitId: '0199aa00-0000-7000-8000-000000000032', serviceCode: null, ending: null, closedAt: null, summary: '' }
  await showAtDesk(<EndingStep card={{ case: one } as CaseCard} onLetter={() => undefined} onNewCase={() => undefined} />)
  await screen.findByText('Ada rujukan yang mulai diketik dan belum dikirim; isinya masih tersimpan')
  await userEvent.click(screen.getByRole('button', { name: 'Lanjutkan rujukan' }))
  expect(await screen.findByDisplayValue('Butuh kursi roda')).toBeDefined()
  await userEvent.type(screen.getByDisplayValue('Butuh kursi roda'), ' anak')
  await userEvent.click(screen.getByRole('button', { name: 'Pilih akhir yang lain' }))
  await screen.findByText('Ada rujukan yang mulai diketik dan belum dikirim; isinya masih tersimpan')
})

it('says nothing of a referral where none was begun', async () => {
  putDesk({ visits: { draft: async () => ({ ok: true, value: {} }) } })
  const one = {
    id: '0199aa00-0000-7000-8000-000000000031',
    visitId: '0199aa00-0000-7000-8000-000000000032',
    serviceCode: null,
    ending: null,
    closedAt: null
  }
  await showAtDesk(<EndingStep card={{ case: one } as CaseCard} onLetter={() => undefined} onNewCase={() => undefined} />)
  await screen.findAllByRole('radio')
  expect(screen.queryByText(/Ada rujukan/)).toBeNull()
})
