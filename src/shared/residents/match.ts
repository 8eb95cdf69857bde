import type { LocalDate } from '#shared/clock'
import { nameKey } from './name-key'
import { type NameLikeness, nameLikeness } from './name-likeness'
import { isNikPlaceholder, type Sex } from './nik'
import { isOneOff } from './one-off'

/** What is known of a person when two records are compared; anything may be missing. */
export type Person = {
  name: string
  nik: string | null
  /** A family card's number, or any other mark that both records have when they are of one family. */
  family: string | null
  birthDate: LocalDate | null
  sex: Sex | null
  villageCode: string | null
  motherName: string | null
}

/** A person with the keys that comparing needs, so that they are made once for many comparisons. */
export type Comparable = Omit<Person, 'name' | 'motherName'> & { key: string; motherKey: string }

/** The steps of the ladder, surest first (domain: same NIK; NIK one digit off and same name; same family, name and year; ...). */
export const EVIDENCE = [
  'same-nik',
  'nik-one-off-same-name',
  'same-family-name-year',
  'same-family-name',
  'nik-one-off-similar-name',
  'same-name-birth-village',
  'same-family-similar-name-birth',
  'same-name-mother',
  'similar-name-birth-village',
  'same-name-birth-one-off-village',
  'same-family-similar-name-birth-one-off',
  'same-name-birth',
  'same-name-village'
] as const
export type Evidence = (typeof EVIDENCE)[number]

/** What speaks against one person although a step of the ladder holds. */
export const DOUBTS = ['name-differs', 'nik-differs', 'birth-date-differs', 'sex-differs'] as const
export type Doubt = (typeof DOUBTS)[number]

/** `score` from `LISTED` to 1, for ordering and for a threshold; it is no probability. A person decides, whatever it says. */
export type Match = { score: number; evidence: Evidence[]; doubts: Doubt[] }

/** Below this two records are not even listed. */
const LISTED = 0.5

type Likeness = 'same' | 'one-off' | 'differs' | 'unknown'
type Facts = {
  nik: Likeness
  name: NameLikeness
  birth: Likeness
  sex: Likeness
  isSameFamily: boolean
  isSameYear: boolean
  village: Likeness
  isSameMother: boolean
  isOtherMother: boolean
  isFullName: boolean
  isTelling: boolean
  mayBeTwins: boolean
}

const ladder: Record<Evidence, { score: number; holds: (facts: Facts) => boolean }> = {
  'same-nik': { score: 1, holds: f => f.nik === 'same' },
  'nik-one-off-same-name': { score: 0.95, holds: f => f.nik === 'one-off' && f.name === 'same' },
  'same-family-name-year': { score: 0.9, holds: f => f.isSameFamily && f.name === 'same' && f.isSameYear },
  'same-family-name': {
    score: 0.75,
    holds: f =>
      f.isSameFamily && f.name === 'same' && (f.birth === 'unknown' || (f.birth === 'one-off' && !f.isSameYear)) && f.sex !== 'differs'
  },
  'nik-one-off-similar-name': { score: 0.85, holds: f => f.nik === 'one-off' && f.name === 'similar' && !f.mayBeTwins },
  'same-name-birth-village': { score: 0.8, holds: f => f.name === 'same' && isBornAlike(f) && f.village === 'same' },
  'same-family-similar-name-birth': {
    score: 0.8,
    holds: f => f.isSameFamily && f.name === 'similar' && isBornAlike(f) && !f.mayBeTwins
  },
  'same-name-mother': { score: 0.7, holds: f => f.name === 'same' && f.isSameMother && (f.birth !== 'differs' || f.isSameYear) },
  'similar-name-birth-village': {
    score: 0.65,
    holds: f => f.name === 'similar' && isBornAlike(f) && f.village === 'same' && !f.mayBeTwins
  },
  'same-name-birth-one-off-village': {
    score: 0.65,
    holds: f => f.name === 'same' && f.birth === 'one-off' && f.sex !== 'differs' && f.village === 'same'
  },
  'same-family-similar-name-birth-one-off': {
    score: 0.6,
    holds: f => f.isSameFamily && f.name === 'similar' && f.birth === 'one-off' && f.sex !== 'differs'
  },
  'same-name-birth': { score: 0.55, holds: f => f.name === 'same' && isBornAlike(f) && f.village !== 'same' && f.isTelling },
  // nobody can tell them apart by what is written down: neither a birth date nor a number speaks for or against
  'same-name-village': {
    score: 0.5,
    holds: f =>
      f.name === 'same' &&
      f.isFullName &&
      f.village === 'same' &&
      f.birth === 'unknown' &&
      f.nik === 'unknown' &&
      f.sex !== 'differs' &&
      !f.isOtherMother
  }
}

/** Two whole NIKs that differ weigh most; a corrected birth date keeps its NIK (PP 40/2019 art. 30(2)), so a day weighs little. */
const weights: Record<Doubt, number> = { 'name-differs': 0.8, 'nik-differs': 0.7, 'birth-date-differs': 0.9, 'sex-differs': 0.8 }

