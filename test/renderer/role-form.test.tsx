import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { KEYS } from '../../src/renderer/keys'
import { Button } from '../../src/renderer/ui/Button'
import { likelyPart } from '../../src/renderer/visits/people'
import { RoleForm } from '../../src/renderer/visits/RoleForm'
import { showAtDesk, TODAY } from './at-desk'
import { putDesk } from './fake-desk'

afterEach(() => vi.restoreAllMocks())

const id = (n: number) => `0199aa00-0000-7000-8000-0000000000${n}`

function SavedFirst() {
  const [isSaved, setSaved] = useState(false)
  if (isSaved) return <RoleForm visitId={id(52)} residentId={id(31)} name="Siti" likely="self" />
  return (
    <Button shortcut={KEYS.primary} onClick={() => setSaved(true)}>
      Simpan
    </Button>
  )
}

it('lets nobody take a part in the visit by the key that saved them, pressed twice', async () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(10_000)
  const parts: string[] = []
  putDesk({
    visits: {
      addParticipant: async ({ role }) => {
        parts.push(role)
        return { ok: true, value: {} as never }
      }
    }
  })
  await showAtDesk(
    <>
      <Button shortcut={KEYS.search}>Cari</Button>
      <SavedFirst />
    </>
  )
  await userEvent.keyboard('{Control>}{Enter}{Enter}{/Control}')
  await screen.findByRole('button', { name: /^Masukkan ke kunjungan/ })
  expect(parts).toEqual([])
  now.mockReturnValue(11_000)
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(parts.length).toBeGreaterThan(0))
})

it.each([
  ['an adult who comes first comes', true, null, '1990-08-17', 'self'],
  ['whoever comes with others is', false, null, '1990-08-17', 'concerned'],
  ['somebody who died is', true, 'deceased' as const, '1990-08-17', 'concerned'],
  ['a child of sixteen is', true, null, '2009-11-24', 'concerned'],
  ['of an unknown age, one comes', true, null, null, 'self']
])('%s, before an officer has said otherwise', (_, isFirst, presence, birthDate, part) => {
  expect(likelyPart({ presence, birthDate }, isFirst, TODAY)).toBe(part)
})
