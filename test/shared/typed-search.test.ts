import { describe, expect, it } from 'vitest'
import { readTypedSearch } from '#shared/search/typed-search'

describe('what is typed to find somebody', () => {
  it.each([
    ['siti aminah 1990', { name: 'siti aminah', birthYear: 1990, age: null }],
    ['1990 siti aminah', { name: 'siti aminah', birthYear: 1990, age: null }],
    ['siti aminah lahir 1990', { name: 'siti aminah', birthYear: 1990, age: null }],
    ['siti aminah 17-08-1990', { name: 'siti aminah', birthYear: 1990, age: null }],
    ['siti aminah 17/8/1990 kebonharjo', { name: 'siti aminah kebonharjo', birthYear: 1990, age: null }],
    ['siti 36 th', { name: 'siti', birthYear: null, age: 36 }],
    ['siti umur 36 tahun', { name: 'siti', birthYear: null, age: 36 }],
    ['siti usia 8', { name: 'siti', birthYear: null, age: 8 }],
    ['siti aminah 36thn', { name: 'siti aminah', birthYear: null, age: 36 }],
    ['siti aminah 36', { name: 'siti aminah', birthYear: null, age: 36 }],
    ['siti rt 12', { name: 'siti', birthYear: null, age: null }],
    ['siti aminah RT.03/RW.05 kebonharjo', { name: 'siti aminah kebonharjo', birthYear: null, age: null }],
    ['siti rt 003/005 1990', { name: 'siti', birthYear: 1990, age: null }],
    ['kasmi 101', { name: 'kasmi', birthYear: null, age: 101 }]
  ])('says beside the name when they were born: %s', (typed, read) => {
    expect(readTypedSearch(typed, 2026)).toEqual(read)
  })

  it.each([
    'siti aminah',
    '1990',
    'lahir',
    's 1990',
    'siti 2027',
    'siti 1790',
    'siti 199',
    'siti 131 th',
    'siti 3',
    'siti 131',
    '36 siti',
    's 36',
    'siti 081',
    'rt 12',
    'siti rt dua',
    'murti 12 rtx',
    'kasmi no. 12',
    'melati gang 12',
    '400.7/001/SLRT-A/XI/2026',
    'SLRT-3324-2611-A-00001',
    'jalan 2000 nomor 5',
    '3324145708900011'
  ])('or nothing but what stands there: %s', typed => {
    expect(readTypedSearch(typed, 2026)).toEqual({ name: typed, birthYear: null, age: null })
  })
})
