import { hexBytes, hexOf } from './change-place'
import type { Field } from './field'
import { type Layout, numberColumn } from './layout'

const NOTHING = new Uint8Array()

/** A SHA-256 in hexadecimal digits: 32 bytes, of which none can be spared. */
export function hashField(layout: Layout, name: string): Field {
  const column = numberColumn(layout, name)
  return {
    fits: value => value === null || (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)),
    code: ({ tape }, value) => {
      if (tape.uint(column, value === null ? 0 : 1) === 0) return null
      return hexOf(tape.noiseBytes(32, tape.isWriting ? hexBytes(value as string) : NOTHING))
    }
  }
}
