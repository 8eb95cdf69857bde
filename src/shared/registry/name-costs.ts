/** How far apart two names are, in tenths of a wrong letter. Said once, for all lists: nothing here knows any one registry. */
export const COST = {
  /** The word that was typed, in another spelling of the same sound. */
  spelling: 1,
  /** A word that differs only in sounds that the country's tongues exchange: NUGRAHA for NUGROHO. */
  spokenAlike: 4,
  /** What people are called by, for the name on the card: TRISNO for SUTRISNO. */
  called: 6,
  /** One slip: a letter too many, missing, wrong or swapped. */
  slip: 10,
  /** More when the slip is in the first letter, which people mistype least. */
  firstLetter: 3,
  /** More in a word of four letters or fewer. */
  shortWord: 4,
  /** A second slip, in a word of eight letters or more. */
  secondSlip: 8,
  /** A word that only begins as typed, and each letter still to come. */
  start: 2,
  /** More when only the sound begins so. */
  startBySound: 2,
  letterToCome: 0.5,
  /** More when it is not the last word, which is still being typed, but one that was cut short: `frans kleden`. */
  cutShort: 5,
  /** A typed word that the name does not have: it weighs less among many. */
  missingOfTwo: 24,
  missingOfMore: 18,
  /** The father's name is what lists leave out first. */
  missingFather: 14,
  /** A word of the name that was not typed. */
  extraWord: 3,
  /** The first word of a name is the one that people leave out least. */
  extraAtHead: 1,
  /** Words in another order than typed. */
  order: 1,
  /** Two words typed as one, or one as two. */
  joint: 2
} as const

/** Costs of words are kept in a byte each: so finely. */
export const FINE = 8

/** The least that a wrong letter costs, however common the word it leads to. */
export const LEAST_SLIP = 3

/**
 * A slip that leads from a rare word to a common one costs less: who types SALKIJAN, which one list has once, more likely means one of a thousand
 * SALKIMANs. Tenfold commoner takes 2 off.
 */
export function slipCost(cost: number, typedNames: number, foundNames: number): number {
  const off = 2 * Math.log10((foundNames + 1) / (typedNames + 1))
  return off <= 0 ? cost : Math.max(cost - Math.min(off, COST.slip - LEAST_SLIP), LEAST_SLIP)
}

/** What it costs that a name lacks one of so many typed words. */
export const missingCost = ({ isFather }: { isFather?: true }, typed: number): number =>
  isFather ? COST.missingFather : typed > 2 ? COST.missingOfMore : COST.missingOfTwo

/** A letter alone stands for any word that begins so. */
export const isInitial = ({ word }: { word: string }): boolean => word.length === 1

/** A word of so many letters may be cut short wherever it stands. */
const SHORTEST_CUT = 3

/** What more it costs that a word only begins as typed; undefined where that counts for nothing. */
export const begunCost = (term: { word: string }, isLast: boolean): number | undefined =>
  isLast || isInitial(term) ? 0 : term.word.length >= SHORTEST_CUT ? COST.cutShort : undefined

/** Any name that is not whole comes behind all that are. */
export const BEHIND_WHOLE = 50

/** How far a name is from the typed one, smaller is nearer: `likelier` is taken off where the name is only like the typed one. */
export const distanceOf = ({ cost, isWhole }: { cost: number; isWhole: boolean }, likelier: number): number =>
  isWhole ? cost : Math.max(BEHIND_WHOLE / 2, BEHIND_WHOLE + cost - likelier)

/** What is taken off for a name that so many times more people have. */
export const likelierBy = (times: number): number => 2 * Math.log10(times)

/** The same for a number: the very one, one that begins so, one that is a slip away. */
export const NUMBER_DISTANCE = { exact: 0, start: 5, near: 10 } as const

/** The words that are weighed; what is typed past them is left out. */
export const MOST_TERMS = 6
