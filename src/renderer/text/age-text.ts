import { ageOn, dayNumber, type LocalDate, monthsOn } from '#shared/clock'
import type { Language } from '#shared/local-date-input'

/** `36 tahun`; of a baby `7 bulan`, of a newborn `4 hari`. */
export function ageText(birth: LocalDate, today: LocalDate, language: Language): string {
  const inUnit = (count: number, unit: 'year' | 'month' | 'day') =>
    new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'id-ID', { style: 'unit', unit, unitDisplay: 'long' }).format(count)
  const [years, months] = [ageOn(birth, today), monthsOn(birth, today)]
  if (years >= 1) return inUnit(years, 'year')
  return months >= 1 ? inUnit(months, 'month') : inUnit(Math.max(dayNumber(today) - dayNumber(birth), 0), 'day')
}
