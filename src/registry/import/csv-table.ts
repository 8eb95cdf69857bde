import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { isTotal } from './cell-words'
import { CsvRows, OpenQuoteError } from './csv-rows'
import { decodeBytes } from './decode-cell'
import { delimiterOf } from './delimiter'
import { ImportError } from './import-error'
import type { TextEncoding } from './sniff'
import type { Table } from './table'

const chunkBytes = 262_144

/** A list in a text file, read as it streams by: memory does not grow with the file. */
export async function openCsv(path: string, encoding: TextEncoding, bomBytes: number): Promise<Table> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const decoder = new TextDecoder(encoding === 'bytes' ? 'latin1' : encoding)
    const { delimiter, isNamed, isWrapped } = delimiterOf(decoder.decode(await readAt(file, bomBytes, 65_536)))
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
        return csvRows({ path, encoding, start: bomBytes, delimiter, linesToSkip: isNamed ? 1 : 0, isWrapped, onBytes }, signal)
      },
      samples: async () => (encoding === 'bytes' ? sampleLines(path, size, delimiter) : []),
      sheetsLeftOut: []
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
  linesToSkip: number
  /** Each row stands in quotes as a whole. */
  isWrapped: boolean
  onBytes: (bytes: number) => void
}

async function* csvRows(file: CsvFile, signal?: AbortSignal): AsyncIterable<string[][]> {
  const encoding = file.encoding === 'bytes' ? 'latin1' : 'utf8'
  const splitter = new CsvRows(file.delimiter, encoding)
  const widths = new Map<number, number>()
  let [linesToSkip, last, endsWithLine]: [number, string[], boolean] = [file.linesToSkip, [], true]
  const counted = (read: string[][]): string[][] => {
    const rows = file.isWrapped ? read.map(row => unwrapped(row, file.delimiter, encoding)) : read
    const skipped = rows.splice(0, linesToSkip)
    linesToSkip -= skipped.length
    for (const row of rows) widths.set(row.length, (widths.get(row.length) ?? 0) + 1)
    last = rows.at(-1) ?? last
    return rows
  }
  try {
    for await (const chunk of utf8Chunks(file, signal)) {
      endsWithLine = chunk.at(-1) === 10 || chunk.at(-1) === 13
      const rows = counted(splitter.push(chunk))
      if (rows.length > 0) yield rows
    }
    const rows = counted(splitter.end())
    // a row with a cell too many is wrong by itself: what most rows have is what the last one should
    const isShort = last.length < mostUsual(widths) && !last.some(cell => isTotal(cell.trim()))
    if (!endsWithLine && isShort) throw new ImportError({ kind: 'file-cut-off' })
    if (rows.length > 0) yield rows
  } catch (error) {
    throw error instanceof OpenQuoteError ? new ImportError({ kind: 'file-cut-off' }, error) : error
  }
}

/** The cells of a row that stands in quotes as one. */
function unwrapped(row: string[], delimiter: string, encoding: 'latin1' | 'utf8'): string[] {
  const [line = '', ...more] = row
  const isOne = more.length === 0 && line.includes(delimiter)
  return (isOne ? new CsvRows(delimiter, encoding).push(Buffer.from(`${line.replaceAll('\n', ' ')}\n`, encoding))[0] : undefined) ?? row
}

/** Of two that are as usual the wider one. */
const mostUsual = (widths: ReadonlyMap<number, number>): number => [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0

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
