import { type LocalDate, partsOf } from '#shared/clock'
import { deskMark } from '#shared/office/desk-mark'

/** `vulnerable` is the fast lane: pregnant or nursing, elderly, disabled, a victim of violence. */
export type Lane = 'general' | 'vulnerable'

const laneLetters = { general: 'U', vulnerable: 'R' } as const satisfies Record<Lane, string>

export type CaseNumberFacts = { districtCode: string; openedOn: LocalDate; deskCode: string; n: number }

/** `U-012` for the general lane (umum), `R-003` for the vulnerable one (rentan); `UB-012` at desk B, so that two desks of one waiting room never call one number. */
export function ticketNumber(lane: Lane, n: number, deskCode: string): string {
  return `${laneLetters[lane]}${deskMark(deskCode)}-${counted(n, 3)}`
}

/** `SLRT-3324-2611-A-00012`: district, year and month, desk, the desk's own counter, so desks apart never give one number twice. */
export function caseNumber({ districtCode, openedOn, deskCode, n }: CaseNumberFacts): string {
  const district = districtCode.replace('.', '')
  if (!/^\d{4}$/.test(district)) throw new RangeError('a district code has 4 digits')
  if (!/^[A-Z0-9]{1,4}$/.test(deskCode)) throw new RangeError('a desk code is 1 to 4 capitals or digits')
  const { year, month } = partsOf(openedOn)
  return `SLRT-${district}-${String(year % 100).padStart(2, '0')}${String(month).padStart(2, '0')}-${deskCode}-${counted(n, 5)}`
}

/** A case number up to its desk's own counter. */
export const caseSeries = (number: string): string => number.slice(0, number.lastIndexOf('-') + 1)

export const caseNumberIn = (series: string, n: number): string => `${series}${counted(n, 5)}`

function counted(n: number, width: number): string {
  if (!Number.isSafeInteger(n) || n < 1) throw new RangeError('numbers start at 1')
  return String(n).padStart(width, '0')
}
