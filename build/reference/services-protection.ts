import { copyOf, entry, ifAny, originalOf, shown, standardOf, suggested } from './service-entry.ts'

/** Social rehabilitation, violence, disaster, and complaints. Nobody is turned away here for want of papers. */
export const protectionServices = [
  entry({
    code: 'ppks-registration',
    nameId: 'Pendaftaran PPKS',
    nameEn: 'Registration as a person in need of social welfare',
    description: 'Mencatat dan menilai pemerlu pelayanan kesejahteraan sosial, lalu merencanakan layanannya.',
    program: 'ATENSI',
    sector: 'social-rehabilitation',
    organizationKind: 'dinas-sosial',
    referToKind: null,
    letterType: null,
    applicationProcess: 'Laporkan keadaan warga di loket. Petugas menilai, berkunjung bila perlu, dan menyusun rencana layanan.',
    eligibilityDescription: 'Warga yang termasuk salah satu dari 26 jenis PPKS.',
    limit: standardOf('Kabupaten Indragiri Hilir', 3, 'working-days'),
    documents: [ifAny(copyOf('ktp')), ifAny(copyOf('kk')), ifAny(originalOf('village-letter'))]
  }),
  entry({
    code: 'stranded-traveller',
    nameId: 'Pemulangan orang telantar (kehabisan bekal)',
    nameEn: 'Help for a stranded traveller',
    description: 'Surat dan bantuan perjalanan bagi orang yang kehabisan bekal agar sampai ke Dinas Sosial berikutnya atau pulang.',
    program: null,
    sector: 'social-rehabilitation',
    organizationKind: 'dinas-sosial',
    referToKind: 'dinas-sosial',
    letterType: null,
    applicationProcess:
      'Minta surat keterangan di kantor polisi terdekat, lalu datang ke loket. Petugas menyiapkan surat dan bekal perjalanan estafet.',
    eligibilityDescription: 'Orang dalam perjalanan yang kehabisan bekal atau kecopetan.',
    limit: standardOf('Kabupaten Lampung Tengah', 30, 'minutes'),
    documents: [
      originalOf('police-report'),
      ifAny(copyOf('ktp')),
      ifAny(copyOf('kk')),
      ifAny(originalOf('relay-letter'), 'Bila datang dari Dinas Sosial lain')
    ]
  }),
  entry({
    code: 'homeless-care',
    nameId: 'Penanganan gelandangan, pengemis, dan ODGJ telantar',
    nameEn: 'Care for homeless people',
    description: 'Penjangkauan, penampungan sementara, pemeriksaan kesehatan, dan pemulangan.',
    program: 'ATENSI',
    sector: 'social-rehabilitation',
    organizationKind: 'dinas-sosial',
    referToKind: 'satpol-pp',
    letterType: null,
    applicationProcess:
      'Laporkan tempat dan keadaan orangnya. Petugas menjangkau bersama Satpol PP atau Puskesmas, menilai, lalu mencarikan keluarga atau panti.',
    eligibilityDescription: 'Orang yang hidup menggelandang, mengemis, atau telantar karena gangguan jiwa.',
    limit: standardOf('Kabupaten Siak', 6, 'working-days'),
    documents: [ifAny(originalOf('report-letter')), ifAny(copyOf('ktp'))]
  }),
  entry({
    code: 'elderly-home',
    nameId: 'Rujukan lansia telantar ke panti',
    nameEn: 'Referral of a neglected elderly person to a home',
    description: 'Pengantar ke panti atau sentra bagi lansia yang tidak punya keluarga.',
    program: 'ATENSI',
    sector: 'social-rehabilitation',
    organizationKind: 'panti-lks',
    referToKind: 'panti-lks',
    letterType: null,
    applicationProcess: 'Petugas berkunjung, memeriksa bahwa keluarga tidak ada, lalu menghubungi panti tentang tempat yang tersedia.',
    eligibilityDescription: 'Usia 60 tahun ke atas, penduduk setempat, tidak punya keluarga, dan mampu melakukan kegiatan sehari-hari.',
    limit: suggested(5, 'working-days'),
    documents: [copyOf('ktp'), ifAny(copyOf('kk')), originalOf('no-family-statement'), originalOf('health-letter')]
  }),
  entry({
    code: 'infant-home',
    nameId: 'Rujukan bayi atau anak ke panti',
    nameEn: 'Referral of an infant or child to a home',
    description: 'Pengantar pengasuhan sementara di panti bagi anak yang orang tuanya tidak dapat mengasuh.',
    program: 'ATENSI',
    sector: 'social-rehabilitation',
    organizationKind: 'panti-lks',
    referToKind: 'panti-lks',
    letterType: null,
    applicationProcess:
      'Pekerja sosial menilai keluarga terlebih dahulu; panti adalah pilihan terakhir. Bila perlu, Dinas Sosial membuat surat pengantar.',
    eligibilityDescription: 'Anak yang telantar atau tidak dapat diasuh orang tua dan kerabatnya.',
    limit: suggested(5, 'working-days'),
    documents: [
      copyOf('birth-certificate'),
      copyOf('kk'),
      copyOf('ktp-parents'),
      ifAny(originalOf('guardian-statement'), 'Bila ada orang tua/wali')
    ]
  }),
  entry({
    code: 'assistive-device',
    nameId: 'Permohonan alat bantu disabilitas',
    nameEn: 'Request for an assistive device',
    description: 'Kursi roda, alat bantu dengar, tongkat, kaki palsu, dan alat bantu lain.',
    program: 'ATENSI',
    sector: 'social-rehabilitation',
    organizationKind: 'dinas-sosial',
    referToKind: 'sentra-kemensos',
    letterType: null,
    applicationProcess: 'Bawa berkas ke loket. Petugas menilai kebutuhan dan meneruskannya ke sentra Kementerian Sosial atau BAZNAS.',
    eligibilityDescription: 'Penyandang disabilitas dari keluarga tidak mampu.',
    limit: suggested(5, 'working-days'),
    documents: [copyOf('ktp'), copyOf('kk'), ifAny(originalOf('disability-letter')), originalOf('person-photo')]
  }),
  entry({
    code: 'violence-protection',
    nameId: 'Perlindungan korban kekerasan perempuan dan anak',
    nameEn: 'Protection from violence against women and children',
    description: 'Pendampingan, tempat aman, dan rujukan ke UPTD PPA. Identitas dirahasiakan.',
    program: null,
    sector: 'law-and-violence',
    organizationKind: 'uptd-ppa',
    referToKind: 'uptd-ppa',
    letterType: null,
    applicationProcess:
      'Sampaikan di ruang terpisah; tidak perlu berkas. Petugas menghubungi UPTD PPA saat itu juga, dan polisi bila ada bahaya.',
    eligibilityDescription: 'Perempuan dan anak yang mengalami atau terancam kekerasan, juga saksi yang melaporkan.',
    limit: suggested(1, 'working-days'),
    documents: [ifAny(shown('ktp'), 'Bila ada, tidak menghalangi layanan'), ifAny(shown('birth-certificate'), 'Bila korban anak dan ada')]
  }),
  entry({
    code: 'disaster-aid',
    nameId: 'Bantuan korban bencana',
    nameEn: 'Aid for victims of a disaster',
    description: 'Kebutuhan dasar, perbaikan rumah, dan dukungan setelah banjir, longsor, kebakaran, atau angin kencang.',
    program: null,
    sector: 'disaster',
    organizationKind: 'bpbd',
    referToKind: 'bpbd',
    letterType: null,
    applicationProcess: 'Laporkan segera, kapan saja. Petugas menghubungi BPBD dan Tagana; berkas dapat menyusul.',
    eligibilityDescription: 'Warga yang terdampak bencana alam atau sosial.',
    limit: suggested(1, 'working-days'),
    documents: [ifAny(originalOf('disaster-letter'), 'Dapat menyusul'), ifAny(copyOf('kk')), ifAny(originalOf('damage-photos'))]
  }),
  entry({
    code: 'complaint',
    nameId: 'Pengaduan layanan atau bantuan sosial',
    nameEn: 'Complaint about a service or social aid',
    description: 'Salah sasaran, pemotongan, pungutan liar, atau mutu layanan. Identitas pelapor dapat dirahasiakan.',
    program: null,
    sector: 'other',
    organizationKind: 'dinas-sosial',
    referToKind: null,
    letterType: null,
    applicationProcess: 'Ceritakan kejadiannya: apa, siapa, di mana, kapan. Petugas mencatat, memeriksa, dan memberi jawaban.',
    eligibilityDescription: 'Siapa saja, dengan nama terbuka atau dirahasiakan.',
    limit: standardOf('Kabupaten Wajo, Kelurahan Paria', 5, 'working-days', ['pengaduan normatif', 'complaints about rules']),
    documents: [ifAny(shown('ktp')), ifAny(copyOf('complaint-evidence'))]
  })
]
