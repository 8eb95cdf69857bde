import { COLUMN_TARGETS, type ColumnMap, type ColumnTarget } from '#shared/registry/import-columns'
import { checkNik } from '#shared/residents/nik'
import { headerKey, headerWords } from './header-words'
import { readLifeStatus } from './read-codes'
import { readDate } from './read-days'
import { readSex } from './read-values'

/** Where the header stands, how many rows it takes, and its words by column. */
export type Header = { at: number; rows: 1 | 2; cells: string[] }

/**
 * The first row that names enough columns to be the header: exports begin with titles and empty lines. Forms have headers of two rows (ALAMAT above RT,
 * RW and DESA): then the two together name more columns than either. Undefined when nothing does.
 */
export function findHeader(rows: readonly string[][]): Header | undefined {
  const candidates = rows.slice(0, deepestHeader)
  const scores = candidates.map(knownIn)
  const best = Math.max(0, ...scores)
  const at = scores.indexOf(best)
  let found: Header | undefined =
    best >= 2 || (best === 1 && rows[at]?.length === 1) ? { at, rows: 1, cells: [...(rows[at] ?? [])] } : undefined
  let most = best
  for (const [index, above] of candidates.entries()) {
    const below = candidates[index + 1]
    if (!below || (scores[index] ?? 0) < 2 || !below.every(isHeading) || !below.some(cell => cell.trim() !== '')) continue
    const cells = joinedHeader(above, below)
    const known = knownIn(cells)
    if (known <= Math.max(most, scores[index] ?? 0, scores[index + 1] ?? 0)) continue
    most = known
    found = { at: index, rows: 2, cells }
  }
  return found
}

/** A heading of two rows as one: what stands below, and the word of its group where it says nothing without it (TANGGAL below TEMPAT, TANGGAL LAHIR). */
function joinedHeader(above: readonly string[], below: readonly string[]): string[] {
  let group = ''
  return Array.from({ length: Math.max(above.length, below.length) }, (_, column) => {
    const [over, under] = [above[column]?.trim() ?? '', below[column]?.trim() ?? '']
    if (over !== '') group = over
    if (under === '') return above[column] ?? ''
    const whole = `${under} ${group.split(/[^\p{L}]+/u).findLast(word => word !== '') ?? ''}`
    return byHeader(headerKey(under)).length === 0 && targetsByWords.has(headerKey(whole)) ? whole : under
  })
}

/** Whether a list can tell people of one name apart. */
export const tellsApart = (columns: ColumnMap): boolean =>
  (['nik', 'kk', 'birth-date', 'birth-place-date', 'address'] as const).some(target => columns[target] !== undefined)

const knownIn = (cells: readonly string[]): number => cells.filter(cell => byHeader(headerKey(cell)).length > 0).length

/** Words, or nothing: what stands under a header's first row, and no person's NIK, day or number does. */
const isHeading = (cell: string): boolean => cell.trim() === '' || (/\p{L}/u.test(cell) && !/\d{2}/.test(cell))

/** What each column seems to hold, by its header first and by what stands in it where the header says nothing. An officer has the last word. */
export function guessColumns(header: readonly string[], sample: readonly string[][]): ColumnMap {
  const map: ColumnMap = {}
  const taken = new Set<number>()
  const take = (target: ColumnTarget, column: number): void => {
    if (map[target] !== undefined || taken.has(column)) return
    map[target] = column
    taken.add(column)
  }
  const keys = header.map(headerKey)
  const isOfHeads = keys.some(isOfHead)
  const isRelatives = (column: number): boolean => isOfHeads && isOfRelative(keys[column] ?? '')
  const wishes = keys
    .flatMap((key, column) => byHeader(key).map(({ target, score }) => ({ target, score, column })))
    .filter(({ column }) => !isRelatives(column))
  const namesMembers = wishes.some(({ target, column }) => target === 'name' && !isOfHead(keys[column] ?? ''))
  const isOthers = (column: number): boolean => isRelatives(column) || (namesMembers && isOfHead(keys[column] ?? ''))
  for (const { target, column } of wishes.sort((a, b) => b.score - a.score || a.column - b.column))
    if (!(target === 'nik' && isOthers(column)) && fits(target, sample, column)) take(target, column)
  const rest = header.map((_, column) => column).filter(column => !taken.has(column))
  for (const column of rest) {
    const target = isOthers(column) ? undefined : byContents(sample, column)
    if (target) take(target, column)
  }
  return ofHeads(map)
}

