/**
 * Where the bearers of one name are, as text: 6 bits a character, 10 characters a bearer. Text and not bytes, because SQLite's bytes come in buffers
 * outside of JavaScript's memory, which thousands of searches fill sooner than they are cleared away.
 */

const [ROW, VILLAGE, YEAR] = [5, 3, 2]
const BEARER = ROW + VILLAGE + YEAR
const ZERO = 48

export type Bearer = { id: number; village: number; year: number }

/** Village and year are 0 when unknown. */
export const packBearer = ({ id, village, year }: Bearer): string => digits(id, ROW) + digits(village, VILLAGE) + digits(year, YEAR)

export const countOfBearers = (packed: string): number => packed.length / BEARER

export function bearerAt(packed: string, index: number): Bearer {
  const at = BEARER * index
  return { id: numberOf(packed, at, ROW), village: numberOf(packed, at + ROW, VILLAGE), year: numberOf(packed, at + ROW + VILLAGE, YEAR) }
}

function digits(value: number, count: number): string {
  let text = ''
  for (let place = count - 1; place >= 0; place--) text += String.fromCharCode(ZERO + ((value >>> (6 * place)) & 63))
  return text
}

function numberOf(packed: string, from: number, count: number): number {
  let value = 0
  for (let at = from; at < from + count; at++) value = (value << 6) | (packed.charCodeAt(at) - ZERO)
  return value
}
