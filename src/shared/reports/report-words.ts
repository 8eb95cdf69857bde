import type { OUTCOMES } from '#shared/cases/case'
import type { VULNERABLE_GROUPS } from '#shared/visits/visit'

type Words = {
  vulnerableGroup: Record<(typeof VULNERABLE_GROUPS)[number], string>
  outcome: Record<(typeof OUTCOMES)[number], string>
  section: Record<'summary' | 'services' | 'agencies' | 'outcomes' | 'groups' | 'villages', string>
  /** The head of the first column. */
  of: Record<'summary' | 'services' | 'agencies' | 'outcomes' | 'groups' | 'villages', string>
  column: Record<
    | 'now'
    | 'before'
    | 'change'
    | 'opened'
    | 'information'
    | 'consultation'
    | 'request'
    | 'referral'
    | 'noEnding'
    | 'sent'
    | 'answered'
    | 'overdue'
    | 'daysToAnswer'
    | 'closed'
    | 'visits'
    | 'cases'
    | 'people',
    string
  >
  line: Record<
    | 'all'
    | 'done'
    | 'noShow'
    | 'open'
    | 'fast'
    | 'fastShare'
    | 'opened'
    | 'daysToEnding'
    | 'closed'
    | 'daysToClosing'
    | 'sent'
    | 'answered'
    | 'overdue'
    | 'daysToAnswer'
    | 'issued'
    | 'void',
    string
  >
  noService: string
  elsewhere: string
  noVillage: string
  total: string
  /** What is counted where; the last one only where there are such cases. */
  notes: readonly string[]
  mistakes: (n: number) => string
  unit: Record<'count' | 'days' | 'percent', string>
}

