import type { ColumnMap } from './import-columns'

/** What a list looks like before a row of it is taken over. */
export type ListPreview = {
  /** The words above each column; a column without words cannot be spoken of. */
  header: string[]
  /** The header's row in the file, from 1. */
  headerRow: number
  /** A few cells of each column; long numbers are masked. */
  examples: string[][]
  columns: ColumnMap
  /** A list with the same header was imported before: the columns are as they were said then. */
  isRemembered: boolean
  /** Columns in which numbers stand with empty cells below them, as where a family's card is written in its first row alone. */
  gapped: number[]
  /** It was said of such a header that who has no card has that of a row above. */
  kkFromAbove: boolean
  /** A spreadsheet seems to have changed the last digits of the NIKs. */
  isRounded: boolean
}
