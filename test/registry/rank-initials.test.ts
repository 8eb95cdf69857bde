import { expect, it } from 'vitest'
import { initialsOfRank, wordsOfRank } from '#shared/registry/rank-initials'

it.each([
  ['IB', ['IDA', 'BAGUS']],
  ['IGN', ['I', 'GUSTI', 'N']],
  ['NLP', ['NI', 'LUH', 'P']],
  ['AAN', undefined],
  ['IAN', undefined],
  ['SUKARTA', undefined]
])('%s stands for %j', (word, words) => {
  expect(wordsOfRank(word)).toEqual(words)
})

it('is how what somebody was born as is written short', () => {
  expect(initialsOfRank(['I', 'GUSTI', 'NGURAH', 'RAI'])).toEqual([
    { initials: 'IGN', count: 3 },
    { initials: 'IG', count: 2 }
  ])
  expect(initialsOfRank(['IDA', 'BAGUS', 'OKA'])).toEqual([{ initials: 'IB', count: 2 }])
  expect(initialsOfRank(['IDA', 'ROYANI'])).toEqual([])
})
