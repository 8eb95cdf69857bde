import { expect, it } from 'vitest'
import { isShortFor } from '#shared/registry/short-words'

it.each([
  ['DG', 'DAENG'],
  ['GST', 'GUSTI'],
  ['NGR', 'NGURAH'],
  ['NYM', 'NYOMAN'],
  ['WYN', 'WAYAN'],
  ['KT', 'KETUT'],
  ['KMG', 'KOMANG'],
  ['TGK', 'TEUNGKU']
])('takes %s for %s', (short, word) => {
  expect(isShortFor(short, word)).toBe(true)
})

it.each([
  ['a word with vowels', 'ABD', 'ABIDIN'],
  ['a letter alone', 'M', 'MADE'],
  ['two letters of a name with more', 'MD', 'MARDIANA'],
  ['other letters', 'DG', 'DAYU'],
  ['a Y that is heard as a vowel', 'SRY', 'SURAYA']
])('takes %s for no short word', (_, short, word) => {
  expect(isShortFor(short, word)).toBe(false)
})
