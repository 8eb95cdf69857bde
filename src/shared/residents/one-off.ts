/** Whether one slip of the hand makes `b` of `a`: a character wrong, missing or too many, or two neighbours swapped. Equal texts are no slip. */
export function isOneOff(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  if (short.length < long.length) return endsAlike(short, at, long, at + 1)
  if (at === long.length) return false
  if (endsAlike(short, at + 1, long, at + 1)) return true
  return short[at] === long[at + 1] && short[at + 1] === long[at] && endsAlike(short, at + 2, long, at + 2)
}

/** Letter by letter, because millions of pairs differ in the first one and no text has to be cut out for that. */
function endsAlike(a: string, fromA: number, b: string, fromB: number): boolean {
  if (a.length - fromA !== b.length - fromB) return false
  for (let at = 0; fromA + at < a.length; at++) if (a.charCodeAt(fromA + at) !== b.charCodeAt(fromB + at)) return false
  return true
}

/** Every number of the same length that one slip makes of these digits: one digit wrong, or two neighbours swapped. */
export function digitsOneOff(digits: string): string[] {
  const found = new Set<string>()
  for (let at = 0; at < digits.length; at++) {
    const [before, after] = [digits.slice(0, at), digits.slice(at + 1)]
    for (let digit = 0; digit < 10; digit++) found.add(`${before}${digit}${after}`)
    if (at > 0) found.add(`${digits.slice(0, at - 1)}${digits[at]}${digits[at - 1]}${after}`)
  }
  found.delete(digits)
  return [...found]
}
