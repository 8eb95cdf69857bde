import { describe, expect, it } from 'vitest'
import { createFormat } from '../../src/renderer/text/use-format'

/** Half past eleven at night in Jakarta. */
const LATE = Date.UTC(2026, 10, 21, 16, 30)

describe('the day of a moment', () => {
  it('is the office’s own, which in Papua is two hours ahead of Jakarta', () => {
    expect(createFormat('id', 'WIB', null).dayOf(LATE)).toBe('21 November 2026')
    expect(createFormat('id', 'WIT', null).dayOf(LATE)).toBe('22 November 2026')
    expect(createFormat('en', 'WIT', null).moment(LATE)).toBe('22 November 2026, 01.30 WIT')
  })
})
