import type { Field } from './field'
import { type Layout, numberColumn } from './layout'

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Eight letters of Crockford's alphabet: 40 bits. */
export function shortCodeField(layout: Layout, name: string): Field {
  const kind = numberColumn(layout, name)
  return {
    fits: value => value === null || (typeof value === 'string' && /^[0-9A-HJKMNP-TV-Z]{8}$/.test(value)),
    code: ({ tape }, value) => {
      const code = (value ?? '') as string
      if (tape.uint(kind, value === null ? 0 : 1) === 0) return null
      let bits = tape.noise(
        5,
        [...code].reduce((sum, letter) => sum * 32 + CROCKFORD.indexOf(letter), 0)
      )
      let text = ''
      for (let n = 0; n < 8; n++, bits = Math.floor(bits / 32)) text = CROCKFORD.charAt(bits % 32) + text
      return text
    }
  }
}
