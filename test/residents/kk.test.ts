import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkKk } from '#shared/residents/kk'

it.each(['3324011203150001', '3324 0112 0315 0001', '33.2401.120315.0001', '3324012902000001'])('%s is a KK number', text => {
  const kk = text.replace(/\D/g, '')
  expect(checkKk(text)).toEqual({ kk, blocks: [], warnings: [] })
})

it.each([
  ['', ['not-16-digits']],
  ['332401120315000', ['not-16-digits']],
  ['33240112031500011', ['not-16-digits']],
  ['33240112O3150001', ['not-16-digits']],
  ['3,32401E+15', ['not-16-digits']],
  ['３３２４０１１２０３１５０００１', ['not-16-digits']],
  ['0000000000000000', ['all-same-digit']],
  ['3324011203150000', ['serial-zero']]
])('%j is blocked', (text, blocks) => {
  expect(checkKk(text).blocks).toEqual(blocks)
})

it.each([
  ['3324013102150001', ['no-such-day']],
  ['3324015203150001', ['no-such-day']],
  ['3324010003150001', ['no-such-day']],
  ['3324011213150001', ['no-such-day']],
  ['3324012902010001', ['no-such-day']],
  ['9924011203150001', ['unknown-province']],
  ['3370011203150001', ['unknown-district-number']]
])('%s is doubted, not blocked: the day of recording has no +40', (text, warnings) => {
  expect(checkKk(text)).toEqual({ kk: text, blocks: [], warnings })
})

it('of a megabyte is only too long', () => {
  expect(checkKk('1'.repeat(1_000_000))).toEqual({ blocks: ['not-16-digits'], warnings: [] })
})

it('answers any text without throwing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\d .-]{14,20}$/)), text => {
      const { kk, blocks } = checkKk(text)
      expect(kk === undefined).toBe(blocks.includes('not-16-digits'))
    })
  )
})
