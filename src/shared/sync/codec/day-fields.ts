import { dateOfDayNumber, dayNumber, isRealDate } from '#shared/clock'
import type { Field } from './field'
import { FrameError } from './frame-error'
import { type Layout, numberColumn } from './layout'
import type { Json } from './memory'
import { unzigzag, zigzag } from './tape'

const DAY_MS = 86_400_000
/** Days are counted up to the year 9999 and no further. */
const LAST_DAY = 2_932_896
const SPAN = 65_536
const FIRST_FAR = dayNumber('1900-01-01')

const isDay = (value: Json | undefined): boolean => value === null || (typeof value === 'string' && isRealDate(value))

function dayOf(n: number): string {
  if (Math.abs(n) > LAST_DAY) throw new FrameError('damaged')
  return dateOfDayNumber(n)
}

/** A day near that of the change. */
export function dayField(layout: Layout, name: string): Field {
  const column = numberColumn(layout, name)
  return {
    fits: isDay,
    code: ({ tape, place }, value) => {
      const today = Math.floor(place.wall / DAY_MS)
      const code = tape.uint(column, tape.isWriting && value !== null ? 1 + zigzag(dayNumber(value as string) - today) : 0)
      if (tape.isWriting) return value
      return code === 0 ? null : dayOf(today + unzigzag(code - 1))
    }
  }
}

const FAR = 1
const ELSE = 2

/** A day of birth: any day of 179 years in two bytes, of which only the first has a pattern. */
export function birthField(layout: Layout, name: string): Field {
  const [column, high] = [numberColumn(layout, name), numberColumn(layout, `${name} high`)]
  return {
    fits: isDay,
    code: ({ tape }, value) => {
      const days = tape.isWriting && value !== null ? dayNumber(value as string) - FIRST_FAR : 0
      const code = tape.uint(column, value === null ? 0 : days >= 0 && days < SPAN ? FAR : ELSE)
      if (code === 0) return null
      const found = code === FAR ? tape.uint(high, days >> 8) * 256 + tape.noise(1, days & 0xff) : tape.int(high, days)
      return tape.isWriting ? value : dayOf(found + FIRST_FAR)
    }
  }
}
