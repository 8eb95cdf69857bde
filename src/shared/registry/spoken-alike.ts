/**
 * Sounds that the country's tongues exchange, on sound keys: a Javanese O is written A (NUGROHO, NUGRAHA), AU is said O (TAUFIK, TOPIK), AI is said E
 * (JUNAIDI, JUNEDI). Such words are nearer to each other than by slips of the keys, and two or three of them in one name are no accident.
 */

/** So many ways to write a key are looked up. */
const MOST_ALIKE = 48

const [A, E, I, O, U] = [65, 69, 73, 79, 85]
const [OPEN, HIGH] = [4, 8]
/** A unit is one sound of a key as a number: `OPEN` or `HIGH` where it is one of those that are exchanged, and how many letters write it. */
const lengthOf = (unit: number): number => unit & 3
const kindOf = (unit: number): number => unit & ~3

function unitAt(key: string, at: number): number {
  const letter = key.charCodeAt(at)
  if (letter !== A && letter !== E && letter !== O) return 1
  const next = key.charCodeAt(at + 1)
  if (letter !== O && (next === I || (letter === A && next === E))) return HIGH + 2
  return letter === E ? HIGH + 1 : next === U ? OPEN + 2 : OPEN + 1
}

/** Whether two keys differ in nothing but such sounds, and differ. */
export function areSpokenAlike(a: string, b: string): boolean {
  if (a === b) return false
  let i = 0
  let j = 0
  // asked of every word of every name that is looked at, so nothing is made on the way
  while (i < a.length && j < b.length) {
    const one = unitAt(a, i)
    const other = unitAt(b, j)
    if (kindOf(one) !== kindOf(other) || (one === 1 && a.charCodeAt(i) !== b.charCodeAt(j))) return false
    i += lengthOf(one)
    j += lengthOf(other)
  }
  return i === a.length && j === b.length
}

/** Keys that are spoken like this one, and not the key itself; of a long one with many such sounds not all. Only such as `isBegun` knows all beginnings of. */
export function spokenLike(key: string, isBegun: (start: string) => boolean = () => true): string[] {
  const found: string[] = []
  follow(key, 0, '', isBegun, found)
  return found
}

/** From `at` on every way to write what is left of a key of which `made` is written. */
function follow(key: string, at: number, made: string, isBegun: (start: string) => boolean, found: string[]): void {
  let next = at
  while (next < key.length && unitAt(key, next) === 1) next++
  const start = made + key.slice(at, next)
  if (next === key.length) {
    if (start !== key) found.push(start)
    return
  }
  const unit = unitAt(key, next)
  for (const way of kindOf(unit) === HIGH ? HIGH_WAYS : lengthOf(unit) > 1 ? LONG_WAYS : OPEN_WAYS) {
    if (found.length === MOST_ALIKE) return
    if (isBegun(start + way)) follow(key, next + lengthOf(unit), start + way, isBegun, found)
  }
}

const HIGH_WAYS = ['E', 'AI', 'AE', 'EI'] as const
const LONG_WAYS = ['AU', 'A', 'O', 'OU'] as const
const OPEN_WAYS = ['A', 'O', 'AU'] as const

const HONOUR = 'SU'
const SHORTEST_CALL = 4

/** What a word is short for when people leave out the SU- of a Javanese name in speaking; undefined for a word too short to tell. */
export const calledFor = (key: string): string | undefined => (key.length >= SHORTEST_CALL ? HONOUR + key : undefined)

/** Whether the first key is what somebody of the second name is called. */
export const isCalled = (typed: string, own: string): boolean =>
  own.length === typed.length + HONOUR.length && own.startsWith(HONOUR) && own === calledFor(typed)