/** What stands under such a header is the head's, in every row of the family. */
const isOfHead = (key: string): boolean => /\b(kepala|krt)\b/.test(key)

/** A list with a row a family may name wife and children beside the head, in columns that each family fills anew. */
const isOfRelative = (key: string): boolean =>
  /\b(istri|isteri|suami|pasangan|anak)\b/.test(key) && /^(nama|nik|no|nomor|tgl|tanggal)\b/.test(key)

/** A list that names nobody but the heads of families is a list of these. */
function ofHeads({ 'head-name': heads, ...map }: ColumnMap): ColumnMap {
  if (heads === undefined) return map
  return map.name === undefined ? { ...map, name: heads } : { ...map, 'head-name': heads }
}

/** How far down a header is looked for. */
const deepestHeader = 40

const targetsByWords: ReadonlyMap<string, ColumnTarget> = new Map(
  COLUMN_TARGETS.flatMap(target => headerWords[target].map(words => [words, target] as const))
)

/** Of a person's state it speaks only alone: beside other words it is the state of a card, a house, a marriage. */
const lonely = 'status'

/** The targets a header speaks of: its very words, or words among others (`NIK (16 digit)`, `Nama Lengkap sesuai KTP`); more words weigh more. */
function byHeader(key: string): { target: ColumnTarget; score: number }[] {
  if (key === '' || key.length > 80) return []
  const exact = targetsByWords.get(key)
  if (exact) return [{ target: exact, score: 100 }]
  return [...targetsByWords]
    .filter(([words]) => words.length > 2 && words !== lonely && (key.startsWith(`${words} `) || key.endsWith(` ${words}`)))
    .map(([words, target]) => ({ target, score: words.length }))
}

const filled = (sample: readonly string[][], column: number): string[] =>
  sample.map(row => row[column]?.trim() ?? '').filter(cell => cell !== '' && cell !== '-')

const share = (cells: readonly string[], holds: (cell: string) => boolean): number =>
  cells.length === 0 ? 0 : cells.filter(holds).length / cells.length

/** A header may lie: a column of names is no NIK, whatever stands above it. An empty column may be what its header says. */
function fits(target: ColumnTarget, sample: readonly string[][], column: number): boolean {
  const cells = filled(sample, column)
  if (cells.length === 0) return true
  if (target === 'nik' || target === 'kk') return share(cells, cell => /\d/.test(cell)) >= 0.5
  if (target === 'name' || target === 'last-name' || target === 'head-name' || target === 'mother-name')
    return share(cells, cell => /\p{L}{2}/u.test(cell)) >= 0.5
  if (target === 'life-status') return share(cells, cell => readLifeStatus(cell) !== undefined) >= 0.5
  if (target === 'village' || target === 'subdistrict' || target === 'district') return share(cells, cell => /\p{L}{2}/u.test(cell)) >= 0.5
  if (target === 'decile') return share(cells, cell => cell.length <= 30) >= 0.5
  return true
}

function byContents(sample: readonly string[][], column: number): ColumnTarget | undefined {
  const cells = filled(sample, column)
  if (cells.length < 3) return undefined
  if (share(cells, cell => /^\d{16}$/.test(cell)) > 0.6) return contentsOfNumber(cells)
  if (share(cells, cell => readDate(cell) !== undefined && /\D/.test(cell)) > 0.8) return 'birth-date'
  if (share(cells, cell => readSex(cell) !== undefined && /\p{L}/u.test(cell)) > 0.9) return 'sex'
  if (share(cells, cell => /^\d{2}\.\d{2}\.\d{2}\.\d{4}$/.test(cell)) > 0.8) return 'village-code'
  return undefined
}

/** Women have 40 added to the day in a NIK and never in a KK number, and a family repeats its KK. */
function contentsOfNumber(cells: readonly string[]): ColumnTarget {
  const hasWomen = share(cells, cell => checkNik(cell, { today: '2026-01-01' }).birth?.sex === 'female') > 0.1
  return hasWomen ? 'nik' : 'kk'
}
