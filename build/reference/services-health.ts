import { copyOf, entry, ifAny, originalOf, shown, standardOf, suggested } from './service-entry.ts'

/** Health insurance and treatment: nine of ten requests at some desks. */
export const healthServices = [
  entry({
    code: 'pbi-jk-reactivation',
    nameId: 'Rekomendasi reaktivasi PBI-JK',
    nameEn: 'Recommendation to reactivate state-paid health insurance',
    description: 'Mengaktifkan kembali kepesertaan PBI-JK yang dinonaktifkan, bagi warga yang sedang membutuhkan layanan kesehatan.',
    program: 'PBI-JK',
    sector: 'health',
    organizationKind: 'dinas-sosial',
    referToKind: 'bpjs-kesehatan',
    letterType: 'rekomendasi-pbi-jk',
    applicationProcess:
      'Bawa KTP, KK, kartu BPJS, dan surat dari rumah sakit atau Puskesmas ke loket. Petugas memeriksa data Bapak/Ibu di DTSEN, menyiapkan surat rekomendasi, lalu Dinas Sosial mengusulkan reaktivasi melalui SIKS-NG. Kami mengabari Bapak/Ibu bila kartu sudah aktif.',
    eligibilityDescription:
      'Warga yang kepesertaannya dinonaktifkan, masuk desil yang ditetapkan, dan sedang sakit kronis, katastropik, atau dalam keadaan darurat.',
    limit: standardOf('Kabupaten Lebak', 20, 'minutes'),
    documents: [
      copyOf('ktp'),
      copyOf('kk'),
      copyOf('bpjs-card'),
      originalOf('facility-letter'),
      ifAny(originalOf('sktm'), 'Bila diminta kantor'),
      ifAny(originalOf('integrity-pact'), 'Bila diminta kantor'),
      ifAny(originalOf('house-photos', { count: 4 }), 'Bila diminta kantor'),
      ifAny(copyOf('inpatient-letter'), 'Bila sedang dirawat'),
      ifAny(copyOf('electricity-bill'), 'Bila diminta kantor')
    ]
  }),
  entry({
    code: 'pbi-jk-proposal',
    nameId: 'Usulan baru PBI-JK',
    nameEn: 'New proposal for state-paid health insurance',
    description: 'Mengusulkan warga yang belum punya jaminan kesehatan menjadi peserta PBI-JK yang iurannya dibayar negara.',
    program: 'PBI-JK',
    sector: 'health',
    organizationKind: 'dinas-sosial',
    referToKind: 'desa-kelurahan',
    letterType: null,
    applicationProcess:
      'Usulan diajukan lewat operator desa/kelurahan di SIKS-NG pada awal bulan. Loket memeriksa data, mencatat permohonan, dan menghubungkan Bapak/Ibu dengan operator di desa/kelurahan.',
    eligibilityDescription: 'Warga yang terdaftar di DTSEN pada desil yang ditetapkan dan belum menjadi peserta JKN.',
    limit: standardOf('Kabupaten Banyumas', 3, 'months', [
      'perubahan data mengikuti penetapan triwulan',
      'data change with the decision of each quarter'
    ]),
    documents: [copyOf('ktp'), copyOf('kk'), originalOf('sktm'), ifAny(originalOf('house-photos'), 'Bila diminta kantor')]
  }),
  entry({
    code: 'district-health-insurance',
    nameId: 'Permohonan BPJS/KIS yang dibayar daerah (PBI APBD)',
    nameEn: 'District-paid health insurance',
    description: 'Mendaftarkan warga miskin yang sakit ke kepesertaan JKN yang iurannya dibayar pemerintah daerah.',
    program: 'PBI-APBD',
    sector: 'health',
    organizationKind: 'dinas-kesehatan',
    referToKind: 'dinas-kesehatan',
    letterType: null,
    applicationProcess:
      'Bawa berkas lengkap ke loket. Setelah data diperiksa, permohonan diteruskan ke Dinas Kesehatan dan BPJS Kesehatan. Kartu aktif setelah nama masuk daftar peserta daerah.',
    eligibilityDescription: 'Penduduk kabupaten/kota ini yang tidak mampu dan belum ditanggung PBI-JK pusat maupun pemberi kerja.',
    limit: standardOf('Kabupaten Batang', 1, 'working-days', [
      'sasaran layanan Sedulur: hari yang sama',
      'target of the Sedulur service: the same day'
    ]),
    documents: [
      copyOf('ktp'),
      copyOf('kk'),
      originalOf('sktm'),
      originalOf('sptjm'),
      originalOf('house-photos', { note: 'Atap, lantai, dan dinding' }),
      ifAny(originalOf('sickness-letter'), 'Bila sedang sakit')
    ]
  }),
  entry({
    code: 'move-to-district-insurance',
    nameId: 'Pindah dari BPJS mandiri ke KIS daerah',
    nameEn: 'Move from self-paid to district-paid health insurance',
    description: 'Mengalihkan peserta mandiri yang tidak mampu lagi membayar iuran ke kepesertaan yang dibayar daerah.',
    program: 'PBI-APBD',
    sector: 'health',
    organizationKind: 'dinas-kesehatan',
    referToKind: 'bpjs-kesehatan',
    letterType: null,
    applicationProcess:
      'Lunasi atau selesaikan dulu tunggakan iuran di BPJS Kesehatan, lalu bawa berkas ke loket. Petugas memeriksa data dan meneruskan permohonan.',
    eligibilityDescription: 'Peserta mandiri yang tidak mampu, penduduk kabupaten/kota ini, dan tidak punya tunggakan iuran.',
    limit: suggested(5, 'working-days'),
    documents: [
      originalOf('rt-rw-letter'),
      copyOf('ktp'),
      copyOf('kk'),
      originalOf('inability-statement'),
      copyOf('bpjs-card', { note: 'Tanpa tunggakan iuran' })
    ]
  }),
  entry({
    code: 'leave-district-insurance',
    nameId: 'Pengunduran diri dari PBI APBD',
    nameEn: 'Withdrawal from district-paid health insurance',
    description: 'Menghentikan kepesertaan yang dibayar daerah, misalnya karena sudah bekerja atau mampu membayar sendiri.',
    program: 'PBI-APBD',
    sector: 'health',
    organizationKind: 'dinas-sosial',
    referToKind: 'bpjs-kesehatan',
    letterType: null,
    applicationProcess:
      'Isi surat pernyataan di loket dan serahkan kartu. Surat selesai dalam sehari; perubahan di BPJS sekitar satu bulan.',
    eligibilityDescription: 'Peserta PBI APBD kabupaten/kota ini.',
    limit: standardOf('Kabupaten Cirebon', 1, 'working-days'),
    documents: [originalOf('withdrawal-statement'), originalOf('bpjs-card'), copyOf('kk'), copyOf('ktp')]
  }),
  entry({
    code: 'hospital-referral',
    nameId: 'Surat rujukan sosial ke RSUD',
    nameEn: 'Social referral to the district hospital',
    description: 'Surat pengantar agar warga tidak mampu dilayani rumah sakit daerah sambil jaminan kesehatannya diurus.',
    program: null,
    sector: 'health',
    organizationKind: 'rsud',
    referToKind: 'rsud',
    letterType: 'rujukan-kesehatan',
    applicationProcess:
      'Bawa KTP, KK, dan surat rujukan Puskesmas. Loket membuat surat rujukan sosial kepada Direktur RSUD. Serahkan surat itu di bagian pendaftaran rumah sakit; kembalikan lembar balasannya ke loket. Dalam keadaan darurat langsung ke IGD, surat menyusul.',
    eligibilityDescription: 'Warga tidak mampu yang membutuhkan perawatan rumah sakit dan jaminannya tidak ada atau tidak aktif.',
    limit: suggested(1, 'working-days'),
    documents: [
      copyOf('ktp'),
      copyOf('kk'),
      ifAny(copyOf('bpjs-card'), 'Bila pernah punya'),
      ifAny(copyOf('puskesmas-referral'), 'Kecuali keadaan darurat'),
      ifAny(originalOf('sktm'), 'Bila diminta rumah sakit')
    ]
  }),
  entry({
    code: 'puskesmas-referral',
    nameId: 'Surat rujukan sosial ke Puskesmas',
    nameEn: 'Social referral to the health centre',
    description: 'Surat pengantar agar warga diperiksa atau dikunjungi Puskesmas, termasuk ODGJ, lansia sendirian, dan ibu hamil.',
    program: null,
    sector: 'health',
    organizationKind: 'puskesmas',
    referToKind: 'puskesmas',
    letterType: 'rujukan-kesehatan',
    applicationProcess:
      'Sampaikan keadaan warga di loket. Petugas membuat surat kepada Kepala Puskesmas setempat dan menanyakan tindak lanjutnya.',
    eligibilityDescription: 'Warga yang memerlukan pemeriksaan atau kunjungan kesehatan, dengan atau tanpa jaminan.',
    limit: suggested(1, 'working-days'),
    documents: [ifAny(copyOf('ktp')), ifAny(copyOf('kk')), ifAny(copyOf('bpjs-card'))]
  }),
  entry({
    code: 'treatment-cost-aid',
    nameId: 'Bantuan biaya perawatan',
    nameEn: 'Aid for the cost of treatment',
    description: 'Permohonan keringanan atau bantuan biaya rumah sakit bagi warga miskin tanpa jaminan yang menanggung.',
    program: null,
    sector: 'health',
    organizationKind: 'dinas-sosial',
    referToKind: 'rsud',
    letterType: null,
    applicationProcess:
      'Minta surat permohonan dari desa/kelurahan kepada Bupati/Wali Kota, lalu bawa semua berkas ke loket. Dinas Sosial memeriksa dan meneruskannya.',
    eligibilityDescription: 'Warga miskin yang dirawat inap dan biayanya tidak ditanggung JKN.',
    limit: standardOf('Kabupaten Batang', 1, 'working-days', [
      'sasaran layanan Sedulur: hari yang sama',
      'target of the Sedulur service: the same day'
    ]),
    documents: [
      copyOf('kk'),
      copyOf('ktp'),
      originalOf('request-to-regent'),
      originalOf('sktm'),
      originalOf('house-photos'),
      originalOf('patient-photo'),
      copyOf('inpatient-letter')
    ]
  }),
  entry({
    code: 'childbirth-aid',
    nameId: 'Jaminan persalinan (Jampersal)',
    nameEn: 'Childbirth aid (Jampersal)',
    description: 'Bantuan biaya persalinan dan perawatan bayi bagi ibu hamil tidak mampu yang belum punya jaminan.',
    program: 'Jampersal',
    sector: 'health',
    organizationKind: 'dinas-kesehatan',
    referToKind: 'dinas-kesehatan',
    letterType: null,
    applicationProcess:
      'Bawa Buku KIA dan berkas sebelum tanggal perkiraan lahir bila mungkin. Loket meneruskan permohonan ke Dinas Kesehatan.',
    eligibilityDescription: 'Ibu hamil, bersalin, atau nifas yang tidak mampu dan tidak punya jaminan kesehatan aktif.',
    limit: suggested(1, 'working-days'),
    documents: [copyOf('ktp'), copyOf('kk'), originalOf('sktm'), shown('pregnancy-book')]
  })
]
