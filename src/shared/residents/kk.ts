/** KK number: region (6), the day the card was recorded DDMMYY without the + 40 of a NIK (6), family serial (4). It changes with moves: never a key. */
import { dateOfParts } from '#shared/clock'
import { normalizeDigits, type RegionWarning, regionWarnings } from '#shared/residents/nik'

export type KkBlock = 'not-16-digits' | 'all-same-digit' | 'serial-zero'

export type KkWarning = RegionWarning | 'no-such-day'

export type KkCheck = { kk?: string; blocks: KkBlock[]; warnings: KkWarning[] }

/** All that a typed KK number shows by itself; only its form can forbid it. */
export function checkKk(text: string): KkCheck {
  const kk = normalizeDigits(text)
  if (!/^\d{16}$/.test(kk)) return { blocks: ['not-16-digits'], warnings: [] }
  if (/^(\d)\1{15}$/.test(kk)) return { kk, blocks: ['all-same-digit'], warnings: [] }
  return {
    kk,
    blocks: kk.endsWith('0000') ? ['serial-zero'] : [],
    warnings: [...regionWarnings(kk), ...(hasRealDay(kk) ? [] : (['no-such-day'] as const))]
  }
}

function hasRealDay(kk: string): boolean {
  const [day, month, year2] = [Number(kk.slice(6, 8)), Number(kk.slice(8, 10)), Number(kk.slice(10, 12))]
  return [1900, 2000].some(century => dateOfParts({ day, month, year: century + year2 }) !== undefined)
}
