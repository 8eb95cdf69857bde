import type { LocalDate } from '#shared/clock'
import type { ProgramRule } from '#shared/directory/directory'
import type { RegistryPerson } from './person'

/** What a source says of a person, as far as a programme's rule asks for it. */
export type Standing = {
  decile: number | null
  /** Programmes the family gets now, and those it once got and no longer does; by their short names (`pbi-jk`). */
  active: readonly string[]
  inactive: readonly string[]
  /** Signs that speak against aid; something to ask about, as they are often old or of another member of the family. */
  exclusions: readonly string[]
  lifeStatus: RegistryPerson['lifeStatus']
}

/** `ask`: the data alone cannot say. None of the three is a decision: that is the ministry's. */
export type Verdict = 'likely' | 'not-by-this-rule' | 'ask'
export type Reason =
  | 'within'
  | 'above'
  | 'no-decile'
  | 'no-rule'
  | 'rules-differ'
  | 'excluded'
  | 'dead'
  | 'moved'
  | 'not-found'
  | 'inactive'

export type ProgramAnswer = {
  program: string
  purpose: string
  verdict: Verdict
  /** All of them, the weightiest first. */
  reasons: Reason[]
  /** The rules in force on that day; more than one where decrees overlap. */
  rules: ProgramRule[]
  /** The next rule, not yet in force. */
  next: ProgramRule | null
  state: 'active' | 'inactive' | null
}

/**
 * What the dated rules say of a person on a day: one answer for each programme and purpose, in the order of the rules.
 * Never firmer than its data: without a decile, without a rule, under rules that differ, or with a sign against it the answer is to ask.
 */
export function answerByRules(standing: Standing, rules: readonly ProgramRule[], on: LocalDate): ProgramAnswer[] {
  const keys = [...new Set(rules.map(keyOf))]
  return keys.flatMap(key => {
    const own = rules.filter(rule => keyOf(rule) === key)
    const inForce = own.filter(rule => isInForce(rule, on))
    const next = own.filter(rule => rule.validFrom > on).sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))[0] ?? null
    const [first] = own
    // a programme whose rules have all run out is not spoken of
    if (!first || (inForce.length === 0 && !next)) return []
    const { program, purpose } = first
    return { program, purpose, ...verdictOf(standing, inForce), rules: inForce, next, state: stateOf(standing, program) }
  })
}

/** From its first day to its last, both included. */
export const isInForce = ({ validFrom, validTo }: ProgramRule, on: LocalDate): boolean =>
  validFrom <= on && (validTo === null || on <= validTo)

/** How programmes are called in the register's flags. */
export const flagOf = (program: string): string => program.toLowerCase()

function verdictOf(standing: Standing, inForce: readonly ProgramRule[]): Pick<ProgramAnswer, 'verdict' | 'reasons'> {
  const { decile, exclusions, lifeStatus } = standing
  const doubts: Reason[] = []
  if (lifeStatus && lifeStatus !== 'active') doubts.push(lifeStatus)
  if (exclusions.length > 0) doubts.push('excluded')
  if (inForce.length === 0) return { verdict: 'ask', reasons: [...doubts, 'no-rule'] }
  if (decile === null) return { verdict: 'ask', reasons: [...doubts, 'no-decile'] }
  const fits = inForce.map(rule => decile <= rule.maxDecile)
  if (fits.some(fit => fit !== fits[0])) return { verdict: 'ask', reasons: [...doubts, 'rules-differ'] }
  const byRule: Reason = fits[0] ? 'within' : 'above'
  if (doubts.length > 0) return { verdict: 'ask', reasons: [...doubts, byRule] }
  return { verdict: fits[0] ? 'likely' : 'not-by-this-rule', reasons: [byRule] }
}

function stateOf({ active, inactive }: Standing, program: string): ProgramAnswer['state'] {
  const flag = flagOf(program)
  if (active.includes(flag)) return 'active'
  return inactive.includes(flag) ? 'inactive' : null
}

const keyOf = ({ program, purpose }: ProgramRule): string => `${program} ${purpose}`
