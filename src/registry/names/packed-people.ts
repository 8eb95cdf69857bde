/**
 * Where the bearers of one name are, as text: 6 bits a character, 10 characters a bearer. Text and not bytes, because SQLite's bytes come in buffers
 * outside of JavaScript's memory, which thousands of searches fill sooner than they are cleared away.
 */

const [ROW, VILLAGE, YEAR] = [5, 3, 2]
export const BEARER = ROW + VILLAGE + YEAR
const ZERO = 48

export type Bearer = { id: number; village: number; year: number }

/** Writes a bearer as `BEARER` characters; village and year are 0 when unknown. */
export function putBearer(to: Uint8Array, at: number, { id, village, year }: Bearer): void {
  putDigits(to, at, id, ROW)
  putDigits(to, at + ROW, village, VILLAGE)
  putDigits(to, at + ROW + VILLAGE, year, YEAR)
}

export const countOfBearers = (packed: string): number => packed.length / BEARER

export function bearerAt(packed: string, index: number): Bearer {
  const at = BEARER * index
  return { id: numberOf(packed, at, ROW), village: numberOf(packed, at + ROW, VILLAGE), year: numberOf(packed, at + ROW + VILLAGE, YEAR) }
}

function putDigits(to: Uint8Array, at: number, value: number, count: number): void {
  for (let place = count - 1, rest = value; place >= 0; place--, rest >>>= 6) to[at + place] = ZERO + (rest & 63)
}

function numberOf(packed: string, from: number, count: number): number {
  let value = 0
  for (let at = from; at < from + count; at++) value = (value << 6) | (packed.charCodeAt(at) - ZERO)
  return value
}
