import { PASSWORD_LENGTH } from '#shared/officers/officer'

export type WeakPassword = 'too-short' | 'personal' | 'guessable'

/** What nobody may build a password on: each such word of four letters or more. */
const wordsOf = (texts: readonly (string | null)[]): string[] =>
  texts.flatMap(text => (text ?? '').toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter(word => word.length >= 4)

/** Guesses that somebody with a copy of the verifier must not reach: zxcvbn's highest class begins at 10^10. */
const SCORE = 4

/**
 * Why a password is too easy to guess; null when it may be one. `own` are the officer's and the office's names, numbers and places.
 * No rule about capitals and signs: length and rarity count. The lists are loaded only now; they are large.
 */
export async function weaknessOfPassword(password: string, own: readonly (string | null)[]): Promise<WeakPassword | null> {
  if (password.length < PASSWORD_LENGTH.min) return 'too-short'
  const [{ ZxcvbnFactory }, common, indonesian] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-id')
  ])
  const estimate = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...indonesian.dictionary },
    graphs: common.adjacencyGraphs,
    useLevenshteinDistance: true
  })
  const { score, sequence } = estimate.check(password, [
    ...wordsOf(own),
    'loket',
    'slrt',
    'dinas',
    'sosial',
    'rumah',
    'kabupaten',
    'petugas'
  ])
  if (score >= SCORE) return null
  return sequence.some(match => 'dictionaryName' in match && match.dictionaryName === 'userInputs') ? 'personal' : 'guessable'
}
