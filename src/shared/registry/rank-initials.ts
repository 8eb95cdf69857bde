/** Balinese names begin with who somebody was born as, and forms write that with its first letters: IB for Ida Bagus, IGN for I Gusti Ngurah. */
const RANKS: ReadonlyMap<string, readonly string[]> = new Map([
  ['IB', ['IDA', 'BAGUS']],
  ['IA', ['IDA', 'AYU']],
  ['AA', ['ANAK', 'AGUNG']],
  ['IG', ['I', 'GUSTI']],
  ['NL', ['NI', 'LUH']]
])
/** What stands behind them is a name that hundreds of thousands bear, so its letter goes with the others; AAN and IAN are names of their own. */
const WITH_LETTER = ['IG', 'NL']

/** The words that initials stand for, a letter alone for the last of three; undefined for any other word. */
export function wordsOfRank(word: string): readonly string[] | undefined {
  const rank = RANKS.get(word)
  if (rank || word.length !== 3) return rank
  const start = word.slice(0, 2)
  return WITH_LETTER.includes(start) ? [...(RANKS.get(start) ?? []), word.slice(2)] : undefined
}

/** How these words are written with initials, longest first, and how many of them that takes; none where they begin with no such words. */
export function initialsOfRank(words: readonly string[]): { initials: string; count: number }[] {
  return [...RANKS].flatMap(([initials, [first, second]]) => {
    if (words[0] !== first || words[1] !== second) return []
    const third = WITH_LETTER.includes(initials) ? words[2]?.[0] : undefined
    return [...(third ? [{ initials: initials + third, count: 3 }] : []), { initials, count: 2 }]
  })
}
