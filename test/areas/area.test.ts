import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Area, formatArea, formatAreaPath, isAreaCode, levelOf, parentCodeOf, villageKindOf } from '#shared/areas/area'
import { areaKey } from '#shared/areas/area-key'
import { tidyName } from '../../scripts/reference/read-areas'

describe('area codes', () => {
  it.each([
    ['33', 'province', null],
    ['33.24', 'district', '33'],
    ['33.24.14', 'subdistrict', '33.24'],
    ['33.24.14.2001', 'village', '33.24.14']
  ])('%s is a %s inside %s', (code, level, parent) => {
    expect(isAreaCode(code)).toBe(true)
    expect(levelOf(code)).toBe(level)
    expect(parentCodeOf(code)).toBe(parent)
  })

  it.each(['', '3', '3324', '33.', '33.24.14.201', '33.24.14.2001.1', 'xx.24', '33.24\n', ' 33'])('%j is no area code', text => {
    expect(isAreaCode(text)).toBe(false)
    expect(() => levelOf(text)).toThrow(RangeError)
  })

  it.each([
    ['33.24.15.1001', 'kelurahan'],
    ['33.24.14.2001', 'desa'],
    ['91.03.01.3001', 'desa']
  ])('%s is a %s by the first digit of its group', (code, kind) => {
    expect(villageKindOf(code)).toBe(kind)
  })
})

describe('area names', () => {
  it('writes an address from the village up, in whatever order the areas come', () => {
    const path: Area[] = [
      { code: '33', parentCode: null, level: 'province', name: 'Jawa Tengah', kind: null },
      { code: '33.24', parentCode: '33', level: 'district', name: 'Kabupaten Kendal', kind: 'kabupaten' },
      { code: '33.24.14', parentCode: '33.24', level: 'subdistrict', name: 'Patebon', kind: null },
      { code: '33.24.14.2001', parentCode: '33.24.14', level: 'village', name: 'Lanji', kind: 'desa' }
    ]
    const line = 'Desa Lanji, Kecamatan Patebon, Kabupaten Kendal, Provinsi Jawa Tengah'
    fc.assert(
      fc.property(fc.shuffledSubarray(path, { minLength: path.length }), shuffled => {
        expect(formatAreaPath(shuffled)).toBe(line)
      })
    )
  })

  it('calls a kelurahan a kelurahan', () => {
    expect(formatArea({ level: 'village', name: 'Pekauman', kind: 'kelurahan' })).toBe('Kelurahan Pekauman')
  })

  it.each([
    ['Daerah Khusus Ibukota Jakarta', 'DKI Jakarta'],
    ['Kaliwungu Selatan', 'Kaliwungu Selatan'],
    ['LubukTunjung', 'Lubuk Tunjung'],
    ['LIang', 'Liang'],
    ['Karya baru', 'Karya Baru'],
    ['Soka"an', "Soka'an"],
    ['Sari Mulyo XXIV', 'Sari Mulyo XXIV'],
    ['Kota SoE', 'Kota SoE']
  ])('%s is tidied to %s', (source, name) => {
    expect(tidyName(source)).toBe(name)
  })

  it('compares names by a key of lower-case words, and a key is its own key', () => {
    expect(areaKey("Ta'binjai  (Pasar-Baru)")).toBe('tabinjai pasar baru')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        expect(areaKey(text)).toMatch(/^([a-z0-9]+( [a-z0-9]+)*)?$/)
        expect(areaKey(areaKey(text))).toBe(areaKey(text))
      })
    )
  })
})
