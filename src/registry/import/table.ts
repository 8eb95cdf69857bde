/** The rows of a list, whatever file they stand in, as they are: titles, header and all. */
export type Table = {
  /** Bytes of the file; `done` says how many of them have been read. */
  size: number
  done: () => number
  /** The text of a cell; cells come as cheap as the file gives them. */
  decode: (cell: string) => string
  rows: (signal?: AbortSignal) => AsyncIterable<string[][]>
  /** Lines from all over the file, where that is cheap; for judging what the first rows cannot show. */
  samples: () => Promise<string[][]>
  /** Sheets of a workbook that hold a list of people with other columns. */
  sheetsLeftOut: string[]
}
