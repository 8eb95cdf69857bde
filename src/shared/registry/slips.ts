/** What fingers do to a long number: one digit wrong, two neighbours swapped, one digit left out, one too many. */

const DIGITS = '0123456789'

const LENGTH = 16

/** Every NIK or KK number that a slip may have made these digits of; none where too many digits are missing or too many. */
export function nearNumbers(digits: string): string[] {
  if (digits.length === LENGTH) return oneSlipAway(digits)
  if (digits.length === LENGTH - 1) return withOneMore(digits)
  return digits.length === LENGTH + 1 ? withOneLess(digits) : []
}

/** Every number of the same length that is one wrong digit or one swap of neighbours away; never the number itself. */
function oneSlipAway(number: string): string[] {
  const near = new Set<string>()
  for (let at = 0; at < number.length; at++) {
    for (const digit of DIGITS) near.add(number.slice(0, at) + digit + number.slice(at + 1))
    near.add(number.slice(0, at) + (number[at + 1] ?? '') + (number[at] ?? '') + number.slice(at + 2))
  }
  near.delete(number)
  return [...near]
}

/** Every number that this one becomes with one more digit somewhere. */
function withOneMore(number: string): string[] {
  const near = new Set<string>()
  for (let at = 0; at <= number.length; at++) for (const digit of DIGITS) near.add(number.slice(0, at) + digit + number.slice(at))
  return [...near]
}

/** Every number that this one becomes with one digit less. */
function withOneLess(number: string): string[] {
  return [...new Set(Array.from(number, (_, at) => number.slice(0, at) + number.slice(at + 1)))]
}