export function comparable({ name, motherName, nik, ...person }: Person): Comparable {
  return { ...person, nik: nik && isNikPlaceholder(nik) ? null : nik, key: nameKey(name), motherKey: motherName ? nameKey(motherName) : '' }
}

/** Why two records may be of one person; undefined when nothing says so. Symmetric. Finds a question, never an answer: nothing is merged by it. */
export function matchOf(a: Comparable, b: Comparable): Match | undefined {
  if (!mayMatch(a, b)) return undefined
  const facts = factsOf(a, b)
  const evidence = EVIDENCE.filter(step => ladder[step].holds(facts))
  const [surest] = evidence
  if (!surest) return undefined
  const doubts = doubtsOf(facts)
  const score = doubts.reduce((sum, doubt) => sum * weights[doubt], ladder[surest].score)
  return score < LISTED ? undefined : { score: Math.round(score * 100) / 100, evidence, doubts }
}

/** Whether any step of the ladder can hold; of the pairs of a list hardly one in ten thousand can, and that is told without a look at their names' letters. */
function mayMatch(a: Comparable, b: Comparable): boolean {
  if (a.key === b.key) return true
  if (a.nik !== null && b.nik !== null && (a.nik === b.nik || isOneOff(a.nik, b.nik))) return true
  if (a.birthDate === null || b.birthDate === null || (a.sex !== null && b.sex !== null && a.sex !== b.sex)) return false
  const isSameFamily = a.family !== null && a.family === b.family
  if (a.birthDate !== b.birthDate) return isSameFamily && isBirthOneOff(a.birthDate, b.birthDate)
  return isSameFamily || (a.villageCode !== null && a.villageCode === b.villageCode)
}

function factsOf(a: Comparable, b: Comparable): Facts {
  const nik = likeness(a.nik, b.nik, isOneOff)
  const name = nameLikeness(a.key, b.key)
  const birth = likeness(a.birthDate, b.birthDate, isBirthOneOff)
  const mothers = a.motherKey === '' || b.motherKey === '' ? 'unknown' : nameLikeness(a.motherKey, b.motherKey)
  return {
    nik,
    name,
    birth,
    sex: likeness(a.sex, b.sex),
    isSameFamily: a.family !== null && a.family === b.family,
    isSameYear: a.birthDate !== null && b.birthDate !== null && a.birthDate.slice(0, 4) === b.birthDate.slice(0, 4),
    village: likeness(a.villageCode, b.villageCode),
    isSameMother: mothers === 'same',
    isOtherMother: mothers === 'different',
    isFullName: a.key.includes(' '),
    isTelling: a.key.includes(' ') && !isInventedDay(a.birthDate),
    mayBeTwins: birth === 'same' && name !== 'same' && a.nik !== null && b.nik !== null && haveNearSerials(a.nik, b.nik)
  }
}

function doubtsOf(facts: Facts): Doubt[] {
  return DOUBTS.filter(
    doubt =>
      (doubt === 'name-differs' && facts.name === 'different') ||
      (doubt === 'nik-differs' && facts.nik === 'differs') ||
      (doubt === 'birth-date-differs' && facts.birth === 'differs') ||
      (doubt === 'sex-differs' && facts.sex === 'differs')
  )
}

/** Many lists do not say the sex: what is not said speaks neither for nor against. */
const isBornAlike = ({ birth, sex }: Facts): boolean => birth === 'same' && sex !== 'differs'

function likeness<T>(a: T | null, b: T | null, isClose: (a: T, b: T) => boolean = () => false): Likeness {
  if (a === null || b === null) return 'unknown'
  if (a === b) return 'same'
  return isClose(a, b) ? 'one-off' : 'differs'
}

/** One character wrong, two neighbours swapped, day and month in each other's place, or the day or the year before or after. */
function isBirthOneOff(a: LocalDate, b: LocalDate): boolean {
  if (isOneOff(a, b)) return true
  if (a.slice(4) === b.slice(4)) return Math.abs(Number(a.slice(0, 4)) - Number(b.slice(0, 4))) === 1
  if (a.slice(0, 4) !== b.slice(0, 4)) return false
  if (a.slice(5, 7) === b.slice(5, 7)) return Math.abs(Number(a.slice(8)) - Number(b.slice(8))) === 1
  return a.slice(5, 7) === b.slice(8) && a.slice(8) === b.slice(5, 7)
}

/** Days that many people have who do not know their birthday: they tell nothing. */
const isInventedDay = (day: LocalDate | null): boolean => day === null || /-(?:01-01|07-01|12-31)$/.test(day)

/** Twins have the same region and day and are recorded together: their serials follow each other, or nearly. */
const haveNearSerials = (a: string, b: string): boolean =>
  a.slice(0, 12) === b.slice(0, 12) && a !== b && Math.abs(Number(a.slice(12)) - Number(b.slice(12))) <= MOST_AT_A_BIRTH

/** Triplets with somebody recorded between them. */
const MOST_AT_A_BIRTH = 3
