import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { CsvError, type Parser, parse } from 'csv-parse'
import { decodeBytes } from './decode-cell'
import { delimiterOf } from './delimiter'
import { ImportError } from './import-error'
import type { TextEncoding } from './sniff'
import type { Table } from './table'

/** No row of a list is this long: a quote that is never closed would swallow the rest of the file. */
const longestRow = 1_000_000
const chunkBytes = 262_144

/** A list in a text file, read as it streams by: memory does not grow with the file. */
export async function openCsv(path: string, encoding: TextEncoding, bomBytes: number): Promise<Table> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const decoder = new TextDecoder(encoding === 'bytes' ? 'latin1' : encoding)
    const { delimiter, isNamed } = delimiterOf(decoder.decode(await readAt(file, bomBytes, 65_536)))
    let done = 0
    const onBytes = (bytes: number): void => {
      done += bytes
    }
    return {
      size,
      done: () => Math.min(done, size),
      decode: encoding === 'bytes' ? decodeBytes : cell => cell,
      rows: signal => {
        done = bomBytes
        return csvRows({ path, encoding, start: bomBytes, delimiter, fromLine: isNamed ? 2 : 1, onBytes }, signal)
      },
      samples: async () => (encoding === 'bytes' ? sampleLines(path, size, delimiter) : [])
    }
  } finally {
    await file.close()
  }
}

type CsvFile = {
  path: string
  encoding: TextEncoding
  start: number
  delimiter: string
  fromLine: number
  onBytes: (bytes: number) => void
}

async function* csvRows(file: CsvFile, signal?: AbortSignal): AsyncIterable<string[][]> {
  const parser = parse({
    delimiter: file.delimiter,
    encoding: file.encoding === 'bytes' ? 'latin1' : 'utf8',
    from_line: file.fromLine,
    max_record_size: longestRow,
    relax_column_count: true,
    relax_quotes: true
  })
  let failure: Error | undefined
  parser.on('error', error => {
    failure ??= error
  })
  let [lastCells, width, endsWithLine] = [0, 0, true]
  const drain = (): string[][] => {
    const rows = drained(parser)
    for (const row of rows) width = Math.max(width, row.length)
    lastCells = rows.at(-1)?.length ?? lastCells
    return rows
  }
  try {
    for await (const chunk of utf8Chunks(file, signal)) {
      parser.write(chunk)
      endsWithLine = chunk.at(-1) === 10 || chunk.at(-1) === 13
      if (parser.errored ?? failure) break
      const rows = drain()
      if (rows.length > 0) yield rows
    }
    if (!parser.errored) await ended(parser)
    const rows = drain()
    throwProblem(parser.errored ?? failure)
    if (!endsWithLine && lastCells < width) throw new ImportError({ kind: 'file-cut-off' })
    if (rows.length > 0) yield rows
  } finally {
    parser.destroy()
  }
}

/** The parser works while it is written to, so its rows are there at once; one `for await` a row would cost more than the parsing. */
function drained(parser: Parser): string[][] {
  const rows: string[][] = []
  for (let row = parser.read() as string[] | null; row !== null; row = parser.read() as string[] | null) rows.push(row)
  return rows
}

const ended = (parser: Parser): Promise<void> =>
  new Promise(resolve => {
    parser.once('prefinish', () => setImmediate(resolve))
    parser.once('error', () => resolve())
    parser.end()
  })

function throwProblem(error: Error | null | undefined): void {
  if (!error) return
  // an open quote at the end of the file, or a record that never ends: the rest is missing
  if (error instanceof CsvError && (error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE'))
    throw new ImportError({ kind: 'file-cut-off' }, error)
  throw error
}

async function* utf8Chunks({ path, encoding, start, onBytes }: CsvFile, signal?: AbortSignal): AsyncIterable<Buffer> {
  const decoder = encoding === 'bytes' ? undefined : new TextDecoder(encoding)
  const input = createReadStream(path, { start, highWaterMark: chunkBytes, ...(signal ? { signal } : {}) })
  for await (const chunk of input as AsyncIterable<Buffer>) {
    onBytes(chunk.length)
    yield decoder ? Buffer.from(decoder.decode(chunk, { stream: true })) : chunk
  }
  const rest = decoder?.decode()
  if (rest) yield Buffer.from(rest)
}

async function readAt(file: FileHandle, at: number, length: number): Promise<Uint8Array> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at)
  return buffer.subarray(0, bytesRead)
}

/** Whole lines from 64 places of the file, split without regard for quotes. */
async function sampleLines(path: string, size: number, delimiter: string): Promise<string[][]> {
  const file = await open(path, 'r')
  try {
    const places = Array.from({ length: 64 }, (_, n) => Math.floor((size / 64) * n))
    const lines: string[][] = []
    for (const place of size > 64 * 4096 ? places : [0]) {
      const text = Buffer.from(await readAt(file, place, size > 64 * 4096 ? 4096 : size)).toString('latin1')
      lines.push(
        ...text
          .split('\n')
          .slice(1, -1)
          .map(line => line.split(delimiter).map(cell => cell.replace(/^["']|["'\r]+$/g, '')))
      )
    }
    return lines
  } finally {
    await file.close()
  }
}
