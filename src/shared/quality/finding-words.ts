import type { NikFinding } from './list-check'

/** What is wrong with a NIK on a list, in words: they stand on the screen and in the file that goes back to who wrote the list. */
export const FINDING_WORDS: Record<'id' | 'en', Record<NikFinding, string>> = {
  id: {
    'nik-missing': 'Tanpa NIK',
    'nik-unreadable': 'NIK bukan 16 angka',
    'not-16-digits': 'NIK bukan 16 angka',
    'all-same-digit': 'Angkanya sama semua, ini bukan NIK',
    sequence: 'Ini angka urut, bukan NIK',
    'day-out-of-range': 'Angka hari lahir di NIK tidak mungkin',
    'month-out-of-range': 'Angka bulan lahir di NIK tidak mungkin',
    'serial-zero': 'Nomor urut NIK 0000',
    'unknown-province': 'Kode provinsi di NIK tidak dikenal',
    'unknown-district-number': 'Kode kabupaten/kota di NIK tidak lazim',
    'no-such-day': 'Tanggal lahir di NIK tidak ada di kalender',
    'sex-differs': 'Jenis kelamin berbeda dengan NIK',
    'birth-date-differs': 'Tanggal lahir berbeda dengan NIK'
  },
  en: {
    'nik-missing': 'Without a NIK',
    'nik-unreadable': 'The NIK has not 16 digits',
    'not-16-digits': 'The NIK has not 16 digits',
    'all-same-digit': 'All digits are the same: this is no NIK',
    sequence: 'A sequence of digits, no NIK',
    'day-out-of-range': 'The day of birth in the NIK is impossible',
    'month-out-of-range': 'The month of birth in the NIK is impossible',
    'serial-zero': 'The serial of the NIK is 0000',
    'unknown-province': 'The province in the NIK is not known',
    'unknown-district-number': 'The district in the NIK is unusual',
    'no-such-day': 'The birth date in the NIK is in no calendar',
    'sex-differs': 'The sex differs from the NIK',
    'birth-date-differs': 'The birth date differs from the NIK'
  }
}
