const DELIMITERS = [',', ';', '\t', '|'] as const

/** The delimiter that the first lines agree upon; a spreadsheet may name it in a line of its own (`sep=;`). */
export function delimiterOf(head: string): { delimiter: string; isNamed: boolean } {
  const named = /^sep=(.)\r?\n/i.exec(head)?.[1]
  if (named) return { delimiter: named, isNamed: true }
  const lines = head
    .replace(/"(?:[^"]|"")*"/g, '""')
    .split(/\r\n|\n|\r/)
    .filter(line => line.trim() !== '')
    .slice(0, 50)
  const scores = DELIMITERS.map(delimiter => {
    const counts = lines.map(line => line.split(delimiter).length - 1).sort((a, b) => a - b)
    const usual = counts[Math.floor(counts.length / 2)] ?? 0
    return { delimiter, score: usual === 0 ? 0 : counts.filter(count => count === usual).length * 100 + usual }
  })
  return { delimiter: scores.reduce((a, b) => (b.score > a.score ? b : a)).delimiter, isNamed: false }
}
