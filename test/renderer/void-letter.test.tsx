import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { IssuedLetter } from '#shared/letters/issued-letter'
import { VoidDialog } from '../../src/renderer/letters/VoidDialog'
import { showAtDesk } from './at-desk'
import { putDesk } from './fake-desk'

it('calls the way out of voiding a letter by another word than voiding it', async () => {
  putDesk({})
  const closed: string[] = []
  const letter = { id: '0199aa00-0000-7000-8000-000000000010', number: '400.9/001/SLRT-A/XI/2026' } as IssuedLetter
  await showAtDesk(<VoidDialog letter={letter} onClose={() => closed.push('closed')} />, ['manager'])
  expect(await screen.findByRole('button', { name: /^Batalkan surat/ })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Batal' })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Tidak jadi' }))
  expect(closed).toEqual(['closed'])
})
