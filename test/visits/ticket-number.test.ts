import { describe, expect, it } from 'vitest'
import { caseNumber, ticketNumber } from '#shared/visits/ticket-number'

const facts = { districtCode: '33.24', openedOn: '2026-11-21', deskCode: 'A', n: 12 }

describe('a queue ticket', () => {
  it.each([
    ['general', 12, 'A', 'U-012'],
    ['vulnerable', 3, 'A', 'R-003'],
    ['general', 1000, 'A', 'U-1000'],
    ['general', 12, 'B', 'UB-012'],
    ['vulnerable', 3, 'AC', 'RAC-003']
  ] as const)('of the %s lane, number %i, at desk %s, is %s', (lane, n, deskCode, number) => {
    expect(ticketNumber(lane, n, deskCode)).toBe(number)
  })

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('has no number %d', n => {
    expect(() => ticketNumber('general', n, 'A')).toThrow(RangeError)
    expect(() => caseNumber({ ...facts, n })).toThrow(RangeError)
  })
})

describe('a case number', () => {
  it('tells district, month, desk and count', () => {
    expect(caseNumber(facts)).toBe('SLRT-3324-2611-A-00012')
    expect(caseNumber({ ...facts, districtCode: '3324', openedOn: '2005-02-01', deskCode: 'B2', n: 123_456 })).toBe(
      'SLRT-3324-0502-B2-123456'
    )
  })

  it.each([
    { districtCode: '33' },
    { districtCode: '33.24.01' },
    { districtCode: '' },
    { deskCode: '' },
    { deskCode: 'a' },
    { deskCode: 'A-1' },
    { deskCode: 'ABCDE' },
    { openedOn: '2026-02-31' }
  ])('is not made of %j', wrong => {
    expect(() => caseNumber({ ...facts, ...wrong })).toThrow(RangeError)
  })
})
