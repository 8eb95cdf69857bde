import type { Field } from './field'
import { FrameError } from './frame-error'
import { type Layout, numberColumn } from './layout'

const pad = (n: number, width: number): string => String(n).padStart(width, '0')

/** A telephone number: the operator's three digits have a pattern, the rest has none. */
export function phoneField(layout: Layout, name: string): Field {
  const [length, operator] = [numberColumn(layout, `${name} length`), numberColumn(layout, `${name} operator`)]
  return {
    fits: value => value === null || (typeof value === 'string' && /^\+62\d{7,13}$/.test(value)),
    code: ({ tape }, value) => {
      const digits = value === null ? '' : (value as string).slice(3)
      const size = tape.uint(length, digits.length)
      if (size === 0) return null
      if (size < 7 || size > 13) throw new FrameError('damaged')
      const head = pad(tape.uint(operator, Number(digits.slice(0, 3))), 3)
      return `+62${head}${pad(tape.noise(Math.ceil(((size - 3) * 3.3219) / 8), Number(digits.slice(3))), size - 3)}`
    }
  }
}
