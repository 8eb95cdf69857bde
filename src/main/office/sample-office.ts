import type { OfficeSettings, Signer } from '#shared/office/office'

/** Rumah SLRT Kabupaten Kendal (33.24) with made-up people; every PIN is 123456, and the sign-in screen says so. */
export const SAMPLE_PIN = '123456'

export const sampleSettings: OfficeSettings = {
  name: 'Rumah SLRT Kabupaten Kendal',
  brand: null,
  districtCode: '33.24',
  place: 'Kendal',
  unitCode: 'SLRT-A',
  letterhead: {
    lines: ['PEMERINTAH KABUPATEN KENDAL', 'DINAS SOSIAL', 'RUMAH SISTEM LAYANAN DAN RUJUKAN TERPADU'],
    address: 'Kantor contoh, Kabupaten Kendal, Jawa Tengah',
    postcode: null,
    phone: null,
    email: null,
    website: null,
    logo: null
  },
  numberPattern: '{klasifikasi}/{urut:3}/{kode_unit}/{bulan_romawi}/{tahun}',
  codeSet: 'permendagri-83-2022',
  paper: 'F4',
  timeZone: 'WIB'
}

export const sampleOfficers = [
  { name: 'Contoh Ratna Wulandari', roles: ['front-office' as const], position: 'Petugas depan', decreeNumber: null },
  { name: 'Contoh Bagus Prasetyo', roles: ['back-office' as const], position: 'Petugas berkas', decreeNumber: null },
  { name: 'Contoh Endang Susilowati', roles: ['manager' as const, 'front-office' as const], position: 'Manajer SLRT', decreeNumber: null },
  { name: 'Contoh Arif Nugroho', roles: ['administrator' as const], position: 'Administrator', decreeNumber: null }
]

export const sampleSigners: Omit<Signer, 'id' | 'isActive'>[] = [
  {
    name: 'Contoh Dra. Sri Handayani, M.Si.',
    nip: '197001011995032001',
    rank: 'Pembina Tingkat I',
    position: 'KEPALA BIDANG PEMBERDAYAAN SOSIAL',
    capacity: 'a.n.',
    onBehalfOf: 'KEPALA DINAS SOSIAL KABUPATEN KENDAL'
  },
  {
    name: 'Contoh Budi Santoso, S.Sos.',
    nip: '198203152008011002',
    rank: 'Penata',
    position: 'MANAJER RUMAH SLRT KABUPATEN KENDAL',
    capacity: 'Plt.',
    onBehalfOf: null
  }
]
