import type { Doubt, Evidence } from './match'

type Words = { evidence: Record<Evidence, string>; doubt: Record<Doubt, string> }

/** What speaks for two records being one person and against it, in words: on the screen, in lists and on the command line. */
export const MATCH_WORDS: Record<'id' | 'en', Words> = {
  id: {
    evidence: {
      'same-nik': 'NIK sama',
      'nik-one-off-same-name': 'Nama sama, NIK beda satu angka',
      'same-family-name-year': 'Satu keluarga, nama dan tahun lahir sama',
      'same-family-name': 'Satu keluarga dan nama sama',
      'nik-one-off-similar-name': 'Nama mirip, NIK beda satu angka',
      'same-name-birth-village': 'Nama, tanggal lahir, dan desa sama',
      'same-family-similar-name-birth': 'Satu keluarga, tanggal lahir sama, nama mirip',
      'same-name-mother': 'Nama dan nama ibu sama',
      'similar-name-birth-village': 'Nama mirip, tanggal lahir dan desa sama',
      'same-name-birth-one-off-village': 'Nama dan desa sama, tanggal lahir beda sedikit',
      'same-family-similar-name-birth-one-off': 'Satu keluarga, nama mirip, tanggal lahir beda sedikit',
      'same-name-birth': 'Nama dan tanggal lahir sama',
      'same-name-village': 'Nama dan desa sama, tanpa tanggal lahir dan NIK untuk membedakan'
    },
    doubt: {
      'name-differs': 'tetapi namanya berbeda',
      'nik-differs': 'tetapi NIK-nya berbeda',
      'birth-date-differs': 'tetapi tanggal lahirnya berbeda',
      'sex-differs': 'tetapi yang satu laki-laki, yang satu perempuan'
    }
  },
  en: {
    evidence: {
      'same-nik': 'Same NIK',
      'nik-one-off-same-name': 'Same name, NIK differs in one digit',
      'same-family-name-year': 'Same family, name and year of birth',
      'same-family-name': 'Same family and name',
      'nik-one-off-similar-name': 'Similar name, NIK differs in one digit',
      'same-name-birth-village': 'Same name, birth date and village',
      'same-family-similar-name-birth': 'Same family and birth date, similar name',
      'same-name-mother': 'Same name and mother’s name',
      'similar-name-birth-village': 'Similar name, same birth date and village',
      'same-name-birth-one-off-village': 'Same name and village, birth date slightly off',
      'same-family-similar-name-birth-one-off': 'Same family, similar name, birth date slightly off',
      'same-name-birth': 'Same name and birth date',
      'same-name-village': 'Same name and village, without a birth date or NIK to tell them apart'
    },
    doubt: {
      'name-differs': 'but the names differ',
      'nik-differs': 'but the NIKs differ',
      'birth-date-differs': 'but the birth dates differ',
      'sex-differs': 'but one is a man and one a woman'
    }
  }
}
