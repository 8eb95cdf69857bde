/** NIK: region of first registration (6), birth day + 40 for women, month, year (6), serial (4); PP 40/2019 art. 30. */
import { ageOn, dateOfParts, type LocalDate, partsOf, yearOf } from '#shared/clock'
import { deskMark } from '#shared/office/desk-mark'

export type Sex = 'male' | 'female'

export type NikBlock = 'not-16-digits' | 'all-same-digit' | 'sequence' | 'day-out-of-range' | 'month-out-of-range' | 'serial-zero'

export type RegionWarning = 'unknown-province' | 'unknown-district-number'

export type NikWarning = RegionWarning | 'no-such-day' | 'sex-differs' | 'birth-date-differs'

/** What Regsosek enumerators wrote for a person without a NIK. */
export type NikPlaceholder = 'refused' | 'none-under-17' | 'none-adult' | 'foreigner'

/** `yearsPossible` is the earlier and the later century's year; both are the earlier one while the later day is still to come. */
export type NikBirth = { day: number; month: number; yearsPossible: [number, number]; sex: Sex }

export type NikCheck = {
  nik?: string
  placeholder?: NikPlaceholder
  blocks: NikBlock[]
  warnings: NikWarning[]
  regionKnown?: boolean
  birth?: NikBirth
}

export type NikKnown = { birthDate?: LocalDate; sex?: Sex; today: LocalDate; isKnownRegion?: (code6: string) => boolean }

const placeholders: ReadonlyMap<string, NikPlaceholder> = new Map([
  ['9999999999999994', 'refused'],
  ['9999999999999995', 'none-under-17'],
  ['9999999999999996', 'none-adult'],
  ['9999999999999999', 'foreigner']
])

/** First and last code of each island group; 38 provinces (Kepmendagri 300.2.2-2430/2025). */
const provinceRanges: readonly (readonly [number, number])[] = [
  [11, 19],
  [21, 21],
  [31, 36],
  [51, 53],
  [61, 65],
  [71, 76],
  [81, 82],
  [91, 96]
]

/** Whether a number stands for "no NIK": many people have it, so it never tells two of them to be one. */
export const isNikPlaceholder = (nik: string): boolean => placeholders.has(nik)

/** The text without the spaces, dots and dashes that people group digits with; everything else stays. */
export function normalizeDigits(text: string): string {
  return text.replace(/[\s.\-\u2010-\u2015]/gu, '')
}

/** All that can be said of a typed NIK without asking the civil registry: what forbids it, what to ask about, what it encodes. */
export function checkNik(text: string, known: NikKnown): NikCheck {
  const nik = normalizeDigits(text)
  const placeholder = placeholders.get(nik)
  if (placeholder) return { placeholder, blocks: [], warnings: [] }
  if (!/^\d{16}$/.test(nik)) return { blocks: ['not-16-digits'], warnings: [] }
  const junk = junkOf(nik)
  if (junk) return { nik, blocks: [junk], warnings: [] }

  const blocks = blocksOf(nik)
  const birth = birthOf(nik, known.today)
  const warnings = [...regionWarnings(nik), ...(birth ? birthWarnings(birth, known) : [])]
  const regionKnown = known.isKnownRegion?.(nik.slice(0, 6))
  return { nik, blocks, warnings, ...(regionKnown === undefined ? {} : { regionKnown }), ...(birth ? { birth } : {}) }
}

/** Whether a supervisor may accept the NIK in spite of this block: unusual day and month digits exist on real cards. */
export function isOverridable(block: NikBlock): boolean {
  return block === 'day-out-of-range' || block === 'month-out-of-range'
}

/**
 * A day of birth to ask about, never to store unasked: the NIK stays when the birth date is corrected (PP 40/2019 art. 30(2)).
 * It takes the century that leaves the person alive and not yet a hundred: 20YY when that day has come, else 19YY.
 */
