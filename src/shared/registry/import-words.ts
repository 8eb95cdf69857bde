import type { RowRemark, SetAsideReason } from './import-columns'

type Words = { setAside: Record<SetAsideReason, string>; remark: Record<RowRemark, string> }

/** Why a row was set aside and what a row lacks, in words: they stand in the list that an officer takes home, and on the screen. */
export const IMPORT_WORDS: Record<'id' | 'en', Words> = {
  id: {
    setAside: {
      'too-few-cells': 'Kolomnya kurang: barisnya terpotong',
      'too-many-cells': 'Kolomnya lebih: ada pemisah di dalam isi',
      'cell-with-many-lines': 'Satu sel berisi banyak baris: tanda kutip tidak ditutup',
      'header-again': 'Ini judul kolom yang terulang, bukan orang',
      'no-name': 'Tidak ada nama',
      'name-too-long': 'Nama lebih dari 100 huruf',
      'only-a-name': 'Hanya ada nama, tanpa keterangan lain',
      total: 'Ini baris jumlah, bukan orang',
      formula: 'Berisi rumus tanpa hasil, atau hasilnya galat',
      'two-niks': 'Dua NIK dalam satu sel',
      'number-scientific': 'NIK atau nomor KK rusak oleh Excel (ditulis seperti 3,32E+15): angka belakangnya hilang',
      'nik-rounded': 'NIK rusak oleh Excel: angka terakhir diganti 0',
      'decile-unreadable': 'Desil bukan angka 1 sampai 10'
    },
    remark: {
      'nik-unreadable': 'NIK bukan 16 angka',
      'nik-missing': 'Tanpa NIK',
      'kk-unreadable': 'Nomor KK bukan 16 angka',
      'kk-from-above': 'Nomor KK dari baris di atasnya, seperti yang Anda pilih',
      'birth-date-unreadable': 'Tanggal lahir tidak terbaca, atau di masa depan',
      'birth-year-unclear': 'Tahun lahir hanya dua angka dan bisa berarti dua abad',
      'village-unknown': 'Desa tidak dikenal',
      'sex-unreadable': 'Jenis kelamin tidak terbaca',
      'relation-unreadable': 'Hubungan keluarga tidak terbaca',
      'life-status-unreadable': 'Status orangnya (aktif, meninggal, pindah) tidak terbaca',
      'programme-unreadable': 'Isi kolom program tidak terbaca',
      'decile-range': 'Desil berupa rentang, seperti 6-10: orangnya masuk tanpa desil'
    }
  },
  en: {
    setAside: {
      'too-few-cells': 'Too few cells: the row is cut off',
      'too-many-cells': 'Too many cells: a delimiter stands inside one',
      'cell-with-many-lines': 'One cell holds many lines: a quote is not closed',
      'header-again': 'The header again, not a person',
      'no-name': 'No name',
      'name-too-long': 'The name has more than 100 letters',
      'only-a-name': 'Nothing but a name',
      total: 'A row of totals, not a person',
      formula: 'A formula without a result, or its result is an error',
      'two-niks': 'Two NIKs in one cell',
      'number-scientific': 'NIK or KK number damaged by a spreadsheet (written like 3.32E+15): its last digits are lost',
      'nik-rounded': 'NIK damaged by a spreadsheet: its last digit became 0',
      'decile-unreadable': 'The decile is no number from 1 to 10'
    },
    remark: {
      'nik-unreadable': 'The NIK has not 16 digits',
      'nik-missing': 'Without a NIK',
      'kk-unreadable': 'The KK number has not 16 digits',
      'kk-from-above': 'The KK number of a row above, as you chose',
      'birth-date-unreadable': 'The birth date cannot be read, or lies ahead',
      'birth-year-unclear': 'The birth year has two digits and can mean two centuries',
      'village-unknown': 'The village is not known',
      'sex-unreadable': 'The sex cannot be read',
      'relation-unreadable': 'The relation cannot be read',
      'life-status-unreadable': 'What became of the person (active, dead, moved) cannot be read',
      'programme-unreadable': 'A programme cell cannot be read',
      'decile-range': 'The decile is a range, such as 6-10: the person is taken over without one'
    }
  }
}
