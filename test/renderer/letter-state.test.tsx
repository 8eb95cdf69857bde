import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { LetterState } from '../../src/renderer/letters/LetterState'
import { showAtDesk, TODAY } from './at-desk'

it.each([
  ['valid on its last day', 'issued', TODAY, 'Berlaku'],
  ['valid when it never ends', 'issued', null, 'Berlaku'],
  ['past its time the day after', 'issued', '2026-11-22', 'Lewat masa berlaku'],
  ['void, whenever it would have ended', 'void', '2026-11-22', 'Batal']
] as const)('a letter is %s', async (_, status, validUntil, words) => {
  await showAtDesk(<LetterState letter={{ status, validUntil }} />)
  expect(screen.getByTestId('desk').textContent).toBe(words)
})
