/** Words for "nothing" in a cell. */
const nothing = new Set([
  '',
  '-',
  '--',
  '0',
  'null',
  'n/a',
  'na',
  'none',
  '#n/a',
  'nan',
  'kosong',
  'belum ada',
  'tidak ada',
  'tidak diketahui',
  '.'
])

/** What a spreadsheet shows where it could not calculate. */
export const isSheetError = (cell: string): boolean => /^#(null!|div\/0!|value!|ref!|name\?|num!)$/i.test(cell)

/** What stands below a list or a group of it; somebody with a number of their own may well be called so. */
export const isTotal = (cell: string): boolean =>
  /^(grand|sub)?\s*(total|jumlah)(\s+(total|keseluruhan|seluruhnya|semua|kk|jiwa|warga|data|orang))*\s*[:=]?$/i.test(cell)

const longestNothing = Math.max(...Array.from(nothing, word => word.length))

/** Whether a cell says that there is nothing. */
export const isNothing = (cell: string): boolean => cell.length <= longestNothing && nothing.has(cell.toLowerCase())

/** A code before its words says nothing that they do not: `1. Ya`, `2 - Perempuan`. */
export const withoutCode = (cell: string): string => cell.replace(/^\d{1,2}\s*[.):-]\s*(?=\p{L})/u, '')

/** What keeps a number or a day as text, as spreadsheets and people write it. */
export const quotes = /^['’‘`´"]+|['’‘`´"]+$/g
