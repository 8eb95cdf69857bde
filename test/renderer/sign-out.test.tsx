import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { api } from '../../src/renderer/api'
import { useAct, useCall } from '../../src/renderer/use-call'
import { putDesk } from './fake-desk'
import { show } from './show'

function Counter() {
  const me = useCall(api.officers.me, {})
  useCall(api.office.signers, {})
  const signOut = useAct(api.officers.signOut)
  return (
    <button type="button" onClick={() => void signOut.act({})}>
      {me.value ? 'keluar' : 'pergi'}
    </button>
  )
}

it('signing out asks who works here, and nothing that would be refused', async () => {
  const asked: string[] = []
  const answer = (name: string, value: unknown) => async () => {
    asked.push(name)
    return { ok: true as const, value: value as never }
  }
  putDesk({
    officers: { me: answer('me', { officer: null }), signOut: answer('signOut', null) },
    office: { signers: answer('signers', []) }
  })
  show(<Counter />)
  const button = await screen.findByRole('button', { name: 'keluar' }, { timeout: 5000 })
  await waitFor(() => expect(asked).toHaveLength(2))
  await userEvent.setup().click(button)
  await waitFor(() => expect(asked.slice(2)).toEqual(['signOut', 'me']))
})
