import { z } from 'zod'

/** A Kemendagri area code in its dotted form: `33`, `33.24`, `33.24.14` or `33.24.14.2001` (Kepmendagri 300.2.2-2430/2025). */
const AREA_CODE = /^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/

export const AREA_LEVELS = ['province', 'district', 'subdistrict', 'village'] as const
export const AreaLevel = z.enum(AREA_LEVELS)
export type AreaLevel = z.infer<typeof AreaLevel>

export const AreaCode = z.string().regex(AREA_CODE)
export const DistrictCode = z.string().regex(/^\d{2}\.\d{2}$/)
export const VillageCode = z.string().regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/)

/** One place of the country; a district's name carries its kind ("Kabupaten Kendal"), the names of other levels do not. */
export const Area = z.object({
  code: AreaCode,
  parentCode: AreaCode.nullable(),
  level: AreaLevel,
  name: z.string(),
  kind: z.enum(['kabupaten', 'kota', 'desa', 'kelurahan']).nullable()
})
export type Area = z.infer<typeof Area>

/** A village that a search found, with the names of all that it lies in. */
export const VillageMatch = z.object({
  code: VillageCode,
  village: z.string(),
  kind: z.enum(['desa', 'kelurahan']),
  subdistrict: z.string(),
  district: z.string(),
  province: z.string()
})
export type VillageMatch = z.infer<typeof VillageMatch>

/** Tells whether the text is shaped like an area code; whether the area exists only the reference file knows. */
export const isAreaCode = (text: string): boolean => AREA_CODE.test(text)

/** The level a code stands for, read from its length; throws on a text that is no area code. */
export function levelOf(code: string): AreaLevel {
  const level = AREA_LEVELS[code.split('.').length - 1]
  if (!level || !isAreaCode(code)) throw new RangeError('not an area code')
  return level
}

/** The code of the area this one lies in; null for a province. */
export function parentCodeOf(code: string): string | null {
  const end = code.lastIndexOf('.')
  return end < 0 ? null : code.slice(0, end)
}

/** A village's kind from the first digit of its group: 1 kelurahan, 2 desa, 3 desa adat (which a letter also calls desa). */
export const villageKindOf = (code: string): 'desa' | 'kelurahan' => (code.split('.')[3]?.startsWith('1') ? 'kelurahan' : 'desa')

/** What a place of this level is called: of a district its name says it, of a village its code. */
export function areaKindOf(level: AreaLevel, code: string, name: string): Area['kind'] {
  if (level === 'district') return name.startsWith('Kota ') ? 'kota' : 'kabupaten'
  return level === 'village' ? villageKindOf(code) : null
}

const WORD_BEFORE = { province: 'Provinsi', district: '', subdistrict: 'Kecamatan', village: 'Desa' } as const

/** The area with the word a letter puts before it: `Desa Kebonharjo`, `Kecamatan Patebon`, `Kabupaten Kendal`. */
export function formatArea(area: Pick<Area, 'level' | 'name' | 'kind'>): string {
  const word = area.kind === 'kelurahan' ? 'Kelurahan' : WORD_BEFORE[area.level]
  return word ? `${word} ${area.name}` : area.name
}

/** One line from the smallest area to the largest, as addresses are written, whatever the order given. */
export const formatAreaPath = (areas: readonly Area[]): string =>
  [...areas]
    .sort((a, b) => b.code.length - a.code.length)
    .map(formatArea)
    .join(', ')
