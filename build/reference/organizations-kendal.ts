/** Organizations whose names are certain, by district. Addresses stay empty until the office has written them. */
export type OrganizationSeed = {
  districtCode: string
  kind: string
  name: string
  addressee: string
  address: string | null
  phone: string | null
}

const inKendal = (kind: string, name: string, addressee: string): OrganizationSeed => ({
  districtCode: '33.24',
  kind,
  name,
  addressee,
  address: null,
  phone: null
})

export const kendalOrganizations: OrganizationSeed[] = [
  inKendal('rsud', 'RSUD dr. H. Soewondo Kendal', 'Direktur RSUD dr. H. Soewondo Kendal'),
  inKendal('dinas-sosial', 'Dinas Sosial Kabupaten Kendal', 'Kepala Dinas Sosial Kabupaten Kendal'),
  inKendal('baznas', 'BAZNAS Kabupaten Kendal', 'Ketua BAZNAS Kabupaten Kendal'),
  inKendal(
    'dukcapil',
    'Dinas Kependudukan dan Pencatatan Sipil Kabupaten Kendal',
    'Kepala Dinas Kependudukan dan Pencatatan Sipil Kabupaten Kendal'
  ),
  inKendal(
    'dinas-pendidikan',
    'Dinas Pendidikan dan Kebudayaan Kabupaten Kendal',
    'Kepala Dinas Pendidikan dan Kebudayaan Kabupaten Kendal'
  ),
  inKendal('dinas-kesehatan', 'Dinas Kesehatan Kabupaten Kendal', 'Kepala Dinas Kesehatan Kabupaten Kendal')
]
