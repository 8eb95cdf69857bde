import type { OrganizationKind } from '#shared/directory/directory'

const kind = (
  coverage: OrganizationKind['coverage'],
  code: string,
  [nameId, nameEn]: [string, string],
  nameTemplate: string,
  addressee: string
): OrganizationKind => ({ code, nameId, nameEn, coverage, nameTemplate, addressee })

/** The agencies and partners a desk refers to. The addressee is an office title, never a person. */
export const organizationKinds: OrganizationKind[] = [
  kind('district', 'dinas-sosial', ['Dinas Sosial', 'Social agency'], 'Dinas Sosial {district}', 'Kepala Dinas Sosial {district}'),
  kind('district', 'rsud', ['RSUD', 'District hospital'], 'Rumah Sakit Umum Daerah {district}', 'Direktur RSUD {district}'),
  kind('subdistrict', 'puskesmas', ['Puskesmas', 'Health centre'], 'Puskesmas {subdistrict}', 'Kepala Puskesmas {subdistrict}'),
  kind('named', 'rumah-sakit', ['Rumah sakit lain', 'Other hospital'], '{name}', 'Direktur {name}'),
  kind(
    'district',
    'dinas-kesehatan',
    ['Dinas Kesehatan', 'Health agency'],
    'Dinas Kesehatan {district}',
    'Kepala Dinas Kesehatan {district}'
  ),
  kind(
    'district',
    'bpjs-kesehatan',
    ['BPJS Kesehatan', 'Health insurance agency'],
    'BPJS Kesehatan {district}',
    'Kepala BPJS Kesehatan {district}'
  ),
  kind(
    'district',
    'bpjs-ketenagakerjaan',
    ['BPJS Ketenagakerjaan', 'Workers insurance agency'],
    'BPJS Ketenagakerjaan {district}',
    'Kepala BPJS Ketenagakerjaan {district}'
  ),
  kind(
    'district',
    'dukcapil',
    ['Dukcapil', 'Civil registry'],
    'Dinas Kependudukan dan Pencatatan Sipil {district}',
    'Kepala Dinas Kependudukan dan Pencatatan Sipil {district}'
  ),
  kind(
    'district',
    'dinas-pendidikan',
    ['Dinas Pendidikan', 'Education agency'],
    'Dinas Pendidikan {district}',
    'Kepala Dinas Pendidikan {district}'
  ),
  kind(
    'district',
    'kemenag',
    ['Kementerian Agama', 'Ministry of religion'],
    'Kantor Kementerian Agama {district}',
    'Kepala Kantor Kementerian Agama {district}'
  ),
  kind('named', 'sekolah', ['Sekolah/madrasah', 'School'], '{name}', 'Kepala {name}'),
  kind('district', 'baznas', ['BAZNAS', 'State zakat charity'], 'BAZNAS {district}', 'Ketua BAZNAS {district}'),
  kind(
    'district',
    'perkim',
    ['Dinas Perumahan', 'Housing agency'],
    'Dinas Perumahan dan Kawasan Permukiman {district}',
    'Kepala Dinas Perumahan dan Kawasan Permukiman {district}'
  ),
  kind(
    'district',
    'disnaker',
    ['Dinas Tenaga Kerja', 'Labour agency'],
    'Dinas Tenaga Kerja {district}',
    'Kepala Dinas Tenaga Kerja {district}'
  ),
  kind(
    'district',
    'dinas-pppa',
    ['Dinas PPPA', 'Agency for women and children'],
    'Dinas Pemberdayaan Perempuan dan Perlindungan Anak {district}',
    'Kepala Dinas Pemberdayaan Perempuan dan Perlindungan Anak {district}'
  ),
  kind(
    'district',
    'uptd-ppa',
    ['UPTD PPA', 'Protection unit for women and children'],
    'UPTD Perlindungan Perempuan dan Anak {district}',
    'Kepala UPTD Perlindungan Perempuan dan Anak {district}'
  ),
  kind(
    'district',
    'dinas-pertanian',
    ['Dinas Pertanian', 'Farming agency'],
    'Dinas Pertanian {district}',
    'Kepala Dinas Pertanian {district}'
  ),
  kind(
    'district',
    'dinas-perikanan',
    ['Dinas Perikanan', 'Fishery agency'],
    'Dinas Perikanan {district}',
    'Kepala Dinas Perikanan {district}'
  ),
  kind(
    'district',
    'dinas-koperasi',
    ['Dinas Koperasi dan UKM', 'Agency for cooperatives and small business'],
    'Dinas Koperasi dan Usaha Kecil Menengah {district}',
    'Kepala Dinas Koperasi dan Usaha Kecil Menengah {district}'
  ),
  kind(
    'district',
    'bapperida',
    ['Bapperida', 'Planning agency'],
    'Badan Perencanaan Pembangunan, Riset dan Inovasi Daerah {district}',
    'Kepala Badan Perencanaan Pembangunan, Riset dan Inovasi Daerah {district}'
  ),
  kind(
    'district',
    'bpbd',
    ['BPBD', 'Disaster agency'],
    'Badan Penanggulangan Bencana Daerah {district}',
    'Kepala Pelaksana Badan Penanggulangan Bencana Daerah {district}'
  ),
  kind(
    'district',
    'satpol-pp',
    ['Satpol PP', 'Public order unit'],
    'Satuan Polisi Pamong Praja {district}',
    'Kepala Satuan Polisi Pamong Praja {district}'
  ),
  kind('district', 'polres', ['Polres', 'District police'], 'Kepolisian Resor {place}', 'Kepala Kepolisian Resor {place}'),
  kind('district', 'pmi', ['PMI', 'Red Cross'], 'Palang Merah Indonesia {district}', 'Ketua PMI {district}'),
  kind('district', 'pln', ['PLN', 'Electricity company'], 'PT PLN (Persero) Unit Layanan Pelanggan {place}', 'Manajer PLN ULP {place}'),
  kind(
    'district',
    'bank-himbara',
    ['Bank penyalur (Himbara)', 'Aid-paying state bank'],
    'Bank penyalur KKS (Himbara) {district}',
    'Pimpinan Bank Penyalur KKS di {district}'
  ),
  kind('named', 'panti-lks', ['Panti/LKS', 'Social home or welfare institution'], '{name}', 'Pimpinan {name}'),
  kind('named', 'sentra-kemensos', ['Sentra Kementerian Sosial', 'Ministry rehabilitation centre'], '{name}', 'Kepala {name}'),
  kind('subdistrict', 'kecamatan', ['Kecamatan', 'Subdistrict office'], 'Kecamatan {subdistrict}', 'Camat {subdistrict}'),
  kind(
    'village',
    'desa-kelurahan',
    ['Desa/kelurahan', 'Village office'],
    'Pemerintah Desa/Kelurahan {village}',
    'Kepala Desa/Lurah {village}'
  )
]
