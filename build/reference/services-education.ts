import { copyOf, entry, ifAny, originalOf, standardOf, suggested } from './service-entry.ts'

/** School and college aid. */
export const educationServices = [
  entry({
    code: 'pip-recommendation',
    nameId: 'Rekomendasi PIP/KIP',
    nameEn: 'Recommendation for school aid (PIP/KIP)',
    description: 'Rekomendasi agar siswa dari keluarga tidak mampu diusulkan menerima Program Indonesia Pintar.',
    program: 'PIP',
    sector: 'education',
    organizationKind: 'dinas-sosial',
    referToKind: 'dinas-pendidikan',
    letterType: 'rekomendasi-pip',
    applicationProcess:
      'Orang tua/wali membawa berkas siswa ke loket. Setelah data keluarga diperiksa, surat rekomendasi ditujukan kepada Dinas Pendidikan atau Kementerian Agama untuk madrasah, dan diserahkan ke sekolah.',
    eligibilityDescription: 'Siswa usia sekolah dari keluarga tidak mampu atau yatim piatu.',
    limit: standardOf('Kota Metro', 7, 'working-days'),
    documents: [copyOf('kk'), copyOf('ktp'), copyOf('birth-certificate'), copyOf('student-card'), originalOf('village-letter')]
  }),
  entry({
    code: 'school-dtsen-proof',
    nameId: 'Bukti terdaftar DTSEN untuk PIP atau SPMB',
    nameEn: 'Proof of listing for school aid or admission',
    description: 'Surat keterangan terdaftar untuk PIP atau penerimaan murid baru jalur afirmasi.',
    program: 'PIP',
    sector: 'education',
    organizationKind: 'dinas-sosial',
    referToKind: 'sekolah',
    letterType: 'keterangan-dtsen',
    applicationProcess: 'Bawa KK dan KTP orang tua. Bila keluarga tercatat, surat dicetak saat itu juga dan dibawa ke sekolah.',
    eligibilityDescription: 'Siswa yang keluarganya tercatat di DTSEN.',
    limit: standardOf('Kabupaten Garut', 60, 'minutes'),
    documents: [copyOf('kk'), copyOf('ktp'), ifAny(originalOf('sktm'), 'Bila diminta kantor')]
  }),
  entry({
    code: 'college-aid-proof',
    nameId: 'Keterangan DTSEN untuk KIP Kuliah',
    nameEn: 'Register certificate for college aid (KIP Kuliah)',
    description: 'Surat keterangan untuk calon atau mahasiswa penerima KIP Kuliah.',
    program: 'KIP Kuliah',
    sector: 'education',
    organizationKind: 'dinas-sosial',
    referToKind: null,
    letterType: 'keterangan-dtsen',
    applicationProcess: 'Daftar dulu di laman KIP Kuliah, lalu bawa bukti pendaftaran, KTP, dan KK ke loket.',
    eligibilityDescription: 'Calon mahasiswa atau mahasiswa dari keluarga yang tercatat di DTSEN.',
    limit: suggested(1, 'working-days'),
    documents: [copyOf('ktp'), copyOf('kk'), ifAny(copyOf('college-letter'), 'Bila sudah mendaftar')]
  })
]
