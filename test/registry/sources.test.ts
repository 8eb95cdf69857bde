import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysOld, isOutdated, periodEnd } from '#shared/registry/period'
import { sideBySide } from '#shared/registry/side-by-side'

describe('the age of data', () => {
  it.each([
    ['2026-T4', '2026-12-31'],
    ['2026-T1', '2026-03-31'],
    ['2024-02', '2024-02-29'],
    ['2026-13', undefined],
    ['2026', undefined],
    ['akhir tahun', undefined]
  ])('of %s ends on %s', (period, end) => expect(periodEnd(period)).toBe(end))

  it('is nothing while their period runs, and counts from its last day', () => {
    expect(daysOld('2026-T4', '2026-11-22')).toBe(0)
    expect(daysOld('2026-T3', '2026-11-22')).toBe(53)
    expect(daysOld('dulu', '2026-11-22')).toBeNull()
  })

  it('is too much once a whole quarter has passed', () => {
    expect(isOutdated('2026-T3', '2026-12-31')).toBe(false)
    expect(isOutdated('2026-T3', '2027-01-01')).toBe(true)
    expect(isOutdated('2026-T4', '2026-11-22')).toBe(false)
  })
})

const line = (source: string, period: string, decile: number | null, seenAt = 1) => ({
  source,
  period,
  decile,
  isListed: decile !== null,
  active: [],
  inactive: [],
  seenAt
})

describe('several sources', () => {
  it('stand side by side, the newest period first', () => {
    const { lines } = sideBySide([
      line('village-list', '2026-01', 2),
      line('DTSEN', '2026-T3', 4),
      line('DTSEN', '2026-T4', 3),
      line('DTKS', '2026-10', 1)
    ])
    expect(lines.map(({ source, period }) => `${source} ${period}`)).toEqual([
      'DTSEN 2026-T4',
      'DTKS 2026-10',
      'DTSEN 2026-T3',
      'village-list 2026-01'
    ])
  })

  it('show what was seen last of each source and period', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ source: fc.constantFrom('DTSEN', 'DTKS'), period: fc.constantFrom('2026-T3', '2026-T4'), seenAt: fc.integer() })
        ),
        asked => {
          const { lines } = sideBySide(asked.map(({ source, period, seenAt }) => line(source, period, 3, seenAt)))
          expect(new Set(lines.map(({ source, period }) => source + period)).size).toBe(lines.length)
          for (const shown of lines) {
            const same = asked.filter(({ source, period }) => source === shown.source && period === shown.period)
            expect(shown.seenAt).toBe(Math.max(...same.map(({ seenAt }) => seenAt)))
          }
        }
      )
    )
  })

  it('are said to differ when they do', () => {
    expect(sideBySide([line('DTSEN', '2026-T4', 3), line('DTSEN', '2026-T3', 3)]).isOneVoice).toBe(true)
    expect(sideBySide([line('DTSEN', '2026-T4', 3), line('DTSEN', '2026-T3', 6)]).isOneVoice).toBe(false)
    expect(sideBySide([line('DTSEN', '2026-T4', null), line('village-list', '2026-T4', 2)]).isOneVoice).toBe(false)
    expect(sideBySide([]).isOneVoice).toBe(true)
  })
})
