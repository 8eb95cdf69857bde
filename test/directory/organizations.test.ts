import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seedOrganizations } from '#main/directory/organization-start'
import { fillTemplate } from '#shared/directory/template'
import { builtReference } from '#test/support/reference'

const reference = builtReference()
const nameOf = async (district: string, kind: string) => (await seedOrganizations(reference, district)).find(row => row.kind === kind)?.name

describe('the organizations a new office starts with', () => {
  it('are complete for each of the 514 districts, with no template left unfilled and no name twice', async () => {
    const districts = await reference.selectFrom('area').select('code').where('level', '=', 'district').execute()
    const kinds = await reference
      .selectFrom('organizationKind')
      .select('code')
      .where('coverage', 'in', ['district', 'subdistrict'])
      .execute()
    expect(districts).toHaveLength(514)
    for (const { code } of districts) {
      const organizations = await seedOrganizations(reference, code)
      const texts = organizations.flatMap(({ name, addressee }) => [name, addressee])
      expect(texts.filter(text => /[{}]|undefined| {2}/.test(text) || text.length > 160)).toEqual([])
      expect(new Set(organizations.map(({ kind }) => kind))).toEqual(new Set(kinds.map(kind => kind.code)))
      expect(new Set(organizations.map(({ kind, name }) => `${kind} ${name}`)).size, code).toBe(organizations.length)
    }
  })

  it('carry the real names of Kendal', async () => {
    const organizations = await seedOrganizations(reference, '33.24')
    const expected = [
      ['rsud', 'RSUD dr. H. Soewondo Kendal', 'Direktur RSUD dr. H. Soewondo Kendal'],
      ['baznas', 'BAZNAS Kabupaten Kendal', 'Ketua BAZNAS Kabupaten Kendal'],
      [
        'dukcapil',
        'Dinas Kependudukan dan Pencatatan Sipil Kabupaten Kendal',
        'Kepala Dinas Kependudukan dan Pencatatan Sipil Kabupaten Kendal'
      ]
    ].map(([kind, name, addressee]) => ({ kind, name, addressee, address: null }))
    expect(organizations).toEqual(expect.arrayContaining(expected))
    expect(organizations.filter(({ kind }) => kind === 'rsud')).toHaveLength(1)
    expect(organizations.filter(({ kind }) => kind === 'puskesmas')).toHaveLength(20)
    expect(organizations).toContainEqual({ kind: 'kecamatan', name: 'Kecamatan Patebon', addressee: 'Camat Patebon', address: null })
  })

  it.each([
    ['33.75', 'rsud', 'Rumah Sakit Umum Daerah Kota Pekalongan'],
    ['33.26', 'polres', 'Kepolisian Resor Pekalongan'],
    ['33.75', 'polres', 'Kepolisian Resor Kota Pekalongan'],
    ['11.01', 'baznas', 'Baitul Mal Kabupaten Aceh Selatan'],
    ['31.71', 'dinas-sosial', 'Suku Dinas Sosial Kota Administrasi Jakarta Pusat'],
    ['31.71', 'polres', 'Kepolisian Resor Metro Jakarta Pusat']
  ])('name in %s the %s as its province does: %s', async (district, kind, name) => {
    expect(await nameOf(district, kind)).toBe(name)
  })

  it('call the subdistricts of Papua distrik', async () => {
    expect(await nameOf('91.03', 'kecamatan')).toMatch(/^Distrik /)
  })

  it.each(['33', '33.99', '33.24.14', ''])('cannot be made for %j, which is no district', async code => {
    await expect(seedOrganizations(reference, code)).rejects.toThrow(RangeError)
  })
})

describe('templates', () => {
  const facts = { district: 'Kabupaten Kendal', place: 'Kendal' }

  it('refuse to be filled without a fact they name', () => {
    expect(() => fillTemplate('Kepala {name}', facts)).toThrow('{name}')
  })

  it('take a name as it is, signs and all', () => {
    fc.assert(
      fc.property(fc.string(), name => {
        expect(fillTemplate('Kepala {name}', { ...facts, name })).toBe(`Kepala ${name}`)
      })
    )
  })
})
