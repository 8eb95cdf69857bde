/** Six digits that people choose most, beside those that the rules below find. */
const COMMON = new Set([
  '147258',
  '147852',
  '159357',
  '159753',
  '258456',
  '258852',
  '321654',
  '357159',
  '369258',
  '456123',
  '456852',
  '520131',
  '521521',
  '654123',
  '741852',
  '753159',
  '753951',
  '789456',
  '852456',
  '951753',
  '963852',
  '987456',
  '131419',
  '112358',
  '314159',
  '271828'
])

/** Why six digits are too easy to guess; null when they may be a PIN. A day is read as DDMMYY, MMDDYY, YYMMDD, and as MM and a year. */
export function weaknessOfPin(pin: string): 'repeated' | 'sequence' | 'date' | 'common' | null {
  if (new Set(pin).size <= 2 || pin.slice(0, 3) === pin.slice(3) || /^(\d\d)\1\1$/.test(pin) || /^(\d)\1(\d)\2(\d)\3$/.test(pin))
    return 'repeated'
  if (isRun(pin, 1) || isRun(pin, -1) || isRun(pin, 2) || isRun(pin, -2)) return 'sequence'
  if (isDate(pin)) return 'date'
  return COMMON.has(pin) ? 'common' : null
}

/** Counting up or down, also over 9 and 0; or two such runs of three. */
function isRun(pin: string, step: number): boolean {
  const runs = (text: string) => [...text].every((digit, at) => at === 0 || (Number(text[at - 1]) + step + 10) % 10 === Number(digit))
  return runs(pin) || (runs(pin.slice(0, 3)) && runs(pin.slice(3)))
}

function isDate(pin: string): boolean {
  const [a, b, c] = [0, 2, 4].map(at => Number(pin.slice(at, at + 2))) as [number, number, number]
  const isDay = (day: number, month: number) => month >= 1 && month <= 12 && day >= 1 && day <= 31
  const year = Number(pin.slice(0, 4))
  const lastYear = Number(pin.slice(2))
  const isYear = (one: number) => one >= 1930 && one <= 2049
  return isDay(a, b) || isDay(b, a) || isDay(c, b) || (isYear(year) && c >= 1 && c <= 12) || (isYear(lastYear) && a >= 1 && a <= 12)
}
