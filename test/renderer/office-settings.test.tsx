import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { DeskApi } from '#shared/contract'
import { OfficeSettingsForm } from '../../src/renderer/office/OfficeSettingsForm'
import { showAtDesk } from './at-desk'
import { putDesk } from './fake-desk'

it('saves of the office only the part that is on the screen', async () => {
  const sent: Parameters<DeskApi['office']['change']>[0][] = []
  putDesk({
    office: {
      change: async input => {
        sent.push(input)
        return { ok: true, value: input as never }
      }
    }
  })
  await showAtDesk(<OfficeSettingsForm part="letterhead" />, ['administrator'])
  await userEvent.type(await screen.findByLabelText(/^Telepon/), '0294 381234')
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(sent).toHaveLength(1))
  expect(sent[0]?.letterhead?.phone).toBe('0294 381234')
  expect(Object.keys(sent[0] ?? {}).sort()).toEqual(['letterhead', 'paper'])
})
