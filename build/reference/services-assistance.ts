import { copyOf, entry, ifAny, originalOf, shown, standardOf, suggested } from './service-entry.ts'

/** Cash, food, charity, housing, energy and livelihood. */
export const assistanceServices = [
  entry({
    code: 'social-aid-proposal',
    nameId: 'Usulan PKH atau Program Sembako',
    nameEn: 'Proposal for PKH or food aid',
    description: 'Mengusulkan keluarga menjadi penerima bantuan sosial pusat.',
    program: 'PKH',
    sector: 'food',
    organizationKind: 'desa-kelurahan',
    referToKind: 'desa-kelurahan',
    letterType: null,
    applicationProcess:
      'Usulan dimasukkan operator desa/kelurahan ke SIKS-NG pada awal bulan setelah musyawarah, lalu disetujui Dinas Sosial. Penetapan penerima ada di Kementerian Sosial, sehingga loket tidak dapat menjanjikan hasilnya.',
    eligibilityDescription: 'Keluarga di desil yang ditetapkan dan tidak terkena pengecualian (misalnya ada anggota ASN, TNI, atau Polri).',
    limit: standardOf('Kabupaten Banyumas', 3, 'months', [
      'perubahan data mengikuti penetapan triwulan',
      'data change with the decision of each quarter'
    ]),
    documents: [copyOf('ktp'), copyOf('kk'), ifAny(originalOf('sktm'), 'Bila diminta desa/kelurahan')]
  }),
  entry({
    code: 'social-aid-complaint',
    nameId: 'Pengaduan PKH/BPNT tidak cair',
    nameEn: 'Complaint about unpaid PKH or food aid',
    description: 'Bantuan tidak cair, saldo kosong, atau dipotong: petugas memeriksa SIKS-NG dan menghubungi pendamping atau bank.',
    program: 'PKH',
    sector: 'food',
    organizationKind: 'dinas-sosial',
    referToKind: 'bank-himbara',
    letterType: null,
    applicationProcess:
      'Bawa KKS, buku tabungan, KTP, dan KK. Petugas memeriksa status di SIKS-NG dan menjelaskan hasilnya; hal yang rumit diteruskan ke koordinator PKH atau bank.',
    eligibilityDescription: 'Keluarga yang pernah atau seharusnya menerima bantuan.',
    limit: standardOf('Kota Probolinggo', 1, 'working-days'),
    documents: [shown('ktp'), copyOf('kk'), shown('kks-card'), ifAny(copyOf('aid-proof'))]
  }),
  entry({
    code: 'aid-card-replacement',
    nameId: 'Rekomendasi penggantian KKS',
    nameEn: 'Replacement of the aid bank card (KKS)',
    description: 'Pengantar ke bank penyalur untuk KKS yang hilang atau rusak.',
    program: 'PKH',
    sector: 'food',
    organizationKind: 'bank-himbara',
    referToKind: 'bank-himbara',
    letterType: null,
    applicationProcess:
      'Lapor dulu ke kepolisian bila kartu hilang dan minta surat pendamping PKH. Bawa ke loket, lalu ke bank penyalur bersama KTP.',
    eligibilityDescription: 'Penerima PKH atau sembako yang KKS-nya hilang atau rusak.',
    limit: suggested(1, 'working-days'),
    documents: [copyOf('ktp'), originalOf('pkh-companion-letter'), originalOf('kks-loss-report')]
  }),
  entry({
    code: 'baznas-aid',
    nameId: 'Pengantar bantuan BAZNAS',
    nameEn: 'Cover letter for aid from BAZNAS',
    description: 'Pengantar permohonan bantuan zakat: biaya hidup, berobat, sekolah, utang, modal usaha, atau bedah rumah.',
    program: 'BAZNAS',
    sector: 'social-economic',
    organizationKind: 'baznas',
    referToKind: 'baznas',
    letterType: 'pengantar-baznas',
    applicationProcess:
      'Tulis surat permohonan kepada BAZNAS (petugas membantu), lengkapi SKTM, KK, dan KTP. Loket membuat surat pengantar dan BAZNAS menyurvei.',
    eligibilityDescription: 'Warga yang termasuk golongan penerima zakat menurut penilaian BAZNAS.',
    limit: suggested(1, 'working-days'),
    documents: [originalOf('request-to-baznas'), originalOf('sktm'), copyOf('kk'), copyOf('ktp')]
  }),
  entry({
    code: 'house-repair',
    nameId: 'Permohonan rumah tidak layak huni (RTLH)',
    nameEn: 'Repair of an unfit house (RTLH)',
    description: 'Mengusulkan perbaikan rumah tidak layak huni milik warga miskin.',
    program: 'RTLH',
    sector: 'housing',
    organizationKind: 'perkim',
    referToKind: 'perkim',
    letterType: null,
    applicationProcess:
      'Lengkapi berkas bersama desa/kelurahan. Loket meneruskannya ke dinas perumahan, yang menyurvei rumah dan menyusun daftar tunggu.',
    eligibilityDescription: 'Warga miskin yang menempati rumah dan tanah sendiri yang tidak layak huni.',
    limit: suggested(5, 'working-days'),
    documents: [
      copyOf('ktp'),
      copyOf('kk'),
      originalOf('sktm'),
      copyOf('tax-slip'),
      originalOf('land-statement'),
      originalOf('rebuild-consent'),
      originalOf('house-photos-rtlh', { count: 4 })
    ]
  }),
  entry({
    code: 'electricity-subsidy',
    nameId: 'Pengaduan subsidi listrik',
    nameEn: 'Complaint about the electricity subsidy',
    description: 'Pelanggan tidak mampu yang belum atau tidak lagi menerima tarif subsidi.',
    program: 'Subsidi listrik',
    sector: 'energy',
    organizationKind: 'pln',
    referToKind: 'pln',
    letterType: null,
    applicationProcess: 'Bawa ID pelanggan, KTP, dan KK. Petugas mengecek data DTSEN dan meneruskan pengaduan ke PLN.',
    eligibilityDescription: 'Rumah tangga tidak mampu dengan daya 450 VA atau 900 VA bersubsidi.',
    limit: suggested(5, 'working-days'),
    documents: [copyOf('ktp'), copyOf('kk'), shown('electricity-id')]
  }),
  entry({
    code: 'fertilizer-subsidy',
    nameId: 'Pendaftaran petani penerima pupuk bersubsidi',
    nameEn: 'Registration for subsidised fertiliser',
    description: 'Menghubungkan petani kecil dengan kelompok tani dan penyuluh agar masuk data penerima pupuk bersubsidi.',
    program: 'Pupuk bersubsidi',
    sector: 'farming',
    organizationKind: 'dinas-pertanian',
    referToKind: 'dinas-pertanian',
    letterType: null,
    applicationProcess: 'Bawa KTP, KK, dan bukti lahan. Loket menghubungkan Bapak/Ibu dengan penyuluh pertanian di kecamatan.',
    eligibilityDescription: 'Petani kecil anggota kelompok tani atau yang bersedia bergabung.',
    limit: suggested(5, 'working-days'),
    documents: [copyOf('ktp'), copyOf('kk'), ifAny(copyOf('land-proof'))]
  }),
  entry({
    code: 'fisher-card',
    nameId: 'Kartu pelaku usaha perikanan (KUSUKA)',
    nameEn: 'Fisher card (KUSUKA)',
    description: 'Menghubungkan nelayan dan pembudi daya ikan kecil dengan dinas perikanan untuk kartu KUSUKA.',
    program: 'KUSUKA',
    sector: 'fishery',
    organizationKind: 'dinas-perikanan',
    referToKind: 'dinas-perikanan',
    letterType: null,
    applicationProcess: 'Bawa KTP, KK, dan surat keterangan pekerjaan dari desa. Loket menghubungkan Bapak/Ibu dengan dinas perikanan.',
    eligibilityDescription: 'Nelayan, pembudi daya, pengolah, atau pemasar ikan skala kecil.',
    limit: suggested(5, 'working-days'),
    documents: [copyOf('ktp'), copyOf('kk'), originalOf('fisher-letter')]
  }),
  entry({
    code: 'job-seeker-card',
    nameId: 'Kartu pencari kerja (AK-1) dan pelatihan',
    nameEn: 'Job seeker card and training',
    description: 'Menghubungkan pencari kerja dari keluarga tidak mampu dengan dinas tenaga kerja.',
    program: null,
    sector: 'employment',
    organizationKind: 'disnaker',
    referToKind: 'disnaker',
    letterType: null,
    applicationProcess: 'Bawa KTP, ijazah, dan pasfoto. Loket menghubungkan Bapak/Ibu dengan dinas tenaga kerja.',
    eligibilityDescription: 'Penduduk usia kerja yang mencari pekerjaan.',
    limit: suggested(5, 'working-days'),
    documents: [copyOf('ktp'), copyOf('diploma'), originalOf('pass-photo', { count: 2 })]
  })
]
