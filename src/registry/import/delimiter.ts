const DELIMITERS = [',', ';', '\t', '|'] as const

/** `isNamed`: in a line of its own above the list; `isWrapped`: each row stands in quotes as a whole, as a spreadsheet writes what it took for one column. */
type Delimiter = { delimiter: string; isNamed: boolean; isWrapped: boolean }

/** The delimiter that the first lines agree upon; a spreadsheet may name it (`sep=;`). */
export function delimiterOf(head: string): Delimiter {
  const named = /^sep=(.)\r?\n/i.exec(head)?.[1]
  if (named) return { delimiter: named, isNamed: true, isWrapped: false }
  const asWritten = agreedUpon(head)
  if (asWritten !== undefined) return { delimiter: asWritten, isNamed: false, isWrapped: false }
  const inside = agreedUpon(head.replace(/^"((?:[^"\r\n]|"")*)"\r?$/gm, (_, line: string) => line.replaceAll('""', '"')))
  return { delimiter: inside ?? ',', isNamed: false, isWrapped: inside !== undefined }
}

function agreedUpon(head: string): string | undefined {
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
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a))
  return best.score > 0 ? best.delimiter : undefined
}
