/** How some provinces, or all cities, name a kind otherwise. Null fits every province or both kinds of district. */
export type OrganizationVariant = {
  kind: string
  provinceCode: string | null
  districtKind: 'kabupaten' | 'kota' | null
  nameTemplate: string
  addressee: string
}

const inProvince = (provinceCode: string, kind: string, nameTemplate: string, addressee: string): OrganizationVariant => ({
  kind,
  provinceCode,
  districtKind: null,
  nameTemplate,
  addressee
})

/** The cities of Jakarta have branches of the province's agencies, not agencies of their own. */
const JAKARTA_BRANCHES: [kind: string, agency: string][] = [
  ['dinas-sosial', 'Sosial'],
  ['dinas-kesehatan', 'Kesehatan'],
  ['dukcapil', 'Kependudukan dan Pencatatan Sipil'],
  ['perkim', 'Perumahan Rakyat dan Kawasan Permukiman']
]

/** Papua and its daughters call a kecamatan distrik (UU 21/2001). */
const PAPUA = ['91', '92', '93', '94', '95', '96']

export const organizationVariants: OrganizationVariant[] = [
  {
    kind: 'polres',
    provinceCode: null,
    districtKind: 'kota',
    nameTemplate: 'Kepolisian Resor Kota {place}',
    addressee: 'Kepala Kepolisian Resor Kota {place}'
  },
  inProvince('11', 'baznas', 'Baitul Mal {district}', 'Kepala Baitul Mal {district}'),
  inProvince('31', 'baznas', 'BAZNAS (BAZIS) {district}', 'Pimpinan BAZNAS (BAZIS) {district}'),
  inProvince('31', 'polres', 'Kepolisian Resor Metro {place}', 'Kepala Kepolisian Resor Metro {place}'),
  ...JAKARTA_BRANCHES.map(([kind, agency]) =>
    inProvince('31', kind, `Suku Dinas ${agency} {district}`, `Kepala Suku Dinas ${agency} {district}`)
  ),
  ...PAPUA.map(province => inProvince(province, 'kecamatan', 'Distrik {subdistrict}', 'Kepala Distrik {subdistrict}'))
]
