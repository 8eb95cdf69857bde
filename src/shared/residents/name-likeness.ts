import { isOneOff } from './one-off'

export type NameLikeness = 'same' | 'similar' | 'different'

/** Where both words are shorter than this, one letter makes another name: Ani and Ati, Budi and Rudi. */
const shortestForSlip = 5

/**
 * How alike two name keys are (see name-key.ts). Similar: the words in another order, joined, one slip in a long word, a word left out or only
 * its first letter. Similar names prove nothing; with other evidence beside them they are worth a question.
 */
export function nameLikeness(a: string, b: string): NameLikeness {
  if (a === '' || b === '') return 'different'
  if (a === b) return 'same'
  const [joinedA, joinedB] = [a.replaceAll(' ', ''), b.replaceAll(' ', '')]
  if (joinedA === joinedB || isSlipOfWord(joinedA, joinedB)) return 'similar'
  const [wordsA, wordsB] = [a.split(' '), b.split(' ')]
  const isInOrder = wordsA.length < wordsB.length || (wordsA.length === wordsB.length && a < b)
  return (isInOrder ? everyWordHasMate(wordsA, wordsB) : everyWordHasMate(wordsB, wordsA)) ? 'similar' : 'different'
}

/** Equal words find each other first, so that a slip never takes the mate of a word that is written out right; first letters alone tell nothing. */
function everyWordHasMate(few: readonly string[], many: readonly string[]): boolean {
  let [alone, free, isTold] = [few, many, false]
  for (const isMate of [isEqual, isSlipOfWord, isInitialOf]) {
    const still: string[] = []
    const left = [...free]
    for (const word of alone) {
      const mate = left.findIndex(other => isMate(word, other))
      if (mate < 0) still.push(word)
      else left.splice(mate, 1)
      isTold ||= mate >= 0 && isMate !== isInitialOf && word.length > 2
    }
    ;[alone, free] = [still, left]
  }
  return alone.length === 0 && isTold
}

const isEqual = (a: string, b: string): boolean => a === b
const isSlipOfWord = (a: string, b: string): boolean =>
  Math.max(a.length, b.length) >= shortestForSlip && (isOneOff(a, b) || (a.length < b.length ? isLostBetween(a, b) : isLostBetween(b, a)))

/** Whether the short key is the long one without a letter that stood between two equal ones: NINGSI typed NNGSI sounds NGSI. */
function isLostBetween(short: string, long: string): boolean {
  if (long.length - short.length !== 2) return false
  for (let at = 1; at < long.length - 1; at++)
    if (long[at - 1] === long[at + 1] && long.slice(0, at) + long.slice(at + 2) === short) return true
  return false
}
const isInitialOf = (a: string, b: string): boolean => (a.length === 1 ? b.startsWith(a) : b.length === 1 && a.startsWith(b))
