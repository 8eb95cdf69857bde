import Database from 'better-sqlite3'
import { areaKey } from '#shared/areas/area-key'
import type { RegistryPerson } from '#shared/registry/person'

type Village = NonNullable<RegistryPerson['village']>

/** What a row says of its place; every part may be empty. */
export type PlaceCells = { code: string; province: string; district: string; subdistrict: string; village: string }

/** Finds villages in the shipped reference file. */
export type AreaBook = {
  /** The village of a row: by a code that exists, else by its names (without a district, where the country has the two together but once), else the code as BPS has it. Null when nothing tells. */
  villageOf(place: PlaceCells): Village | null
  close(): void
}

/** Words before an area's name that lists write or leave out. */
const kindWords = /^(provinsi|prov|kabupaten|kab|kota|kotamadya|kecamatan|kec|distrik|kelurahan|kel|desa|ds|gampong|nagari|pekon)\.? +/

/**
 * The Ministry's code has a village group that begins with 1 (kelurahan), 2 (desa) or 3; only codes of the reference are taken for it. Ten digits that
 * are none of them are BPS's, whose subdistricts and villages have three digits each: its codes cannot be counted over into the Ministry's, so
 * names decide where a row has them.
 */
export function openAreaBook(referenceFile: string): AreaBook {
  const database = new Database(referenceFile, { readonly: true, fileMustExist: true })
  const known = database.prepare<[string], { code: string }>('SELECT code FROM area WHERE code = ?')
  const inside = database.prepare<[string, string], { code: string }>('SELECT code FROM area WHERE parent_code = ? AND name_key = ?')
  const districts = database
    .prepare<[], { code: string; nameKey: string }>("SELECT code, name_key AS nameKey FROM area WHERE level = 'district'")
    .all()

  let subdistricts: ReadonlyMap<string, { code: string }[]> | undefined
  const subdistrictsNamed = (key: string): readonly { code: string }[] => {
    subdistricts ??= Map.groupBy(
      database
        .prepare<[], { code: string; nameKey: string }>("SELECT code, name_key AS nameKey FROM area WHERE level = 'subdistrict'")
        .all(),
      one => one.nameKey
    )
    return subdistricts.get(key) ?? []
  }

  const villageIn = (subdistrict: string, name: string): string | undefined => {
    const key = areaKey(name)
    const codes = [key, key.replace(kindWords, ''), key.replaceAll(' ', '')].flatMap(one =>
      inside.all(subdistrict, one).map(row => row.code)
    )
    return codes[0]
  }
  const districtOf = (place: PlaceCells): string | undefined => {
    const digits = place.code.replaceAll('.', '')
    const dotted = `${digits.slice(0, 2)}.${digits.slice(2, 4)}`
    if (digits.length >= 4 && known.get(dotted)) return dotted
    const key = areaKey(place.district)
    const bare = key.replace(kindWords, '')
    const named = districts.filter(one => one.nameKey === key || one.nameKey.replace(kindWords, '') === bare)
    const exact = named.find(one => one.nameKey === key)
    return bare === ''
      ? undefined
      : (exact ?? (named.length === 1 ? named[0] : (named.find(one => one.nameKey.startsWith('kabupaten')) ?? named[0])))?.code
  }
  const byNames = (place: PlaceCells): string | undefined => {
    if (!place.village || !place.subdistrict) return undefined
    const keys = [areaKey(place.subdistrict), areaKey(place.subdistrict).replace(kindWords, '')]
    const district = districtOf(place)
    if (!district) return place.district === '' && place.code === '' ? aloneIn(keys, place.village) : undefined
    const subdistrict = keys.flatMap(key => inside.all(district, key))[0]?.code
    return subdistrict && villageIn(subdistrict, place.village)
  }
  const aloneIn = (keys: readonly string[], village: string): string | undefined => {
    const found = new Set(keys.flatMap(subdistrictsNamed).flatMap(({ code }) => villageIn(code, village) ?? []))
    return found.size === 1 ? [...found][0] : undefined
  }
  const look = (place: PlaceCells): Village | null => {
    const digits = place.code.replace(/[\s.]/g, '').replace(/,0+$/, '')
    const dotted = digits.replace(/^(\d\d)(\d\d)(\d\d)(\d{4})$/, '$1.$2.$3.$4')
    if (dotted.length === 13 && known.get(dotted)) return { codeSet: 'kemendagri', code: dotted }
    const named = byNames(place)
    if (named) return { codeSet: 'kemendagri', code: named }
    return /^\d{10}$/.test(digits) && known.get(`${digits.slice(0, 2)}`) ? { codeSet: 'bps', code: digits } : null
  }
  return {
    villageOf: look,
    close: () => database.close()
  }
}
