import { copyOf, entry, ifAny, originalOf, standardOf, suggested } from './service-entry.ts'

/** The socio-economic register (DTSEN) and the civil registry. */
export const registryServices = [
  entry({
    code: 'dtsen-certificate',
    nameId: 'Surat keterangan terdaftar DTSEN',
    nameEn: 'Certificate of listing in the socio-economic register',
    description: 'Menerangkan bahwa warga tercatat di DTSEN beserta desil dan periode datanya.',
    program: 'DTSEN',
    sector: 'social-economic',
    organizationKind: 'dinas-sosial',
    referToKind: null,
    letterType: 'keterangan-dtsen',
    applicationProcess:
      'Bawa KTP dan KK. Petugas mengecek data Bapak/Ibu di DTSEN; bila tercatat, surat dicetak dan ditandatangani. Bila belum tercatat, kami jelaskan cara mengusulkannya.',
    eligibilityDescription: 'Warga yang keluarganya tercatat di DTSEN dan membutuhkan buktinya untuk keperluan yang disebutkan.',
    limit: standardOf('Kota Baubau', 1, 'working-days'),
    documents: [copyOf('ktp'), copyOf('kk'), ifAny(originalOf('sktm'), 'Bila diminta kantor')]
  }),
  entry({
    code: 'dtsen-update',
    nameId: 'Usulan masuk atau perbaikan data DTSEN',
    nameEn: 'Entry or correction in the socio-economic register',
    description: 'Mengusulkan keluarga yang belum tercatat, atau memperbaiki data dan desil yang tidak sesuai keadaan.',
    program: 'DTSEN',
    sector: 'social-economic',
    organizationKind: 'desa-kelurahan',
    referToKind: 'desa-kelurahan',
    letterType: null,
    applicationProcess:
      'Perubahan diajukan lewat operator desa/kelurahan setelah musyawarah atau dengan SPTJM, paling lambat tanggal 17 setiap bulan. Loket mencatat, mengirim kunjungan rumah bila perlu, dan memantau hasilnya.',
    eligibilityDescription: 'Keluarga yang belum tercatat, atau yang datanya berubah atau keliru.',
    limit: standardOf('Kabupaten Banyumas', 3, 'months'),
    documents: [
      copyOf('ktp'),
      copyOf('kk'),
      ifAny(originalOf('house-photos'), 'Untuk usulan baru atau keberatan desil'),
      ifAny(copyOf('change-proof'), 'Untuk perbaikan data')
    ]
  }),
  entry({
    code: 'poverty-recommendation',
    nameId: 'Surat rekomendasi warga tidak mampu',
    nameEn: 'Recommendation for a poor resident',
    description: 'Rekomendasi Dinas Sosial untuk keperluan KIS, PKH, sembako, atau KIP.',
    program: null,
    sector: 'social-economic',
    organizationKind: 'dinas-sosial',
    referToKind: null,
    letterType: null,
    applicationProcess: 'Minta surat pengantar RT, lalu bawa KK dan KTP ke loket. Petugas memeriksa data dan menyiapkan surat.',
    eligibilityDescription: 'Warga tidak mampu menurut data DTSEN atau hasil kunjungan rumah.',
    limit: suggested(1, 'working-days'),
    documents: [copyOf('kk'), copyOf('ktp'), originalOf('rt-rw-letter')]
  }),
  entry({
    code: 'civil-registration-letter',
    nameId: 'Surat pengantar ke Dukcapil',
    nameEn: 'Cover letter to the civil registry',
    description: 'Pengantar untuk NIK tidak padan atau tidak daring, perekaman KTP-el, dan akta bagi warga yang belum memilikinya.',
    program: null,
    sector: 'civil-registration',
    organizationKind: 'dukcapil',
    referToKind: 'dukcapil',
    letterType: 'pengantar-dukcapil',
    applicationProcess:
      'Tunjukkan KK atau KTP dan bukti penolakannya. Loket membuat surat pengantar; Dukcapil memperbaiki datanya, lalu Bapak/Ibu kembali ke loket agar permohonan dapat dilanjutkan.',
    eligibilityDescription: 'Warga yang data kependudukannya belum ada, tidak padan, atau belum daring.',
    limit: suggested(1, 'working-days'),
    documents: [
      copyOf('kk'),
      ifAny(copyOf('ktp'), 'Bila sudah punya'),
      ifAny(copyOf('mismatch-proof')),
      ifAny(originalOf('village-letter'), 'Untuk warga yang belum punya NIK')
    ]
  })
]
