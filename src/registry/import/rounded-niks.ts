/** Of real NIKs at most a tenth end in 0: serials count from 0001. */
const naturalShare = 0.1

/**
 * Whether a spreadsheet has turned the last digit of NIKs into 0: it keeps fifteen digits of a number. True when so many of the sixteen-digit numbers
 * end in 0 that chance does not explain it (less than once in five hundred files).
 */
export function areRounded(niks: readonly string[]): boolean {
  const whole = niks.filter(nik => /^\d{16}$/.test(nik))
  const ending = whole.filter(nik => nik.endsWith('0')).length
  return ending >= 3 && chanceOfAtLeast(ending, whole.length) < 1 / 500
}

/** The upper tail of the binomial distribution. */
function chanceOfAtLeast(hits: number, tries: number): number {
  let [logChoose, below] = [0, 0]
  for (let k = 0; k < hits; k++) {
    below += Math.exp(logChoose + k * Math.log(naturalShare) + (tries - k) * Math.log(1 - naturalShare))
    logChoose += Math.log(tries - k) - Math.log(k + 1)
  }
  return 1 - below
}