export function suggestBirthDate(nik: string, today: LocalDate): LocalDate | undefined {
  const { birth, blocks } = checkNik(nik, { today })
  if (!birth || blocks.length > 0) return undefined
  const { day, month, yearsPossible } = birth
  return dateOfParts({ day, month, year: yearsPossible[1] })
}

/** `332401******0001`, for lists; a text that is no NIK is hidden whole. */
export function maskNik(nik: string): string {
  return /^\d{16}$/.test(nik) ? `${nik.slice(0, 6)}******${nik.slice(12)}` : '*'.repeat(16)
}

export type ProvisionalFacts = { districtCode: string; year2: number; deskCode: string; n: number }

/** `TNIK-3324-26-1`: the n-th person without a NIK at a district's first desk in a year (its last two digits); `TNIK-3324-26-B1` at desk B, so that two desks never give one number. */
export function provisionalId({ districtCode, year2, deskCode, n }: ProvisionalFacts): string {
  const district = normalizeDigits(districtCode)
  if (!/^\d{4}$/.test(district)) throw new RangeError('a district code has 4 digits')
  if (!Number.isInteger(year2) || year2 < 0 || year2 > 99) throw new RangeError('a year of two digits')
  if (!Number.isSafeInteger(n) || n < 1) throw new RangeError('numbers start at 1')
  return `TNIK-${district}-${String(year2).padStart(2, '0')}-${deskMark(deskCode)}${n}`
}

/** Doubts about the region at the head of a NIK or KK: codes from before a province was split do occur, so they only warn. */
export function regionWarnings(digits: string): RegionWarning[] {
  const [province, district] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4))]
  const warnings: RegionWarning[] = []
  if (!provinceRanges.some(([first, last]) => province >= first && province <= last)) warnings.push('unknown-province')
  if (district === 0 || district === 70) warnings.push('unknown-district-number')
  return warnings
}

function junkOf(nik: string): NikBlock | undefined {
  if (/^(\d)\1{15}$/.test(nik)) return 'all-same-digit'
  return nik === '1234567890123456' ? 'sequence' : undefined
}

function blocksOf(nik: string): NikBlock[] {
  const { day, month } = birthDigits(nik)
  const blocks: NikBlock[] = []
  if (day < 1 || day > 31) blocks.push('day-out-of-range')
  if (month < 1 || month > 12) blocks.push('month-out-of-range')
  if (nik.endsWith('0000')) blocks.push('serial-zero')
  return blocks
}

function birthDigits(nik: string): { day: number; month: number; year2: number; sex: Sex } {
  const dd = Number(nik.slice(6, 8))
  const sex = dd > 40 ? 'female' : 'male'
  return { day: sex === 'female' ? dd - 40 : dd, month: Number(nik.slice(8, 10)), year2: Number(nik.slice(10, 12)), sex }
}

function birthOf(nik: string, today: LocalDate): NikBirth | undefined {
  const { day, month, year2, sex } = birthDigits(nik)
  if (day < 1 || day > 31 || month < 1 || month > 12) return undefined
  const later = 2000 + year2
  const laterDay = dateOfParts({ day, month, year: later })
  const hasCome = laterDay === undefined ? later <= yearOf(today) : ageOn(laterDay, today) >= 0
  return { day, month, yearsPossible: [1900 + year2, hasCome ? later : 1900 + year2], sex }
}

function birthWarnings({ day, month, yearsPossible, sex }: NikBirth, known: NikKnown): NikWarning[] {
  const warnings: NikWarning[] = []
  if (!yearsPossible.some(year => dateOfParts({ day, month, year }) !== undefined)) warnings.push('no-such-day')
  if (known.sex !== undefined && known.sex !== sex) warnings.push('sex-differs')
  if (known.birthDate !== undefined) {
    const declared = partsOf(known.birthDate)
    const isSame = declared.day === day && declared.month === month && declared.year % 100 === yearsPossible[0] % 100
    if (!isSame) warnings.push('birth-date-differs')
  }
  return warnings
}
