// Fields that say what they are in one number, with 0 for null, so that a column of them stays small.
import type { Field } from './field'
import { FrameError } from './frame-error'
import { type Layout, numberColumn, textColumn } from './layout'
import { type Json, type Memory, tableOf } from './memory'
import { isCarried, isPlainText, type Tape, unzigzag, zigzag } from './tape'

/** One of a list of texts. */
export function choiceField(layout: Layout, name: string, choices: readonly string[]): Field {
  const column = numberColumn(layout, `${name} ${choices.join('|')}`)
  const places = new Map(choices.map((choice, index) => [choice, index]))
  return {
    fits: value => value === null || (typeof value === 'string' && places.has(value)),
    code: ({ tape }, value) => {
      const code = tape.uint(column, value === null ? 0 : 1 + (places.get(value as string) ?? 0))
      return code === 0 ? null : must(choices[code - 1])
    }
  }
}

export function truthField(layout: Layout, name: string): Field {
  const column = numberColumn(layout, name)
  return {
    fits: value => value === null || typeof value === 'boolean',
    code: ({ tape }, value) => {
      const code = tape.uint(column, value === null ? 0 : value ? 2 : 1)
      return code === 0 ? null : code === 2
    }
  }
}

/** A whole number of few values. */
export function countField(layout: Layout, name: string): Field {
  const column = numberColumn(layout, name)
  return {
    fits: value => value === null || isCarried(value),
    code: ({ tape }, value) => {
      const code = tape.uint(column, value === null ? 0 : 1 + zigzag(value as number))
      return code === 0 ? null : unzigzag(code - 1)
    }
  }
}

/** A whole number that mostly goes on from the one before. */
export function steppingField(layout: Layout, name: string): Field {
  const column = numberColumn(layout, name)
  return {
    fits: value => value === null || isCarried(value),
    code: ({ tape, memory }, value) => {
      const last = memory.numbers.get(column) ?? 0
      const code = tape.uint(column, value === null ? 0 : 1 + zigzag((value as number) - last))
      if (code === 0) return null
      const now = last + unzigzag(code - 1)
      memory.numbers.set(column, now)
      return now
    }
  }
}

/** A moment near the one in which the change was sealed. */
export function momentField(layout: Layout, name: string): Field {
  const column = numberColumn(layout, name)
  return {
    fits: value => value === null || isCarried(value),
    code: ({ tape, place }, value) => {
      const code = tape.uint(column, value === null ? 0 : 1 + zigzag(place.wall - (value as number)))
      return code === 0 ? null : place.wall - unzigzag(code - 1)
    }
  }
}

const LONGEST_KEPT = 200
const MOST_KEPT = 4_096
const NEW_TEXT = 1
const FIRST_KNOWN = 2

/** Any text; one that this field has held before is named by its number. */
export function textField(layout: Layout, name: string): Field {
  const code = textCoder(layout, name)
  return {
    fits: value => value === null || (typeof value === 'string' && isPlainText(value)),
    code: ({ tape, memory }, value) => code(tape, memory, value as string | null)
  }
}

export function textCoder(layout: Layout, name: string): (tape: Tape, memory: Memory, value: string | null) => string | null {
  const [column, texts] = [numberColumn(layout, name), textColumn(layout, name)]
  return (tape, memory, value) => {
    const table = tableOf(memory, column)
    const known = value === null ? undefined : table.places.get(value)
    const code = tape.uint(column, value === null ? 0 : known === undefined ? NEW_TEXT : known + FIRST_KNOWN)
    if (code === 0) return null
    if (code >= FIRST_KNOWN) {
      const found = must(table.texts[code - FIRST_KNOWN])
      tape.spend(found.length)
      return found
    }
    const text = tape.text(texts, value ?? '')
    if (text.length <= LONGEST_KEPT && table.texts.length < MOST_KEPT && !table.places.has(text))
      table.places.set(text, table.texts.push(text) - 1)
    return text
  }
}

/** A value that no other field takes, as the JSON it stood in. */
export function jsonField(layout: Layout, name: string): Field {
  const texts = textColumn(layout, name)
  return {
    fits: value => value !== undefined,
    code: ({ tape }, value) => {
      const text = tape.text(texts, tape.isWriting ? JSON.stringify(value) : '')
      return tape.isWriting ? value : parsed(text)
    }
  }
}

export function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    throw new FrameError('damaged')
  }
}

export function must<T>(value: T | undefined): T {
  if (value === undefined) throw new FrameError('damaged')
  return value
}
