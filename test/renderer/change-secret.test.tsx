import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { ok, refuse } from '#shared/result'
import { ChangeSecretDialog } from '../../src/renderer/officers/ChangeSecretDialog'
import { showAtDesk } from './at-desk'
import { putDesk } from './fake-desk'

const OLD = 'gerimis kemudi lembayung tujuh'
const NEXT = 'senja perahu belimbing empat'

async function opened(answers: ('wrong-password' | 'right')[] = []) {
  const heard: unknown[] = []
  let isClosed = false
  putDesk({
    officers: {
      changeMyPin: async input => {
        heard.push(input)
        return ok(null)
      },
      changeMyPassword: async input => {
        heard.push(input)
        return answers.shift() === 'wrong-password' ? refuse({ kind: 'wrong-password' }) : ok(null)
      }
    }
  })
  await showAtDesk(
    <ChangeSecretDialog
      onClose={() => {
        isClosed = true
      }}
    />
  )
  await screen.findByRole('dialog')
  return { user: userEvent.setup(), heard, isClosed: () => isClosed }
}

it('changes the PIN of this computer by keys alone', async () => {
  const { user, heard, isClosed } = await opened()
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('PIN sekarang')))
  await user.keyboard('123456{Tab}907351{Tab}907351{Enter}')
  await waitFor(() => expect(heard).toEqual([{ oldPin: '123456', newPin: '907351' }]))
  await waitFor(() => expect(isClosed()).toBe(true))
})

it('changes the password, knowing the old one, and says what other computers will ask', async () => {
  const { user, heard, isClosed } = await opened()
  await user.click(screen.getByRole('radio', { name: 'Kata sandi' }))
  await user.type(screen.getByLabelText('Kata sandi sekarang'), OLD)
  await user.type(screen.getByLabelText('Kata sandi baru'), NEXT)
  await user.type(screen.getByLabelText('Ulangi kata sandi'), 'lain sekali dari itu')
  await user.keyboard('{Enter}')
  expect(await screen.findByText('Kedua kata sandi belum sama.')).toBeTruthy()
  await user.clear(screen.getByLabelText('Ulangi kata sandi'))
  await user.type(screen.getByLabelText('Ulangi kata sandi'), `${NEXT}{Enter}`)
  await waitFor(() => expect(heard).toEqual([{ oldPassword: OLD, newPassword: NEXT }]))
  expect(await screen.findByText(/Komputer lain akan meminta kata sandi baru ini/)).toBeTruthy()
  expect(isClosed()).toBe(true)
})

it('stays open and says why when the old password is wrong', async () => {
  const { user, isClosed } = await opened(['wrong-password'])
  await user.click(screen.getByRole('radio', { name: 'Kata sandi' }))
  await user.type(screen.getByLabelText('Kata sandi sekarang'), 'bukan kata sandinya')
  await user.type(screen.getByLabelText('Kata sandi baru'), NEXT)
  await user.type(screen.getByLabelText('Ulangi kata sandi'), `${NEXT}{Enter}`)
  expect(await screen.findByText('Kata sandi belum cocok.')).toBeTruthy()
  expect(isClosed()).toBe(false)
})
