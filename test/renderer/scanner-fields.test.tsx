import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { useScanner } from '../../src/renderer/scanner'

const [scans, sent]: [string[], string[]] = [[], []]

function Desk() {
  useScanner(text => scans.push(text))
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        sent.push('sent')
      }}
    >
      <input aria-label="PIN" type="password" />
      <input aria-label="Nama" />
      <button type="submit">Masuk</button>
    </form>
  )
}

it('a secret typed as fast as a scanner types is no scan, and its Enter is the field’s', async () => {
  render(<Desk />)
  const user = userEvent.setup({ delay: null })
  await user.click(screen.getByLabelText('PIN'))
  await user.keyboard('123456{Enter}')
  expect([scans.splice(0), sent.splice(0)]).toEqual([[], ['sent']])
})

it('elsewhere it is one, and sends no form', () => {
  render(<Desk />)
  const field = screen.getByLabelText('Nama')
  for (const key of ['1', '2', '3', '4', '5', '6', 'Enter']) fireEvent.keyDown(field, { key })
  expect([scans.splice(0), sent.splice(0)]).toEqual([['123456'], []])
})
