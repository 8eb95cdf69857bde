import { type LocalDate, partsOf } from '#shared/clock'

export type LetterNumberFacts = { classification: string; sequence: number; unitCode: string; issuedOn: LocalDate }

export type PatternProblem =
  | { kind: 'empty' }
  | { kind: 'too-long' }
  | { kind: 'missing-token'; token: string }
  | { kind: 'unknown-token'; token: string }
  | { kind: 'tokens-touch' }
  | { kind: 'bad-character'; character: string }

const requiredTokens = ['urut', 'kode_unit', 'tahun'] as const
const longestPattern = 80
const plain = /^[A-Za-z0-9./ -]*$/
const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'] as const

/**
 * What keeps an office's pattern from numbering letters; empty when it can. Tokens: `{klasifikasi}` `{urut}` `{urut:3}` (padded with zeros)
 * `{kode_unit}` `{bulan_romawi}` `{tahun}`. Sequence, unit and year must appear, apart from each other, or two letters could print the same number.
 */
export function checkPattern(pattern: string): PatternProblem[] {
  if (pattern.trim() === '') return [{ kind: 'empty' }]
  if (pattern.length > longestPattern) return [{ kind: 'too-long' }]
  const tokens = [...pattern.matchAll(/\{([^{}]*)\}/g)].map(match => match[1] ?? '')
  const names = tokens.map(token => token.replace(/^urut:[1-6]$/, 'urut'))
  const rest = pattern.replace(/\{[^{}]*\}/g, '')
  const problems: PatternProblem[] = []
  for (const token of requiredTokens) if (!names.includes(token)) problems.push({ kind: 'missing-token', token })
  for (const token of names) if (!isToken(token)) problems.push({ kind: 'unknown-token', token })
  if (pattern.includes('}{')) problems.push({ kind: 'tokens-touch' })
  for (const character of new Set(rest)) if (!plain.test(character)) problems.push({ kind: 'bad-character', character })
  return problems
}

/** The number printed on a letter, such as `400.9/012/SLRT-A/XI/2026`; throws on a pattern or facts that cannot give one. */
export function letterNumber(pattern: string, { classification, sequence, unitCode, issuedOn }: LetterNumberFacts): string {
  if (checkPattern(pattern).length > 0) throw new RangeError('the pattern cannot number letters')
  if (!Number.isSafeInteger(sequence) || sequence < 1) throw new RangeError('a sequence starts at 1')
  if (unitCode.trim() === '' || !plain.test(unitCode) || !plain.test(classification))
    throw new RangeError('a code does not fit on a letter')
  const { year, month } = partsOf(issuedOn)
  return pattern.replace(/\{([^{}]*)\}/g, (_, token: string) => {
    if (token === 'klasifikasi') return classification
    if (token === 'kode_unit') return unitCode
    if (token === 'bulan_romawi') return romanMonth(month)
    if (token === 'tahun') return String(year)
    return String(sequence).padStart(Number(token.slice('urut:'.length)), '0')
  })
}

/** `I` to `XII`. */
export function romanMonth(month: number): string {
  const roman = romans[month - 1]
  if (roman === undefined) throw new RangeError('months are 1 to 12')
  return roman
}

function isToken(token: string): boolean {
  return token === 'klasifikasi' || token === 'bulan_romawi' || requiredTokens.some(required => required === token)
}
