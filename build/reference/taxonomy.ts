import type { LetterTypeCode, SectorCode, Term } from '#shared/directory/directory'

const term = <Code extends string>(code: Code, nameId: string, nameEn: string): Term & { code: Code } => ({ code, nameId, nameEn })

/** The nine sectors an SLRT informs about, then five that desks need besides. */
export const sectors: (Term & { code: SectorCode })[] = [
  term('health', 'Kesehatan', 'Health'),
  term('education', 'Pendidikan', 'Education'),
  term('social-economic', 'Sosial ekonomi', 'Social and economic'),
  term('food', 'Pangan', 'Food'),
  term('energy', 'Energi', 'Energy'),
  term('farming', 'Pertanian', 'Farming'),
  term('fishery', 'Perikanan', 'Fishery'),
  term('housing', 'Perumahan', 'Housing'),
  term('civil-registration', 'Administrasi kependudukan', 'Civil registration'),
  term('employment', 'Ketenagakerjaan', 'Employment'),
  term('social-rehabilitation', 'Rehabilitasi sosial/PPKS', 'Social rehabilitation'),
  term('disaster', 'Kebencanaan', 'Disaster'),
  term('law-and-violence', 'Hukum/kekerasan', 'Law and violence'),
  term('other', 'Lainnya', 'Other')
]

export const problemTypes: Term[] = [
  term('not-listed', 'Belum terdaftar', 'Not listed'),
  term('new-proposal', 'Usulan baru', 'New proposal'),
  term('deactivated', 'Kepesertaan nonaktif', 'Membership deactivated'),
  term('reactivation', 'Reaktivasi', 'Reactivation'),
  term('aid-not-paid', 'Bantuan tidak cair', 'Aid not paid out'),
  term('empty-balance', 'Saldo nol', 'Empty balance'),
  term('card-lost-or-damaged', 'Kartu hilang atau rusak', 'Card lost or damaged'),
  term('wrong-recipient', 'Salah sasaran', 'Aid reaches the wrong people'),
  term('data-mismatch', 'Data tidak padan', 'Data do not match the registry'),
  term('decile-disputed', 'Desil tidak sesuai', 'Decile does not fit'),
  term('moved', 'Pindah domisili', 'Moved'),
  term('deceased', 'Meninggal dunia', 'Deceased'),
  term('illegal-deduction', 'Pemotongan atau pungutan liar', 'Illegal deduction or levy'),
  term('service-quality', 'Mutu layanan', 'Quality of service'),
  term('letter-needed', 'Membutuhkan surat', 'Letter needed'),
  term('assistive-device-needed', 'Membutuhkan alat bantu', 'Assistive device needed'),
  term('medical-referral-needed', 'Membutuhkan rujukan medis', 'Medical referral needed'),
  term('emergency', 'Darurat', 'Emergency'),
  term('question', 'Pertanyaan', 'Question'),
  term('suggestion', 'Saran', 'Suggestion')
]

/** The 26 kinds of Permensos 8/2012, in the order of its annex as desks print it. */
export const ppksKinds: Term[] = [
  term('neglected-toddler', 'Anak balita telantar', 'Neglected toddler'),
  term('neglected-child', 'Anak telantar', 'Neglected child'),
  term('child-and-law', 'Anak berhadapan dengan hukum', 'Child in conflict with the law'),
  term('street-child', 'Anak jalanan', 'Street child'),
  term('child-with-disability', 'Anak dengan kedisabilitasan', 'Child with a disability'),
  term('child-victim-of-violence', 'Anak korban kekerasan', 'Child victim of violence'),
  term('child-special-protection', 'Anak memerlukan perlindungan khusus', 'Child in need of special protection'),
  term('neglected-elderly', 'Lanjut usia telantar', 'Neglected elderly person'),
  term('person-with-disability', 'Penyandang disabilitas', 'Person with a disability'),
  term('sex-worker', 'Tuna susila', 'Sex worker'),
  term('homeless', 'Gelandangan', 'Homeless person'),
  term('beggar', 'Pengemis', 'Beggar'),
  term('scavenger', 'Pemulung', 'Scavenger'),
  term('minority-group', 'Kelompok minoritas', 'Minority group'),
  term('former-prisoner', 'Bekas warga binaan lembaga pemasyarakatan', 'Former prisoner'),
  term('hiv-aids', 'Orang dengan HIV/AIDS', 'Person with HIV/AIDS'),
  term('drug-victim', 'Korban penyalahgunaan NAPZA', 'Victim of drug abuse'),
  term('trafficking-victim', 'Korban trafficking', 'Victim of trafficking'),
  term('violence-victim', 'Korban tindak kekerasan', 'Victim of violence'),
  term('migrant-worker', 'Pekerja migran bermasalah sosial', 'Migrant worker with social problems'),
  term('natural-disaster-victim', 'Korban bencana alam', 'Victim of a natural disaster'),
  term('social-disaster-victim', 'Korban bencana sosial', 'Victim of a social disaster'),
  term('vulnerable-woman', 'Perempuan rawan sosial ekonomi', 'Socially and economically vulnerable woman'),
  term('destitute', 'Fakir miskin', 'Destitute person'),
  term('troubled-family', 'Keluarga bermasalah sosial psikologis', 'Family with psychosocial problems'),
  term('remote-community', 'Komunitas adat terpencil', 'Remote indigenous community')
]

export const letterTypes: (Term & { code: LetterTypeCode })[] = [
  term('rujukan-kesehatan', 'Surat rujukan ke rumah sakit atau Puskesmas', 'Referral to a hospital or health centre'),
  term('rekomendasi-pbi-jk', 'Surat rekomendasi reaktivasi PBI-JK', 'Recommendation to reactivate state-paid health insurance'),
  term('keterangan-dtsen', 'Surat keterangan terdaftar DTSEN', 'Certificate of listing in the socio-economic register'),
  term('pengantar-dukcapil', 'Surat pengantar ke Dukcapil', 'Cover letter to the civil registry'),
  term('rekomendasi-pip', 'Surat rekomendasi PIP/KIP', 'Recommendation for school aid'),
  term('pengantar-baznas', 'Surat pengantar ke BAZNAS', 'Cover letter to BAZNAS')
]
