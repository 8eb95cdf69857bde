import type { TimeZone } from '#shared/clock'

const CENTRAL = new Set(['51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76'])
const EASTERN = new Set(['81', '82', '91', '92', '93', '94', '95', '96'])

/** The time zone of an area's province (Keppres 41/1987); a suggestion, for the office says what its own clock shows. */
export function timeZoneOf(areaCode: string): TimeZone {
  const province = areaCode.slice(0, 2)
  if (CENTRAL.has(province)) return 'WITA'
  return EASTERN.has(province) ? 'WIT' : 'WIB'
}
