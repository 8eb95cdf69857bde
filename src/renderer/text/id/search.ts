export const search = {
  label: 'Cari warga, kunjungan, kasus, atau surat',
  placeholder: 'NIK, KK, nama, telepon, nomor antrean atau surat',
  results: 'Hasil pencarian',
  noNik: 'Tanpa NIK',
  ticket: 'Antrean {{ticket}}',
  openCases: '{{n}} kasus terbuka',
  nothing: 'Tidak ada "{{text}}" di loket ini.',
  nothingTeach:
    'Coba sebagian nama, atau NIK tanpa nama. Tidak ditemukan bukan berarti tidak berhak: warga baru didaftarkan dari kunjungannya.',
  group: { resident: 'Warga', visit: 'Kunjungan', case: 'Kasus', letter: 'Surat' },
  why: {
    nik: 'NIK cocok',
    kk: 'nomor KK cocok',
    name: 'nama mirip',
    phone: 'telepon cocok',
    'provisional-id': 'nomor sementara cocok',
    ticket: 'nomor antrean',
    'case-number': 'nomor kasus',
    'letter-number': 'nomor surat'
  }
}
