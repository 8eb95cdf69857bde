/** Line separators a person may have typed; on paper they are a space. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g
/** Control, direction-changing and invisible characters, and halves of a pair: none may change what a reader sees. */
const UNSEEN = /[\p{Cc}\p{Cs}\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF0-\uFFFB]/gu

/** Text as it can stand on paper: breaks become spaces, and every unseen character shows as `�` rather than hide or reorder others. */
export const printable = (text: string): string => text.replace(BREAKS, ' ').replace(UNSEEN, '\uFFFD')

/** The same value with every text in it made printable. */
export function printableDeep<T>(value: T): T {
  if (typeof value === 'string') return printable(value) as T
  if (Array.isArray(value)) return value.map(printableDeep) as T
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, printableDeep(inner)])) as T
  return value
}
