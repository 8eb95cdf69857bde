import { screen } from '@testing-library/react'
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
