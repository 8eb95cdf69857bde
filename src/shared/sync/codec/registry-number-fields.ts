// Numbers of the civil registry: mostly made of what is known beside them, and a few digits that are not.
import type { Field, Pass, Scope } from './field'
import { FrameError } from './frame-error'
import { type Layout, numberColumn } from './layout'
import { type Json, tableOf } from './memory'

const PARTED = 1
const AS_BORN = 2

const isText = (value: Json | undefined): value is string => typeof value === 'string'
const pad = (n: number, width: number): string => String(n).padStart(width, '0')

/** Six digits of a subdistrict: that of the address beside it, or one of those that came before. */
function areaCoder(layout: Layout, name: string) {
  const column = numberColumn(layout, `${name} area`)
  return ({ tape, memory }: Pass, value: string, nearby: string | undefined): string => {
    const known = tableOf(memory, AREAS)
    const place = known.places.get(value)
    const code = tape.uint(column, value === nearby ? 0 : place === undefined ? 1 : place + 2)
    if (code === 0 && nearby !== undefined) return nearby
    if (code > 1) return known.texts[code - 2] ?? fail()
    const area = pad(tape.noise(3, Number(value)), 6)
    if (!known.places.has(area)) known.places.set(area, known.texts.push(area) - 1)
    return area
  }
}
/** All areas are in one table, whatever field they came in. */
const AREAS = -1

function fail(): never {
  throw new FrameError('damaged')
}

/** `3324` of `33.24.10.2001`, and two more. */
function areaBeside({ row }: Scope): string | undefined {
  const address = row.address
  const code = address && typeof address === 'object' && !Array.isArray(address) ? address.villageCode : undefined
  return isText(code) ? code.slice(0, 8).replaceAll('.', '') : undefined
}

/** The six digits that a day of birth and a sex give in a NIK. */
function birthDigits({ row }: Scope): string | undefined {
  const { birthDate, sex } = row
  if (!isText(birthDate) || birthDate.length !== 10) return undefined
  const day = Number(birthDate.slice(8)) + (sex === 'female' ? 40 : 0)
  return pad(day, 2) + birthDate.slice(5, 7) + birthDate.slice(2, 4)
}

/** A NIK: subdistrict, day of birth (women + 40), serial. Coded after the fields it rests on. */
export function nikField(layout: Layout, name: string): Field {
  const [kind, serial, day] = [numberColumn(layout, name), numberColumn(layout, `${name} serial`), numberColumn(layout, `${name} day`)]
  const area = areaCoder(layout, name)
  return {
    fits: isSixteenDigits,
    code: (pass, value, _, scope) => {
      const { tape } = pass
      const nik = (value ?? '') as string
      const born = birthDigits(scope)
      const code = tape.uint(kind, value === null ? 0 : nik.slice(6, 12) === born ? AS_BORN : PARTED)
      if (code === 0) return null
      const head = area(pass, nik.slice(0, 6), areaBeside(scope))
      const middle = code === AS_BORN ? (born ?? fail()) : pad(tape.uint(day, Number(nik.slice(6, 12))), 6)
      return head + middle + pad(tape.uint(serial, Number(nik.slice(12))), 4)
    }
  }
}

/** The number of a family card: subdistrict, day it was recorded, serial. */
export function kkField(layout: Layout, name: string): Field {
  const [kind, serial, high] = [numberColumn(layout, name), numberColumn(layout, `${name} serial`), numberColumn(layout, `${name} high`)]
  const area = areaCoder(layout, name)
  return {
    fits: isSixteenDigits,
    code: (pass, value, _, scope) => {
      const { tape } = pass
      const kk = (value ?? '') as string
      const code = tape.uint(kind, value === null ? 0 : PARTED)
      if (code === 0) return null
      const head = area(pass, kk.slice(0, 6), areaBeside(scope))
      const days = daysOf(kk)
      const recorded = tape.uint(high, days >> 8) * 256 + tape.noise(1, days & 0xff)
      return head + digitsOf(recorded) + pad(tape.uint(serial, Number(kk.slice(12))), 4)
    }
  }
}

const ODD = 40_000
/** A real day of a century as one of some 37,000, and what is no day behind them. */
function daysOf(kk: string): number {
  const [day, month, year] = [Number(kk.slice(6, 8)), Number(kk.slice(8, 10)), Number(kk.slice(10, 12))]
  const isDay = day >= 1 && day <= 31 && month >= 1 && month <= 12
  return isDay ? (year * 12 + month - 1) * 31 + day - 1 : ODD + Number(kk.slice(6, 12))
}
function digitsOf(days: number): string {
  if (days >= ODD) return pad(days - ODD, 6)
  const months = Math.floor(days / 31)
  return pad((days % 31) + 1, 2) + pad((months % 12) + 1, 2) + pad(Math.floor(months / 12), 2)
}

const isSixteenDigits = (value: Json | undefined): boolean => value === null || (isText(value) && /^\d{16}$/.test(value))

/** `33.24.10.2001`: a subdistrict and the number of a village in it. */
export function villageField(layout: Layout, name: string): Field {
  const [kind, number] = [numberColumn(layout, name), numberColumn(layout, `${name} number`)]
  const area = areaCoder(layout, name)
  return {
    fits: value => value === null || (isText(value) && /^\d{2}\.\d{2}\.\d{2}\.\d{4}$/.test(value)),
    code: (pass, value) => {
      const code = (value ?? '') as string
      if (pass.tape.uint(kind, value === null ? 0 : PARTED) === 0) return null
      const head = area(pass, code.slice(0, 8).replaceAll('.', ''), undefined)
      const village = pad(2_000 + pass.tape.int(number, Number(code.slice(9)) - 2_000), 4)
      return `${head.slice(0, 2)}.${head.slice(2, 4)}.${head.slice(4)}.${village}`
    }
  }
}
