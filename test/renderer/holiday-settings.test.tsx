import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { HolidaySettings } from '../../src/renderer/directory/HolidaySettings'
import { showAtDesk } from './at-desk'
import { putDesk } from './fake-desk'

it('takes back a day that was marked by mistake: its date stays, and the office works on it', async () => {
  const set: unknown[] = []
  putDesk({
    office: {
      holidays: async () => ({ ok: true, value: [{ id: 'x', day: '2026-11-24', name: 'HUT Kabupaten', isWorkingDay: false }] }),
      setHoliday: async input => {
        set.push(input)
        return { ok: true, value: {} as never }
      }
    }
  })
  await showAtDesk(<HolidaySettings />, ['administrator'])
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: 'Ubah Selasa, 24 November 2026' }))
  expect(screen.getByRole('dialog', { name: 'Selasa, 24 November 2026' })).toBeTruthy()
  await user.click(screen.getByRole('radio', { name: 'Tetap masuk' }))
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(set).toEqual([{ day: '2026-11-24', name: 'HUT Kabupaten', isWorkingDay: true }]))
})
