import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { NikField } from '../../src/renderer/ui/NikField'
import { show } from './show'

function Held() {
  const [typed, setTyped] = useState('')
  return <NikField label="NIK" value={typed} onChange={setTyped} sex="female" />
}

it.each([
  ['332414', '332414 6 dari 16 angka'],
  ['3324 1457 0899 0001', '332414 · 570899 · 0001 Bentuk NIK benar: Perempuan, lahir 17-08-1999.'],
  ['3324141708990001', '332414 · 170899 · 0001 Jenis kelamin berbeda dengan NIK.'],
  ['3324143908990001', '332414 · 390899 · 0001 Angka hari lahir di NIK tidak mungkin.'],
  ['9999999999999996', '999999 · 999999 · 9996 Ini nomor pengganti, bukan NIK. Kosongkan dan pilih alasannya.']
])('says of %s: %s, and keeps what was typed', async (text, says) => {
  show(<Held />)
  const field = screen.getByLabelText<HTMLInputElement>('NIK')
  await userEvent.type(field, text)
  expect(field.value).toBe(text)
  expect(screen.getByRole('status').textContent?.replace(/\s+/g, ' ')).toBe(says)
})
