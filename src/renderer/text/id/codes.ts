import type { AuditKind, AuditNote } from '#shared/audit/audit-line'
import type { CASE_EVENT_KINDS, CASE_KINDS, DOCUMENT_STATES, ENDINGS, OUTCOMES, URGENCIES } from '#shared/cases/case'
import type { CaseStatus } from '#shared/cases/case-status'
import type { EntityName } from '#shared/changes/entities'
import type { DeskContract } from '#shared/contract'
import type { LetterTypeCode, SectorCode } from '#shared/directory/directory'
import type { LETTER_STATUSES, PRINT_STATUSES } from '#shared/letters/issued-letter'
import type { Role } from '#shared/officers/officer'
import type { ChannelForTwo } from '#shared/permissions'
import type { ProposalKind } from '#shared/proposals/proposal'
import type { ProposalStatus } from '#shared/proposals/proposal-status'
import type { QualityKind } from '#shared/quality/quality.contract'
import type { REPLY_ROUTES } from '#shared/referrals/referral'
import type { ReferralStatus } from '#shared/referrals/referral-status'
import { REPORT_WORDS } from '#shared/reports/report-words'
import type { KkBlock, KkWarning } from '#shared/residents/kk'
import type { Doubt, Evidence } from '#shared/residents/match'
import { MATCH_WORDS } from '#shared/residents/match-words'
import type { NikBlock, NikPlaceholder, NikWarning } from '#shared/residents/nik'
import type { PAIR_VERDICTS } from '#shared/residents/pair-judgement'
import type { MARITAL_STATUSES, NO_NIK_REASONS, PHONE_OWNERS, PRESENCES, RELATIONS, RELIGIONS } from '#shared/residents/resident'
import type { Refusal } from '#shared/sync/district-store'
import type { CHANNELS, LANES, PARTICIPANT_ROLES, VisitStatus, VULNERABLE_GROUPS } from '#shared/visits/visit'
import type { DeskProblem, ProblemWithFacts } from '../problem'

/** The words for every code; a code without a word does not compile, in either language. */
export type Codes = {
  role: Record<Role, string>
  auditKind: Record<AuditKind, string>
  /** What the program notes of itself. */
  auditNote: Record<AuditNote, string>
  /** Why a call was refused, in a word. */
  /** Why a call was refused, as the access log says it; what is not here is said as it was to the officer. */
  auditOutcome: Record<ProblemWithFacts, string> & Partial<Record<DeskProblem['kind'], string>>
  feature: Record<keyof DeskContract, string>
  /** What two officers do together, as the start of a sentence. */
  deedOfTwo: Record<ChannelForTwo, string>
  lane: Record<(typeof LANES)[number], string>
  vulnerableGroup: Record<(typeof VULNERABLE_GROUPS)[number], string>
  channel: Record<(typeof CHANNELS)[number], string>
  visitStatus: Record<VisitStatus, string>
  participantRole: Record<(typeof PARTICIPANT_ROLES)[number], string>
  caseKind: Record<(typeof CASE_KINDS)[number], string>
  ending: Record<(typeof ENDINGS)[number], string>
  urgency: Record<(typeof URGENCIES)[number], string>
  outcome: Record<(typeof OUTCOMES)[number], string>
  caseStatus: Record<CaseStatus, string>
  caseEventKind: Record<(typeof CASE_EVENT_KINDS)[number], string>
  documentState: Record<(typeof DOCUMENT_STATES)[number], string>
  referralStatus: Record<ReferralStatus, string>
  replyRoute: Record<(typeof REPLY_ROUTES)[number], string>
  letterType: Record<LetterTypeCode, string>
  letterStatus: Record<(typeof LETTER_STATUSES)[number], string>
  printStatus: Record<(typeof PRINT_STATUSES)[number], string>
  sector: Record<SectorCode, string>
  sex: Record<'male' | 'female', string>
  noNikReason: Record<(typeof NO_NIK_REASONS)[number], string>
  religion: Record<(typeof RELIGIONS)[number], string>
  maritalStatus: Record<(typeof MARITAL_STATUSES)[number], string>
  phoneOwner: Record<(typeof PHONE_OWNERS)[number], string>
  relation: Record<(typeof RELATIONS)[number], string>
  nikBlock: Record<NikBlock, string>
  nikWarning: Record<NikWarning, string>
  nikPlaceholder: Record<NikPlaceholder, string>
  kkBlock: Record<KkBlock, string>
  kkWarning: Record<KkWarning, string>
  evidence: Record<Evidence, string>
  doubt: Record<Doubt, string>
  proposalKind: Record<ProposalKind, string>
  proposalStatus: Record<ProposalStatus, string>
  presence: Record<(typeof PRESENCES)[number], string>
  pairVerdict: Record<(typeof PAIR_VERDICTS)[number], string>
  qualityKind: Record<QualityKind, string>
  entity: Record<EntityName, string>
  refusal: Record<Refusal, string>
}

