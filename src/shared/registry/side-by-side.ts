/** What one source said of a person, when it was asked. */
export type SourceLine = {
  source: string
  period: string
  isListed: boolean
  decile: number | null
  active: readonly string[]
  inactive: readonly string[]
  /** UTC milliseconds at which somebody looked. */
  seenAt: number
}

/** Sources beside each other: of each source and period what was seen last, the newest period first, and whether they say the same. */
export function sideBySide<L extends SourceLine>(lines: readonly L[]): { lines: L[]; isOneVoice: boolean } {
  const newest = new Map<string, L>()
  for (const line of lines) {
    const key = `${line.source} ${line.period}`
    const known = newest.get(key)
    if (!known || known.seenAt < line.seenAt) newest.set(key, line)
  }
  const kept = [...newest.values()].sort((a, b) => compare(orderOf(b.period), orderOf(a.period)) || compare(a.source, b.source))
  return { lines: kept, isOneVoice: new Set(kept.map(line => `${line.isListed} ${line.decile}`)).size < 2 }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Quarters and months of a year in one order: a quarter stands with its last month. */
const orderOf = (period: string): string =>
  period.replace(/T([1-4])$/, (_, quarter: string) => String(Number(quarter) * 3).padStart(2, '0'))
