import { type Layout, numberColumn } from './layout'
import type { Memory } from './memory'
import { must, textCoder } from './plain-fields'
import { type Tape, unzigzag, zigzag } from './tape'

export type ChangeRef = (tape: Tape, memory: Memory, desk: string, now: number, value: string) => string

const ELSE = 0

/** The name of a change: by its distance on the same desk, or by the desk and its number there. */
export function changeRef(layout: Layout): ChangeRef {
  const [distance, number] = [numberColumn(layout, 'change distance'), numberColumn(layout, 'change number')]
  const desks = textCoder(layout, 'change desk')
  return (tape, memory, desk, now, value) => {
    const { prefix, seq } = partsOf(tape.isWriting ? value : '')
    const code = tape.uint(distance, seq > 0 && prefix === desk ? 1 + zigzag(now - seq) : ELSE)
    tape.spend(desk.length)
    if (code !== ELSE) return `${desk}.${now - unzigzag(code - 1)}`
    const other = must(desks(tape, memory, prefix) ?? undefined)
    const at = tape.uint(number, seq)
    return at === 0 ? other : `${other}.${at}`
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
