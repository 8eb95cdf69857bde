import { expect, it } from 'vitest'
import { lastMonthOf, RegistryPeriod } from '#shared/registry/edition'

it('orders periods by their last month, quarters and months alike', () => {
  const inOrder = ['2025-T4', '2026-01', '2026-T1', '2026-11', '2026-T4', '2027-01']
  expect([...inOrder].sort((a, b) => lastMonthOf(a) - lastMonthOf(b))).toEqual(inOrder)
  expect(lastMonthOf('2026-T4')).toBe(lastMonthOf('2026-12'))
})

it.each(['2026', '2026-T5', '2026-13', '2026-00', 'T4-2026'])('knows no period %s', text => {
  expect(RegistryPeriod.safeParse(text).success).toBe(false)
})
