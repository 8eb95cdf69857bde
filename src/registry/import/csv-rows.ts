/** No row of a list is this long: a quote that is never closed would swallow the rest of the file. */
const LONGEST_ROW = 1_000_000

const [LINE_FEED, CARRIAGE_RETURN] = [10, 13]

/** The file ends, or goes on without end, within a quoted cell. */
export class OpenQuoteError extends Error {}

/**
 * Cuts the bytes of a list into rows of cells as they come. Rows end with either or both of the two line ends; a quoted cell may hold delimiters,
 * doubled quotes and line ends. A quote elsewhere is a character like any other: names have been seen with them.
 */
export class CsvRows {
  readonly #delimiter: string
  readonly #encoding: 'latin1' | 'utf8'
  #lineEnd: number | undefined
  #rest: Buffer = Buffer.alloc(0)
  /** A row whose last cell goes on in the next line. */
  #open: { cells: string[]; text: string } | undefined

  constructor(delimiter: string, encoding: 'latin1' | 'utf8') {
    this.#delimiter = delimiter
    this.#encoding = encoding
  }

  /** The rows that are whole with these bytes. */
  push(chunk: Buffer): string[][] {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
    this.#lineEnd ??= lineEndOf(bytes)
    const rows: string[][] = []
    let from = 0
    for (let end = this.#endOf(bytes, from); end >= 0; end = this.#endOf(bytes, from)) {
      const row = this.#row(bytes, from, end)
      if (row) rows.push(row)
      from = end + 1
    }
    this.#rest = bytes.subarray(from)
    this.#refuseEndless(this.#rest.length)
    return rows
  }

  /** The last row, when no line end stands behind it. */
  end(): string[][] {
    const row = this.#rest.length === 0 ? undefined : this.#row(this.#rest, 0, this.#rest.length)
    if (this.#open) throw new OpenQuoteError('a quote is open at the end of the file')
    return row ? [row] : []
  }

  #endOf(bytes: Buffer, from: number): number {
    return this.#lineEnd === undefined ? -1 : bytes.indexOf(this.#lineEnd, from)
  }

  /** One line as a string of its own: a cell that is kept keeps no more than its line in memory. */
  #row(bytes: Buffer, from: number, end: number): string[] | undefined {
    const line = bytes.toString(this.#encoding, from, end > from && bytes[end - 1] === CARRIAGE_RETURN ? end - 1 : end)
    return this.#open || line.includes('"') ? this.#quoted(line) : line.split(this.#delimiter)
  }

  #quoted(line: string): string[] | undefined {
    const cells = this.#open?.cells ?? []
    let text = this.#open?.text
    this.#open = undefined
    for (let at = 0; ; ) {
      if (text === undefined && line[at] !== '"') {
        const end = this.#cellEnd(line, at)
        cells.push(line.slice(at, end))
        if (end === line.length) return cells
        at = end + 1
        continue
      }
      if (text === undefined) at++
      text ??= ''
      const quote = line.indexOf('"', at)
      if (quote < 0) {
        this.#open = { cells, text: `${text}${line.slice(at)}\n` }
        this.#refuseEndless(this.#open.text.length)
        return undefined
      }
      text += line.slice(at, quote)
      if (line[quote + 1] === '"') {
        text += '"'
        at = quote + 2
        continue
      }
      const end = this.#cellEnd(line, quote + 1)
      cells.push(end === quote + 1 ? text : `"${text}${line.slice(quote, end)}`)
      if (end === line.length) return cells
      text = undefined
      at = end + 1
    }
  }

  #cellEnd(line: string, from: number): number {
    const end = line.indexOf(this.#delimiter, from)
    return end < 0 ? line.length : end
  }

  #refuseEndless(length: number): void {
    if (length > LONGEST_ROW) throw new OpenQuoteError('a row without end')
  }
}

/** A list with carriage returns alone has rows too; undefined while no line has ended. */
function lineEndOf(bytes: Buffer): number | undefined {
  if (bytes.includes(LINE_FEED)) return LINE_FEED
  return bytes.subarray(0, -1).includes(CARRIAGE_RETURN) ? CARRIAGE_RETURN : undefined
}
