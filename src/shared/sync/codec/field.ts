import type { ChangePlace } from './change-place'
import type { Json, JsonObject, Memory } from './memory'
import type { Tape } from './tape'

/** Everything a value is coded with: the tape, what is known so far, and the change it stands in. */
export type Pass = {
  readonly tape: Tape
  readonly memory: Memory
  /** SHA-256 (hex) of a text. */
  readonly hashOf: (text: string) => string
  readonly place: ChangePlace
}

/** The object a value stands in, as far as it has been coded, and the one around that. */
export type Scope = { readonly row: JsonObject; readonly outer?: Scope }

/** How the values of one field travel. `code` may be given only what `fits`, and gives back exactly that on the other side. */
export type Field = {
  fits(value: Json | undefined): boolean
  /** `expected` is what both sides take for likely; a field may make use of it. */
  code(pass: Pass, value: Json, expected: Json | undefined, scope: Scope): Json
}
