import type { Pass } from './field'
import { type Layout, numberColumn } from './layout'
import { must, textField } from './plain-fields'
import { unzigzag, zigzag } from './tape'

export type ChangeRef = (pass: Pass, value: string) => string

const ELSE = 0

/** The name of a change: by its distance on the same desk, or by the desk and its number there. */
export function changeRef(layout: Layout): ChangeRef {
  const [distance, number] = [numberColumn(layout, 'change distance'), numberColumn(layout, 'change number')]
  const desks = textField(layout, 'change desk')
  return (pass, value) => {
    const { tape, place } = pass
    const { prefix, seq } = partsOf(tape.isWriting ? value : '')
    const code = tape.uint(distance, seq > 0 && prefix === place.prefix ? 1 + zigzag(place.seq - seq) : ELSE)
    tape.spend(place.prefix.length)
    if (code !== ELSE) return `${place.prefix}.${place.seq - unzigzag(code - 1)}`
    const desk = must((desks.code(pass, prefix, undefined, { row: {} }) as string | null) ?? undefined)
    const at = tape.uint(number, seq)
    return at === 0 ? desk : `${desk}.${at}`
  }
}

/** `seq` is 0 when the text is no name of a change, and `prefix` is then all of it. */
export function partsOf(text: string): { prefix: string; seq: number } {
  const dot = text.lastIndexOf('.')
  const seq = dot < 0 ? 0 : Number(text.slice(dot + 1))
  return Number.isSafeInteger(seq) && seq > 0 && seq < 2 ** 50 && String(seq) === text.slice(dot + 1)
    ? { prefix: text.slice(0, dot), seq }
    : { prefix: text, seq: 0 }
}
