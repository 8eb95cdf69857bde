import { expect, it } from 'vitest'
import { timeZoneOf } from '#shared/areas/time-zone'

it.each([
  ['33.24', 'WIB'],
  ['11', 'WIB'],
  ['61.71', 'WIB'],
  ['62', 'WIB'],
  ['51.71', 'WITA'],
  ['63', 'WITA'],
  ['65.01', 'WITA'],
  ['73.71', 'WITA'],
  ['81', 'WIT'],
  ['96.71', 'WIT']
])('an office in %s keeps %s', (code, zone) => {
  expect(timeZoneOf(code)).toBe(zone)
})