export const codes = {
  role: {
    'front-office': 'Front office',
    'back-office': 'Back office',
    manager: 'Manajer',
    administrator: 'Administrator',
    supervisor: 'Supervisor',
    auditor: 'Auditor'
  },
  auditKind: {
    read: 'Melihat',
    search: 'Mencari',
    registry: 'DTSEN',
    write: 'Menyimpan',
    print: 'Mencetak',
    export: 'Membawa keluar',
    'sign-in': 'Masuk dan keluar',
    office: 'Mengatur',
    other: 'Lain-lain',
    start: 'Loket dibuka',
    stop: 'Loket ditutup',
    clock: 'Jam komputer berubah',
    recovered: 'Dipulihkan'
  },
  auditNote: {
    'lines-gone': 'Baris log akses hilang',
    'proof-gone': 'Bukti akhir log akses hilang: berkas di samping data pernah dihapus',
    'program-changed': 'Versi program berganti',
    'by-code': 'Dengan kode pemulihan',
    'by-district': 'Dengan jawaban kabupaten'
  },
  auditOutcome: {
    'wrong-pin': 'PIN salah',
    wait: 'harus menunggu',
    'not-allowed': 'tidak berhak',
    'district-unheard': 'kabupaten terlalu lama tidak terdengar',
    'not-confirmed': 'tidak dikonfirmasi petugas kedua',
    'not-signed-in': 'belum masuk',
    locked: 'layar terkunci',
    'wrong-password': 'kata sandi salah',
    'password-needed': 'perlu kata sandi',
    'help-needed': 'perlu PIN baru',
    'must-choose': 'belum membuat PIN sendiri',
    'weak-pin': 'PIN mudah ditebak',
    'weak-password': 'kata sandi mudah ditebak',
    'no-such-call': 'permintaan tidak dikenal',
    'not-found': 'tidak ditemukan',
    'invalid-input': 'isian tidak sah',
    unexpected: 'gangguan program',
    'disk-full': 'disk penuh',
    'own-secret': 'PIN sendiri diganti dengan yang lama',
    'nothing-to-choose': 'PIN dan kata sandi sudah dibuat',
    'moved-on': 'catatan sudah berubah lagi',
    'wrong-kind-of-file': 'bukan berkas CSV atau Excel',
    'workbook-too-large': 'buku kerja Excel terlalu besar',
    'column-missing': 'kolom yang perlu tidak ada',
    'nothing-taken-over': 'tidak ada baris yang dapat diambil',
    'older-period': 'periode lebih lama dari yang ada',
    'far-fewer-rows': 'baris jauh lebih sedikit dari sebelumnya',
    'registry-refused': 'data terpadu tidak dapat dipakai',
    'desk-closed': 'data loket tidak terbuka',
    'still-closed': 'data loket tetap tidak terbuka',
    'nik-blocked': 'NIK tidak sah',
    'changed-meanwhile': 'data diubah di tempat lain selagi formulir terbuka',
    'nik-taken': 'NIK sudah terdaftar',
    'kk-blocked': 'nomor KK tidak sah',
    'possible-duplicates': 'mungkin sudah terdaftar',
    'not-from-here': 'keadaan kunjungan tidak mengizinkan',
    'illegal-move': 'keadaan kasus tidak mengizinkan',
    'already-proposed': 'sudah diusulkan',
    'cases-without-ending': 'masih ada kasus tanpa hasil',
    'visits-open': 'masih ada kunjungan terbuka',
    'missing-facts': 'isi surat belum lengkap',
    'similar-letter-valid': 'surat serupa masih berlaku',
    'book-not-open': 'buku nomor surat belum dibuka',
    'unit-code-taken': 'kode unit surat sudah dipakai loket lain',
    'date-before-last': 'tanggal sebelum surat terakhir',
    'date-doubtful': 'jam komputer diragukan',
    'attempt-open': 'cetakan sebelumnya belum dijawab',
    'number-known': 'nomor sudah tercatat',
    'too-many-joins': 'terlalu sering mencoba tersambung',
    'desk-taken': 'huruf loket sudah dipakai',
    'desk-other': 'huruf loket milik komputer lain',
    'refused-by-server': 'ditolak server kabupaten',
    busy: 'masih ada warga di loket'
  },
  deedOfTwo: {
    'residents.unmerge': 'Memisahkan data yang digabung',
    'proposals.exportReady': 'Menyalin usulan ke luar loket',
    'proposals.exportAgain': 'Menyalin usulan ke luar loket',
    'letters.openBook': 'Membuka buku nomor surat',
    'letters.confirmNumbers': 'Menetapkan nomor surat terakhir',
    'backups.makeCode': 'Membuat kode pemulihan baru',
    'backups.shredSetAside': 'Menghancurkan data yang disisihkan',
    'subjects.export': 'Menyalin semua data tentang satu orang',
    'erasure.erase': 'Menghapus perangkat ini'
  },
  feature: {
    officers: 'petugas',
    erasure: 'penghapusan perangkat',
    updates: 'versi program',
    areas: 'wilayah',
    office: 'kantor',
    residents: 'warga',
    directory: 'layanan',
    organizations: 'instansi',
    registry: 'DTSEN',
    listCheck: 'periksa daftar',
    extracts: 'data terpadu',
    files: 'berkas',
    intake: 'buku darurat',
    visits: 'kunjungan',
    cases: 'kasus',
    referrals: 'rujukan',
    reports: 'laporan bulanan',
    letters: 'surat',
    search: 'pencarian',
    pairs: 'Kemungkinan data ganda',
    proposals: 'usulan',
    backups: 'cadangan',
    recovery: 'pemulihan',
    screens: 'layar tamu dan kios',
    quality: 'mutu data',
    sync: 'sinkronisasi',
    audit: 'log akses',
    subjects: 'data pribadi'
  },
  lane: { general: 'Umum', vulnerable: 'Prioritas' },
  vulnerableGroup: REPORT_WORDS.id.vulnerableGroup,
  channel: {
    'walk-in': 'Datang langsung',
    phone: 'Telepon',
    whatsapp: 'WhatsApp',
    facilitator: 'Lewat fasilitator',
    puskesos: 'Lewat Puskesos',
    lapor: 'Lewat SP4N-LAPOR!'
  },
  visitStatus: { waiting: 'Menunggu', called: 'Dipanggil', serving: 'Dilayani', done: 'Selesai', 'no-show': 'Tidak hadir' },
  participantRole: { reporter: 'Pelapor', applicant: 'Pemohon', concerned: 'Yang bersangkutan', representative: 'Penerima kuasa' },
  caseKind: { information: 'Informasi', consultation: 'Konsultasi', request: 'Permohonan', complaint: 'Pengaduan', proposal: 'Usulan' },
  ending: { information: 'Informasi diberikan', consultation: 'Konsultasi selesai', request: 'Permohonan diterima', referral: 'Dirujuk' },
  urgency: { normal: 'Biasa', urgent: 'Mendesak', emergency: 'Darurat' },
  outcome: REPORT_WORDS.id.outcome,
  caseStatus: {
    registered: 'Terdaftar',
    'document-check': 'Pemeriksaan berkas',
    'revision-requested': 'Perlu perbaikan',
    'data-verification': 'Verifikasi data',
    'field-verification': 'Verifikasi lapangan',
    'in-process': 'Ditangani',
    'awaiting-decision': 'Menunggu penetapan',
    'awaiting-signature': 'Menunggu tanda tangan',
    referred: 'Dirujuk',
    'at-agency': 'Diproses instansi tujuan',
    'proposed-to-ministry': 'Diusulkan ke Kemensos',
    resolved: 'Selesai',
    rejected: 'Ditolak',
    cancelled: 'Dibatalkan',
    duplicate: 'Duplikat',
    invalid: 'Tidak valid'
  },
  caseEventKind: {
    opened: 'Dibuka',
    note: 'Catatan',
    documents: 'Berkas diperiksa',
    status: 'Status berubah',
    ending: 'Hasil di loket',
    contact: 'Warga dihubungi',
    reopened: 'Dibuka kembali',
    letter: 'Surat terbit',
    'letter-void': 'Surat dibatalkan',
    handed: 'Diserahkan kepada'
  },
  documentState: { present: 'Ada', missing: 'Kurang', expired: 'Kedaluwarsa' },
  referralStatus: {
    draft: 'Draf',
    sent: 'Dikirim',
    accepted: 'Diterima instansi',
    declined: 'Ditolak instansi',
    'in-service': 'Sedang dilayani',
    completed: 'Selesai',
    returned: 'Dikembalikan',
    cancelled: 'Dibatalkan',
    'no-reply': 'Belum dijawab'
  },
  replyRoute: { 'return-slip': 'Lembar balasan', phone: 'Telepon', 'district-form': 'Formulir kabupaten' },
  letterType: {
    'rujukan-kesehatan': 'Surat rujukan kesehatan',
    'rekomendasi-pbi-jk': 'Rekomendasi reaktivasi PBI-JK',
    'keterangan-dtsen': 'Surat keterangan terdaftar DTSEN',
    'pengantar-dukcapil': 'Surat pengantar ke Dukcapil',
    'rekomendasi-pip': 'Rekomendasi PIP/KIP',
    'pengantar-baznas': 'Surat pengantar ke BAZNAS'
  },
  letterStatus: { issued: 'Berlaku', void: 'Batal' },
  printStatus: {
    sending: 'Dikirim ke printer',
    asked: 'Menunggu jawaban petugas',
    printed: 'Tercetak',
    failed: 'Gagal',
    cancelled: 'Dibatalkan'
  },
  sector: {
    health: 'Kesehatan',
    education: 'Pendidikan',
    'social-economic': 'Sosial-ekonomi',
    food: 'Pangan',
    energy: 'Energi',
    farming: 'Pertanian',
    fishery: 'Perikanan',
    housing: 'Perumahan',
    'civil-registration': 'Administrasi kependudukan',
    employment: 'Ketenagakerjaan',
    'social-rehabilitation': 'Rehabilitasi sosial',
    disaster: 'Kebencanaan',
    'law-and-violence': 'Hukum dan kekerasan',
    other: 'Lainnya'
  },
  sex: { male: 'Laki-laki', female: 'Perempuan' },
  noNikReason: {
    newborn: 'Bayi baru lahir',
    homeless: 'Tuna wisma',
    'mental-illness': 'Gangguan jiwa (ODGJ)',
    'never-recorded': 'Belum pernah perekaman',
    refused: 'Tidak bersedia menyebut',
    foreigner: 'Warga negara asing',
    forgotten: 'Lupa, KTP tidak dibawa',
    other: 'Lainnya'
  },
  religion: {
    islam: 'Islam',
    protestant: 'Kristen',
    catholic: 'Katolik',
    hindu: 'Hindu',
    buddhist: 'Buddha',
    confucian: 'Khonghucu',
    belief: 'Kepercayaan terhadap Tuhan YME'
  },
  maritalStatus: { single: 'Belum kawin', married: 'Kawin', divorced: 'Cerai hidup', widowed: 'Cerai mati' },
  phoneOwner: { self: 'Milik sendiri', family: 'Keluarga', neighbour: 'Tetangga', other: 'Orang lain' },
  relation: {
    head: 'Kepala keluarga',
    husband: 'Suami',
    wife: 'Istri',
    child: 'Anak',
    'child-in-law': 'Menantu',
    grandchild: 'Cucu',
    parent: 'Orang tua',
    'parent-in-law': 'Mertua',
    'other-relative': 'Famili lain',
    helper: 'Pembantu',
    other: 'Lainnya'
  },
  nikBlock: {
    'not-16-digits': 'NIK harus 16 angka.',
    'all-same-digit': 'Angkanya sama semua, ini bukan NIK.',
    sequence: 'Ini angka urut, bukan NIK.',
    'day-out-of-range': 'Angka hari lahir di NIK tidak mungkin.',
    'month-out-of-range': 'Angka bulan lahir di NIK tidak mungkin.',
    'serial-zero': 'Nomor urut NIK tidak boleh 0000.'
  },
  nikWarning: {
    'unknown-province': 'Kode provinsi di NIK tidak dikenal.',
    'unknown-district-number': 'Kode kabupaten/kota di NIK tidak lazim.',
    'no-such-day': 'Tanggal lahir di NIK tidak ada di kalender.',
    'sex-differs': 'Jenis kelamin berbeda dengan NIK.',
    'birth-date-differs': 'Tanggal lahir berbeda dengan NIK.'
  },
  nikPlaceholder: {
    refused: 'Tidak bersedia menyebut NIK',
    'none-under-17': 'Belum 17 tahun dan belum punya NIK',
    'none-adult': 'Dewasa tanpa NIK',
    foreigner: 'Warga negara asing'
  },
  kkBlock: {
    'not-16-digits': 'Nomor KK harus 16 angka.',
    'all-same-digit': 'Angkanya sama semua, ini bukan nomor KK.',
    'serial-zero': 'Nomor urut KK tidak boleh 0000.'
  },
  kkWarning: {
    'unknown-province': 'Kode provinsi di nomor KK tidak dikenal.',
    'unknown-district-number': 'Kode kabupaten/kota di nomor KK tidak lazim.',
    'no-such-day': 'Tanggal di nomor KK tidak ada di kalender.'
  },
  ...MATCH_WORDS.id,
  proposalKind: {
    'new-entry': 'Usulan baru',
    correction: 'Perbaikan data',
    removal: 'Penghapusan',
    reactivation: 'Reaktivasi'
  },
  proposalStatus: {
    ready: 'Siap diusulkan',
    proposed: 'Diusulkan',
    approved: 'Disetujui',
    rejected: 'Ditolak',
    withdrawn: 'Dibatalkan'
  },
  presence: { deceased: 'Meninggal dunia', moved: 'Pindah' },
  pairVerdict: { same: 'Orang yang sama', different: 'Orang lain', unsure: 'Belum yakin' },
  qualityKind: {
    'no-nik': 'Tanpa NIK',
    'nik-override': 'NIK diterima dengan alasan',
    'nik-odd': 'NIK tidak lazim',
    'nik-sex': 'Jenis kelamin berbeda dengan NIK',
    'nik-birth': 'Tanggal lahir berbeda dengan NIK',
    'no-birth-date': 'Tanggal lahir kosong',
    'born-in-future': 'Lahir di masa depan',
    'too-old': 'Umur lebih dari 120 tahun',
    'no-kk': 'Tanpa nomor KK',
    'no-village': 'Tanpa desa atau kelurahan',
    deceased: 'Meninggal, belum diusulkan dihapus',
    moved: 'Pindah, belum diusulkan dihapus',
    'possible-duplicate': 'Kemungkinan data ganda'
  },
  entity: {
    device: 'Perangkat',
    office: 'Kantor',
    officer: 'Petugas',
    signer: 'Penanda tangan',
    holiday: 'Hari libur',
    organization: 'Instansi',
    resident: 'Warga',
    family: 'Keluarga',
    membership: 'Anggota keluarga',
    pairJudgement: 'Penilaian data ganda',
    flawCheck: 'Pemeriksaan mutu data',
    visit: 'Kunjungan',
    participant: 'Pihak dalam kunjungan',
    dayClosing: 'Tutup hari',
    registryCheck: 'Pemeriksaan DTSEN',
    villageMeeting: 'Musyawarah desa',
    case: 'Kasus',
    caseEvent: 'Riwayat kasus',
    documentCheck: 'Pemeriksaan berkas',
    proposalBatch: 'Daftar usulan',
    proposal: 'Usulan',
    referral: 'Rujukan',
    letterBook: 'Buku nomor surat',
    letter: 'Surat',
    letterCopy: 'Salinan surat',
    handOver: 'Serah terima',
    printAttempt: 'Percobaan cetak',
    clockCheck: 'Pencocokan jam'
  },
  refusal: {
    invalid: 'Ada isian yang tidak dapat diterima kabupaten.',
    'not-allowed': 'Petugas yang mencatat tidak berwenang melakukan ini.',
    'number-taken': 'Nomor, kode, atau nama ini sudah dipakai catatan lain di kabupaten.',
    'no-such-parent': 'Catatan yang menjadi dasarnya tidak ada di kabupaten.',
    'not-replaceable': 'Perubahan yang hendak diganti sudah tidak dapat diganti.'
  }
} satisfies Codes
