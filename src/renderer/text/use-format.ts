import { useContext, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type LocalDate, localDateOf, localTimeOf, type TimeZone } from '#shared/clock'
import { formatDate, formatDateLong, type Language } from '#shared/local-date-input'
import { SessionContext } from '../session'
import { ageText } from './age-text'

export type Format = {
  /** `08.15 WIB`, at a moment in UTC milliseconds. */
  time: (at: number) => string
  /** `08.15`, where the zone is plain. */
  clock: (at: number) => string
  /** `17 Agustus 1990` */
  date: (day: LocalDate) => string
  /** `Jumat, 17 Agustus 1990` */
  dateLong: (day: LocalDate) => string
  /** `21 November 2026`: the office's day at a moment in UTC milliseconds. */
  dayOf: (at: number) => string
  /** `21 November 2026, 08.15 WIB` */
  moment: (at: number) => string
  /** `1.234,5` in Indonesian, `1,234.5` in English. */
  number: (value: number) => string
  /** `2 jam`, `3 hari`: how long something has lasted, in its largest whole unit; never less than a minute. */
  span: (milliseconds: number) => string
  /** `3 hari` */
  days: (count: number) => string
  /** `2,5 jam`, `3 hari`: about how long, in the largest unit of which there is a whole one; never less than a minute. */
  aboutSpan: (milliseconds: number) => string
  /** `2,5 MB` */
  size: (bytes: number) => string
  /** `36 tahun`, `4 hari`: on the office's day; only below the sign-in. */
  age: (birth: LocalDate) => string
}

export const asLanguage = (language: string): Language => (language === 'en' ? 'en' : 'id')

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

export function createFormat(language: Language, zone: TimeZone, today: LocalDate | null): Format {
  const locale = language === 'en' ? 'en-GB' : 'id-ID'
  const numbers = new Intl.NumberFormat(locale)
  const inUnit = (value: number, unit: 'minute' | 'hour' | 'day', maximumFractionDigits = 0) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits }).format(value)
  const days = (count: number) => inUnit(count, 'day')
  const bytesIn = (value: number, unit: 'kilobyte' | 'megabyte' | 'gigabyte', digits: number) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: digits }).format(value)
  const time = (at: number) => `${localTimeOf(at, zone)} ${zone}`
  const date = (day: LocalDate) => formatDate(day, language)
  const dayOf = (at: number) => date(localDateOf(at, zone))
  return {
    time,
    clock: at => localTimeOf(at, zone),
    date,
    dateLong: day => formatDateLong(day, language),
    dayOf,
    moment: at => `${dayOf(at)}, ${time(at)}`,
    number: value => numbers.format(value),
    span: milliseconds => {
      if (milliseconds >= DAY_MS) return days(Math.floor(milliseconds / DAY_MS))
      if (milliseconds >= HOUR_MS) return inUnit(Math.floor(milliseconds / HOUR_MS), 'hour')
      return inUnit(Math.max(Math.floor(milliseconds / MINUTE_MS), 1), 'minute')
    },
    aboutSpan: milliseconds => {
      const minutes = Math.max(Math.round(milliseconds / MINUTE_MS), 1)
      const inMs = minutes * MINUTE_MS
      if (inMs >= DAY_MS) return inUnit(inMs / DAY_MS, 'day', 1)
      return inMs >= HOUR_MS ? inUnit(inMs / HOUR_MS, 'hour', 1) : inUnit(minutes, 'minute')
    },
    days,
    size: bytes => {
      if (bytes >= 1e9) return bytesIn(bytes / 1e9, 'gigabyte', 1)
      if (bytes >= 1e6) return bytesIn(bytes / 1e6, 'megabyte', 1)
      return bytesIn(Math.ceil(bytes / 1e3), 'kilobyte', 0)
    },
    age: birth => (today ? ageText(birth, today, language) : '')
  }
}

/** Days, times and numbers in the chosen language and the office's time zone. */
export function useFormat(): Format {
  const { i18n } = useTranslation()
  const session = useContext(SessionContext)
  const language = asLanguage(i18n.language)
  const zone = session?.office.timeZone ?? 'WIB'
  const today = session?.today ?? null
  return useMemo(() => createFormat(language, zone, today), [language, zone, today])
}
