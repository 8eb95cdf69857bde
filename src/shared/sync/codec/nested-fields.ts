import type { Field, Pass, Scope } from './field'
import { type Layout, numberColumn } from './layout'
import type { Json, JsonObject } from './memory'
import { must } from './plain-fields'
import { isObject, isSame, sizeOf } from './sameness'

/** Several values of one kind. */
export function listField(layout: Layout, name: string, element: Field): Field {
  const column = numberColumn(layout, name)
  return {
    fits: value => value === null || (Array.isArray(value) && value.every(item => element.fits(item))),
    code: (pass, value, _, scope) => {
      const items = Array.isArray(value) ? value : []
      const code = pass.tape.uint(column, value === null ? 0 : items.length + 1)
      if (code === 0) return null
      const coded: Json[] = []
      for (let n = 0; n < code - 1; n++) coded.push(element.code(pass, items[n] ?? null, undefined, scope))
      return coded
    }
  }
}

const NULL = 0
const AS_EXPECTED = 1
const ALL_KEYS = 2
const SOME_KEYS = 3
const BITS = 7

/** An object of known keys in their order; what both sides expect of it costs a bit a key, or one number if all of it is so. */
export function objectField(layout: Layout, name: string, fields: readonly (readonly [string, Field])[]): Field {
  const [head, same, present] = [numberColumn(layout, name), numberColumn(layout, `${name} same`), numberColumn(layout, `${name} keys`)]
  const places = new Map(fields.map(([key], index) => [key, index]))
  return {
    fits: value => value === null || (isObject(value) && keysFit(value, places, fields)),
    code: (pass, value, expected, outer) => {
      const { tape } = pass
      const given = isObject(value) ? value : {}
      const isAll = tape.isWriting && Object.keys(given).length === fields.length
      const isExpected = tape.isWriting && isSame(value, expected)
      const code = tape.uint(head, value === null ? NULL : isExpected ? AS_EXPECTED : isAll ? ALL_KEYS : SOME_KEYS)
      if (code === NULL) return null
      if (code === AS_EXPECTED) {
        const found = must(expected)
        if (!tape.isWriting) tape.spend(sizeOf(found))
        return found
      }
      const has = code === SOME_KEYS ? bits(pass, present, fields.length, index => Object.hasOwn(given, fields[index]?.[0] ?? '')) : ALWAYS
      const wish = isObject(expected) ? expected : undefined
      const isWished = wish ? bits(pass, same, fields.length, index => isSameKey(given, wish, fields[index]?.[0] ?? '')) : NEVER
      const row: JsonObject = {}
      const scope: Scope = { row, outer }
      fields.forEach(([key, field], index) => {
        if (!has(index)) return
        row[key] = isWished(index) ? paid(pass, must(wish?.[key])) : field.code(pass, given[key] ?? null, wish?.[key], scope)
      })
      return row
    }
  }
}

const ALWAYS = () => true
const NEVER = () => false

function paid({ tape }: Pass, value: Json): Json {
  if (!tape.isWriting) tape.spend(sizeOf(value))
  return value
}

const isSameKey = (given: JsonObject, wish: JsonObject, key: string): boolean => Object.hasOwn(given, key) && isSame(given[key], wish[key])

function keysFit(value: JsonObject, places: Map<string, number>, fields: readonly (readonly [string, Field])[]): boolean {
  let last = -1
  for (const key of Object.keys(value)) {
    const place = places.get(key)
    if (place === undefined || place <= last || !fields[place]?.[1].fits(value[key])) return false
    last = place
  }
  return true
}

/** A bit for each field. */
function bits({ tape }: Pass, column: number, count: number, isSet: (index: number) => boolean): (index: number) => boolean {
  const found: number[] = []
  for (let from = 0; from < count; from += BITS) {
    let byte = 0
    if (tape.isWriting) for (let bit = 0; bit < BITS && from + bit < count; bit++) if (isSet(from + bit)) byte |= 1 << bit
    found.push(tape.uint(column, byte))
  }
  return index => (((found[Math.floor(index / BITS)] ?? 0) >> (index % BITS)) & 1) === 1
}
