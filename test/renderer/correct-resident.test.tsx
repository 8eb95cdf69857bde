import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { DeskApi } from '#shared/contract'
import type { Resident } from '#shared/residents/resident'
import { personInput } from '#test/support/given'
import { CorrectResident } from '../../src/renderer/residents/CorrectResident'
import { showAtDesk } from './at-desk'
import { putDesk } from './fake-desk'

type Correction = Parameters<DeskApi['residents']['correct']>[0]

it('shows what was changed elsewhere while the form was open, and saves over it only when it is asked to again', async () => {
  const resident: Resident = {
    ...personInput({ occupation: 'Buruh' }),
    id: '0199aa00-0000-7000-8000-000000000011',
    provisionalId: null,
    mergedInto: null
  }
  const now = { ...resident, occupation: 'Nelayan' }
  const sent: Correction[] = []
  let isDone = false
  putDesk({
    residents: {
      correct: async input => {
        sent.push(input)
        return input.shown?.occupation === 'Nelayan'
          ? { ok: true, value: now }
          : { ok: false, problem: { kind: 'changed-meanwhile', of: 'resident', fields: ['occupation'], now } }
      }
    }
  })
  await showAtDesk(
    <CorrectResident
      resident={resident}
      onDone={() => {
        isDone = true
      }}
      onTaken={() => undefined}
    />
  )
  const user = userEvent.setup()
  const occupation = await screen.findByLabelText<HTMLInputElement>(/^Pekerjaan/)
  await user.clear(occupation)
  await user.type(occupation, 'Pedagang')
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect((await screen.findByRole('alert')).textContent).toMatch(/diubah di tempat lain.*Pekerjaan.*Nelayan/s)
  expect(occupation.value).toBe('Pedagang')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(isDone).toBe(true))
  expect(sent.map(({ shown, resident: typed }) => [shown?.occupation, typed.occupation])).toEqual([
    ['Buruh', 'Pedagang'],
    ['Nelayan', 'Pedagang']
  ])
})
