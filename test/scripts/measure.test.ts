import { describe, expect, it } from 'vitest'
import { quantile } from '../../scripts/bench/measure'

describe('quantile', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i)

  it.each([
    [hundred, 0.5, 50],
    [hundred, 0.95, 95],
    [[3], 0.95, 3],
    [[4, 1], 0.5, 1]
  ])('of %j below which a share of %f lies is %d', (samples, share, expected) => {
    expect(quantile(samples, share)).toBe(expected)
  })
})
