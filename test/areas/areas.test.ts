import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { areasHandlers } from '#main/areas/areas.handlers'
import { areasContract } from '#shared/areas/areas.contract'
import { builtReference } from '#test/support/reference'

const desk = { reference: builtReference() }
const { reference } = desk

async function search(text: string, within?: string) {
  const result = await areasHandlers.searchVillages(desk, { text, within, limit: undefined })
  if (!result.ok) throw new Error('refused')
  return result.value
}

const count = async (level: 'province' | 'district' | 'subdistrict' | 'village', inside = ''): Promise<number> => {
  const rows = await reference
    .selectFrom('area')
    .select(eb => eb.fn.countAll<number>().as('n'))
    .where('level', '=', level)
    .where('code', 'like', `${inside}%`)
    .execute()
  return rows[0]?.n ?? 0
}

describe('the areas of the country', () => {
  it.each([
    ['province', 38],
    ['district', 514],
    ['subdistrict', 7_285],
    ['village', 83_762]
  ] as const)('has every %s: %i', async (level, expected) => {
    expect(await count(level)).toBe(expected)
  })

  it('has 20 subdistricts and 286 villages in Kendal, 266 desa and 20 kelurahan', async () => {
    expect(await count('subdistrict', '33.24.')).toBe(20)
    const kinds = await reference
      .selectFrom('area')
      .select(['kind', eb => eb.fn.countAll<number>().as('n')])
      .where('code', 'like', '33.24.%')
      .where('level', '=', 'village')
      .groupBy('kind')
      .orderBy('kind')
      .execute()
    expect(kinds).toEqual([
      { kind: 'desa', n: 266 },
      { kind: 'kelurahan', n: 20 }
    ])
  })

  it('leaves no area without the one it lies in', async () => {
    const { rows } = await sql`
      select code from area a where level <> 'province' and not exists (select 1 from area b where b.code = a.parent_code)`.execute(
      reference
    )
    expect(rows).toEqual([])
  })

  it('starts every word of a name with a capital and holds no strange sign', async () => {
    const names = await reference.selectFrom('area').select('name').execute()
    expect(names.filter(({ name }) => /(^| )[a-z]|["\t\r\n]|^ | $| {2}/.test(name))).toEqual([])
  })
})

describe('the area picker', () => {
  it('lists the provinces by name', async () => {
    const result = await areasHandlers.provinces(desk, {})
    expect(result).toMatchObject({
      ok: true,
      value: expect.arrayContaining([{ code: '31', parentCode: null, level: 'province', name: 'DKI Jakarta', kind: null }])
    })
    expect(result.ok && result.value.map(area => area.name)).toEqual(result.ok && result.value.map(area => area.name).sort())
  })

  it('lists what lies inside an area', async () => {
    const result = await areasHandlers.children(desk, { code: '33.24' })
    expect(result.ok && result.value).toHaveLength(20)
    expect(result).toMatchObject({
      value: expect.arrayContaining([expect.objectContaining({ code: '33.24.20', name: 'Kaliwungu Selatan' })])
    })
    expect(await areasHandlers.children(desk, { code: '99.99' })).toEqual({ ok: true, value: [] })
  })

  it('gives the path from the province down', async () => {
    const result = await areasHandlers.path(desk, { code: '33.24.14' })
    expect(result.ok && result.value.map(area => area.name)).toEqual(['Jawa Tengah', 'Kabupaten Kendal', 'Patebon'])
  })

  it.each(['33.99', '33.24.14.9999', '00'])('refuses the path of %s, which does not exist', async code => {
    expect(await areasHandlers.path(desk, { code })).toEqual({ ok: false, problem: { kind: 'unknown-area' } })
  })
})

describe('the village search', () => {
  it('finds the villages of Patebon within Kendal', async () => {
    const found = await search('patebon', '33.24')
    expect(found.length).toBeGreaterThan(10)
    expect(found.every(({ subdistrict }) => subdistrict === 'Patebon')).toBe(true)
    expect(found[0]).toMatchObject({ district: 'Kabupaten Kendal', province: 'Jawa Tengah' })
  })

  it('finds them nation-wide when the district is typed too, with words like kecamatan ignored', async () => {
    const codes = (await search('patebon kendal')).map(({ code }) => code)
    expect(codes).toHaveLength(18)
    expect((await search('Kec. PATEBON, Kab. Kendal')).map(({ code }) => code)).toEqual(codes)
  })

  it('puts villages of that name before villages of places of that name', async () => {
    const found = await search('kaliwungu')
    expect(found[0]?.village).toBe('Kaliwungu')
    const firstOther = found.findIndex(({ village }) => !/kaliwungu/i.test(village))
    expect(found.slice(firstOther < 0 ? found.length : firstOther).some(({ village }) => /kaliwungu/i.test(village))).toBe(false)
  })

  it('finds a name whether it is typed in one word or in two', async () => {
    const [one, two] = [await search('sumberjaya'), await search('sumber jaya')]
    for (const found of [one, two]) expect(new Set(found.map(({ village }) => village))).toEqual(new Set(['Sumberjaya', 'Sumber Jaya']))
  })

  it('searches for desa when nothing else is typed', async () => {
    expect((await search('desa')).length).toBeGreaterThan(0)
  })

  it('never leaves the district asked for, and gives no more than the limit', async () => {
    const result = await areasHandlers.searchVillages(desk, { text: 'k', within: '33.24', limit: 50 })
    expect(result.ok && result.value).toHaveLength(50)
    expect(result.ok && result.value.every(({ code }) => code.startsWith('33.24.'))).toBe(true)
  })

  it('answers any text, whatever the search engine might make of it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string(), fc.constantFrom('"', 'a" OR "b', 'NOT x', 'NEAR(a b)', 'name:*', '***', "'; drop")),
        async text => {
          expect(Array.isArray(await search(text))).toBe(true)
        }
      )
    )
  })

  it.each([{ text: 'x'.repeat(101) }, { text: 'a', limit: 51 }, { text: 'a', limit: 0 }, { text: 'a', within: '33' }, {}])(
    'does not take %j',
    input => {
      expect(areasContract.searchVillages.input.safeParse(input).success).toBe(false)
    }
  )

  it('reads an index and sorts nothing', async () => {
    const plan = await sql<{ detail: string }>`explain query plan
      select code from village_search where village_search match ${'name : ("su"*)'} order by rowid limit 20`.execute(reference)
    expect(plan.rows.map(row => row.detail).join()).not.toContain('TEMP B-TREE')
    const children = await sql<{ detail: string }>`explain query plan
      select code from area where parent_code = ${'33.24'} order by name_key`.execute(reference)
    expect(children.rows.map(row => row.detail).join()).toMatch(/^SEARCH area USING .*INDEX area_inside/)
  })
})
