const rows = [new Uint8Array(68), new Uint8Array(68), new Uint8Array(68)] as const

/**
 * How many slips of the keys turn one word into the other: a letter too many, missing, wrong, or two neighbours swapped (optimal string alignment).
 * Gives `most + 1` as soon as it is more than `most`, and for words past 64 letters.
 */
export function lettersApart(a: string, b: string, most: number): number {
  if (a === b) return 0
  if (Math.abs(a.length - b.length) > most || a.length > 64 || b.length > 64) return most + 1
  // what both begin and end with costs nothing, and is most of two words that are near
  let from = 0
  while (from < a.length && a.charCodeAt(from) === b.charCodeAt(from)) from++
  let [endA, endB] = [a.length, b.length]
  while (endA > from && endB > from && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--
    endB--
  }
  if (endA === from || endB === from) return endA - from + endB - from
  return slipsBetween(a, endA - from, b, endB - from, from, most)
}

/** The same of `lengthA` and `lengthB` letters from `from` on, at least one of each. */
function slipsBetween(a: string, lengthA: number, b: string, lengthB: number, from: number, most: number): number {
  let [before, last, row]: [Uint8Array, Uint8Array, Uint8Array] = [rows[0], rows[1], rows[2]]
  for (let j = 0; j <= lengthB; j++) last[j] = j
  for (let i = 1; i <= lengthA; i++) {
    const letter = a.charCodeAt(from + i - 1)
    row[0] = i
    let least = i
    for (let j = 1; j <= lengthB; j++) {
      const other = b.charCodeAt(from + j - 1)
      let cost = (last[j - 1] ?? 0) + (letter === other ? 0 : 1)
      cost = Math.min(cost, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1)
      if (i > 1 && j > 1 && letter === b.charCodeAt(from + j - 2) && a.charCodeAt(from + i - 2) === other)
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      row[j] = cost
      if (cost < least) least = cost
    }
    if (least > most) return most + 1
    ;[before, last, row] = [last, row, before]
  }
  return Math.min(last[lengthB] ?? 0, most + 1)
}
