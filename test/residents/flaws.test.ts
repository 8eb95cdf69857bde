import { expect, it } from 'vitest'
import { flawsOf } from '#shared/residents/flaws'

const sound = {
  nik: '3324105708900001',
  nikOverrideReason: null,
  birthDate: '1990-08-17',
  sex: 'female' as const,
  address: { line: 'Dusun Krajan', rt: null, rw: null, villageCode: '33.24.10.2001', postcode: null },
  presence: null
}

it('finds nothing in data that are whole', () => expect(flawsOf(sound)).toEqual([]))

it.each([
  ['no-nik', { nik: null }],
  ['nik-odd', { nik: '9924105708900001' }],
  ['nik-odd', { nik: '3324105708900000' }],
  ['nik-sex', { sex: 'male' as const }],
  ['nik-birth', { birthDate: '1991-08-17' }],
  ['no-birth-date', { birthDate: null }],
  ['no-village', { address: { ...sound.address, villageCode: null } }],
  ['deceased', { presence: 'deceased' as const }],
  ['moved', { presence: 'moved' as const, nik: null }]
])('finds %s', (flaw, fields) => expect(flawsOf({ ...sound, ...fields })).toEqual([flaw]))

it('calls a NIK that a manager accepted by that name alone', () => {
  expect(flawsOf({ ...sound, nik: '3324108508900001', birthDate: null, nikOverrideReason: 'Sesuai KTP asli' })).toEqual([
    'nik-override',
    'no-birth-date'
  ])
})

it('takes a NIK of 29 February 2000 for possible, though no such day was in 1900', () => {
  expect(flawsOf({ ...sound, nik: '3324106902000001', birthDate: '2000-02-29' })).toEqual([])
})