/** How a report is worded: on the screen, on paper and in the file. */
export const REPORT_WORDS: Record<'id' | 'en', Words> = {
  id: {
    vulnerableGroup: {
      elderly: 'Lansia',
      disability: 'Penyandang disabilitas',
      pregnant: 'Ibu hamil atau menyusui',
      infant: 'Membawa bayi atau balita',
      'violence-victim': 'Korban kekerasan',
      emergency: 'Darurat'
    },
    outcome: {
      fulfilled: 'Terpenuhi',
      partly: 'Terpenuhi sebagian',
      ineligible: 'Tidak layak',
      'quota-full': 'Kuota penuh',
      'data-mismatch': 'Data tidak padan',
      'no-reply-agency': 'Tidak ada jawaban instansi',
      withdrawn: 'Mengundurkan diri',
      unreachable: 'Tidak dapat dihubungi',
      deceased: 'Meninggal dunia'
    },
    section: {
      summary: 'Ringkasan',
      services: 'Kasus menurut layanan dan hasil di loket',
      agencies: 'Rujukan menurut instansi',
      outcomes: 'Kasus ditutup menurut hasil akhir',
      groups: 'Antrean prioritas menurut kelompok',
      villages: 'Kasus menurut desa/kelurahan'
    },
    of: {
      summary: 'Uraian',
      services: 'Layanan',
      agencies: 'Instansi',
      outcomes: 'Hasil akhir',
      groups: 'Kelompok',
      villages: 'Desa/kelurahan'
    },
    column: {
      now: 'Bulan laporan',
      before: 'Bulan sebelumnya',
      change: 'Selisih',
      opened: 'Dibuka',
      information: 'Informasi',
      consultation: 'Konsultasi',
      request: 'Permohonan',
      referral: 'Rujukan',
      noEnding: 'Belum ada',
      sent: 'Dikirim',
      answered: 'Dijawab',
      overdue: 'Lewat tenggat',
      daysToAnswer: 'Rata-rata hari',
      closed: 'Ditutup',
      visits: 'Kunjungan',
      cases: 'Kasus',
      people: 'Orang'
    },
    line: {
      all: 'Kunjungan (nomor antrean)',
      done: 'Selesai dilayani',
      noShow: 'Tidak hadir',
      open: 'Belum diselesaikan',
      fast: 'Antrean prioritas',
      fastShare: 'Bagian antrean prioritas',
      opened: 'Kasus dibuka',
      daysToEnding: 'Rata-rata hari sampai hasil di loket',
      closed: 'Kasus ditutup',
      daysToClosing: 'Rata-rata hari sampai ditutup',
      sent: 'Rujukan dikirim',
      answered: 'Rujukan dijawab',
      overdue: 'Rujukan lewat tenggat',
      daysToAnswer: 'Rata-rata hari sampai instansi menjawab',
      issued: 'Surat berlaku',
      void: 'Surat dibatalkan'
    },
    noService: 'Tanpa layanan',
    elsewhere: 'Luar kabupaten/kota',
    noVillage: 'Alamat belum dicatat',
    total: 'Jumlah',
    notes: [
      'Kunjungan dan kasusnya dihitung pada bulan kedatangan; penutupan kasus, rujukan, dan surat pada bulan tanggalnya sendiri.',
      'Keadaan kasus dan rujukan adalah keadaan saat laporan ini dibuat.'
    ],
    mistakes: n => `Tidak dihitung: ${n} kasus yang ternyata ganda atau salah catat.`,
    unit: { count: '', days: 'hari', percent: '%' }
  },
  en: {
    vulnerableGroup: {
      elderly: 'Elderly',
      disability: 'Person with a disability',
      pregnant: 'Pregnant or nursing',
      infant: 'With a baby or toddler',
      'violence-victim': 'Victim of violence',
      emergency: 'Emergency'
    },
    outcome: {
      fulfilled: 'Fulfilled',
      partly: 'Partly fulfilled',
      ineligible: 'Not eligible',
      'quota-full': 'Quota full',
      'data-mismatch': 'Data do not match',
      'no-reply-agency': 'No answer from the agency',
      withdrawn: 'Withdrawn',
      unreachable: 'Cannot be reached',
      deceased: 'Deceased'
    },
    section: {
      summary: 'Summary',
      services: 'Cases by service and ending',
      agencies: 'Referrals by agency',
      outcomes: 'Closed cases by outcome',
      groups: 'Priority lane by group',
      villages: 'Cases by village'
    },
    of: {
      summary: 'What',
      services: 'Service',
      agencies: 'Agency',
      outcomes: 'Outcome',
      groups: 'Group',
      villages: 'Village'
    },
    column: {
      now: 'Month reported',
      before: 'Month before',
      change: 'Change',
      opened: 'Opened',
      information: 'Information',
      consultation: 'Consultation',
      request: 'Request',
      referral: 'Referral',
      noEnding: 'None yet',
      sent: 'Sent',
      answered: 'Answered',
      overdue: 'Overdue',
      daysToAnswer: 'Average days',
      closed: 'Closed',
      visits: 'Visits',
      cases: 'Cases',
      people: 'People'
    },
    line: {
      all: 'Visits (tickets)',
      done: 'Served',
      noShow: 'No-shows',
      open: 'Not finished yet',
      fast: 'Priority lane',
      fastShare: 'Share of the priority lane',
      opened: 'Cases opened',
      daysToEnding: 'Average days to an ending',
      closed: 'Cases closed',
      daysToClosing: 'Average days to closing',
      sent: 'Referrals sent',
      answered: 'Referrals answered',
      overdue: 'Referrals overdue',
      daysToAnswer: 'Average days to an answer',
      issued: 'Letters in force',
      void: 'Letters voided'
    },
    noService: 'No service',
    elsewhere: 'Other districts',
    noVillage: 'No address noted',
    total: 'Total',
    notes: [
      'Visits and their cases count in the month people came; closings, referrals and letters in the month of theirs.',
      'Cases and referrals are told as they stand when this report is made.'
    ],
    mistakes: n => `Not counted: ${n} noted twice or by mistake.`,
    unit: { count: '', days: 'days', percent: '%' }
  }
}
