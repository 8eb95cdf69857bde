/** Days of birth as whole numbers: 1 is the first day of 1800, 0 is unknown. */

const DAY = 86_400_000
const FIRST_DAY = Date.UTC(1800, 0, 1) / DAY
/** The last day of 9999. */
const LAST = Date.UTC(9999, 11, 31) / DAY - FIRST_DAY + 1

export const dayNumber = (day: string | null): number => (day === null ? 0 : Date.parse(day) / DAY - FIRST_DAY + 1)

/** Days from the first of March of the year 0 to that of 1800: years that begin in March have their leap day at the end. */
const TO_FIRST_DAY = 719_468 + FIRST_DAY
const [FOUR_CENTURIES, CENTURY, FOUR_YEARS] = [146_097, 36_524, 1461]

/** By reckoning, because a `Date` for each of a million rows takes a second. Throws a RangeError for a day that no calendar has. */
export function dayOf(number: number): string | null {
  if (number === 0) return null
  if (!(number > 0 && number <= LAST)) throw new RangeError('a day past the calendar')
  const days = number - 1 + TO_FIRST_DAY
  const ofEra = days % FOUR_CENTURIES
  const yearOfEra = Math.trunc(
    (ofEra - Math.trunc(ofEra / (FOUR_YEARS - 1)) + Math.trunc(ofEra / CENTURY) - Math.trunc(ofEra / (FOUR_CENTURIES - 1))) / 365
  )
  const ofYear = ofEra - (365 * yearOfEra + Math.trunc(yearOfEra / 4) - Math.trunc(yearOfEra / 100))
  const fromMarch = Math.trunc((5 * ofYear + 2) / 153)
  const day = ofYear - Math.trunc((153 * fromMarch + 2) / 5) + 1
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  const year = yearOfEra + 400 * Math.trunc(days / FOUR_CENTURIES) + (month <= 2 ? 1 : 0)
  return `${year}-${two(month)}-${two(day)}`
}

const two = (number: number): string => (number < 10 ? `0${number}` : `${number}`)
