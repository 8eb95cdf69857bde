/** What fingers do to a long number: one digit wrong, two neighbours swapped, one digit left out, one too many. */

const DIGITS = '0123456789'

/** Every number of the same length that is one wrong digit or one swap of neighbours away; never the number itself. */
export function oneSlipAway(number: string): string[] {
  const near = new Set<string>()
  for (let at = 0; at < number.length; at++) {
    for (const digit of DIGITS) near.add(number.slice(0, at) + digit + number.slice(at + 1))
    near.add(number.slice(0, at) + (number[at + 1] ?? '') + (number[at] ?? '') + number.slice(at + 2))
  }
  near.delete(number)
  return [...near]
}

/** Every number that this one becomes with one more digit somewhere. */
export function withOneMore(number: string): string[] {
  const near = new Set<string>()
  for (let at = 0; at <= number.length; at++) for (const digit of DIGITS) near.add(number.slice(0, at) + digit + number.slice(at))
  return [...near]
}

/** Every number that this one becomes with one digit less. */
export function withOneLess(number: string): string[] {
  return [...new Set(Array.from(number, (_, at) => number.slice(0, at) + number.slice(at + 1)))]
}
