import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Area, areaKindOf } from '#shared/areas/area'
import { areaKey } from '#shared/areas/area-key'

export type AreaRow = Area & { nameKey: string }

const FILES = [
  ['province', 'provinces.csv'],
  ['district', 'regencies.csv'],
  ['subdistrict', 'districts.csv'],
  ['village', 'villages.csv']
] as const satisfies [Area['level'], string][]

/** Every area of the country in code order within its level, from the csv files of `idn-area-data`. */
export const readAreas = (folder: string): AreaRow[] =>
  FILES.flatMap(([level, file]) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .slice(1)
      .filter(Boolean)
      .map(line => areaOf(level, line))
  )

function areaOf(level: Area['level'], line: string): AreaRow {
  const afterCode = line.indexOf(',')
  const code = line.slice(0, afterCode)
  const name = tidyName(unquote(level === 'province' ? line.slice(afterCode + 1) : line.slice(line.indexOf(',', afterCode + 1) + 1)))
  const end = code.lastIndexOf('.')
  return { code, parentCode: end < 0 ? null : code.slice(0, end), level, name, kind: areaKindOf(level, code, name), nameKey: areaKey(name) }
}

const unquote = (field: string): string => (field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field).trim()

const SHORT_NAMES: Record<string, string> = {
  'Daerah Khusus Ibukota Jakarta': 'DKI Jakarta',
  'Daerah Istimewa Yogyakarta': 'DI Yogyakarta'
}

/** A name as a letter writes it: the source has a few words in lower case, joined together, or with a quote for an apostrophe. */
export const tidyName = (name: string): string =>
  SHORT_NAMES[name] ??
  name
    .replaceAll('"', "'")
    .replace(/\b([A-Z][a-z]{2,})([A-Z][a-z]{3,})/g, '$1 $2')
    .replace(/\b([A-Z])([A-Z][a-z]{2,})/g, (_, first: string, rest: string) => first + rest.toLowerCase())
    .replace(/(^| )([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase())
