/** Every paper a service may ask for: code, Indonesian, English. One code is one paper, whichever service asks for it. */
export const documents = {
  ktp: ['KTP-el pemohon', "Applicant's identity card (KTP)"],
  'ktp-parents': ['KTP-el kedua orang tua', "Both parents' identity cards"],
  kk: ['Kartu Keluarga (KK)', 'Family card (KK)'],
  'birth-certificate': ['Akta kelahiran', 'Birth certificate'],
  sktm: ['Surat Keterangan Tidak Mampu (SKTM) dari desa/kelurahan', 'Certificate of poverty from the village (SKTM)'],
  'rt-rw-letter': ['Surat pengantar RT/RW', 'Cover letter of the neighbourhood (RT/RW)'],
  'village-letter': ['Surat pengantar desa/kelurahan', 'Cover letter of the village'],
  sptjm: ['SPTJM kepala desa/lurah bermeterai Rp10.000', 'Statement of responsibility of the village head on duty stamp (SPTJM)'],
  'inability-statement': ['Surat pernyataan tidak mampu bermeterai Rp10.000', 'Statement of inability to pay on duty stamp'],
  'integrity-pact': ['Pakta integritas bermeterai Rp10.000', 'Integrity pact on duty stamp'],
  'bpjs-card': ['Kartu JKN-KIS/BPJS Kesehatan atau nomor kepesertaan', 'Health insurance card (JKN-KIS) or its number'],
  'facility-letter': [
    'Surat keterangan membutuhkan layanan kesehatan dari RS/Puskesmas',
    'Letter of a hospital or health centre that care is needed'
  ],
  'inpatient-letter': ['Surat keterangan rawat inap', 'Inpatient letter'],
  'puskesmas-referral': ['Surat rujukan Puskesmas/dokter', 'Referral of the health centre or doctor'],
  'sickness-letter': ['Surat keterangan sakit', 'Sickness letter'],
  'pregnancy-book': ['Buku KIA', 'Mother and child health book (KIA)'],
  'house-photos': ['Foto rumah (depan, atap, lantai, dinding)', 'Photos of the house (front, roof, floor, walls)'],
  'house-photos-rtlh': ['Foto rumah (depan, dalam, samping, belakang)', 'Photos of the house (front, inside, sides, back)'],
  'patient-photo': ['Foto pasien', 'Photo of the patient'],
  'person-photo': ['Foto seluruh badan', 'Full-length photo'],
  'electricity-bill': ['Rekening listrik atau foto meteran 450 VA', 'Electricity bill or photo of the 450 VA meter'],
  'electricity-id': ['ID pelanggan PLN', 'PLN customer number'],
  'student-card': ['Kartu pelajar atau surat keterangan dari sekolah', 'Student card or letter of the school'],
  'college-letter': ['Bukti pendaftaran KIP Kuliah atau surat kampus', 'Proof of the KIP Kuliah application or letter of the college'],
  'request-to-regent': [
    'Surat permohonan desa/kelurahan kepada Bupati/Wali Kota melalui Dinas Sosial',
    'Request of the village to the regent or mayor through the social agency'
  ],
  'request-to-baznas': ['Surat permohonan kepada BAZNAS', 'Letter of request to BAZNAS'],
  'kks-card': ['Kartu Keluarga Sejahtera (KKS) dan buku tabungan', 'Aid bank card (KKS) and savings book'],
  'kks-loss-report': ['Surat kehilangan dari kepolisian, atau KKS yang rusak', 'Police loss report, or the damaged KKS card'],
  'pkh-companion-letter': ['Surat keterangan pendamping PKH', 'Letter of the PKH companion'],
  'police-report': ['Surat keterangan dari kepolisian', 'Police letter'],
  'relay-letter': ['Surat pengantar estafet Dinas Sosial sebelumnya', 'Relay letter of the previous social agency'],
  'tax-slip': ['SPPT PBB tahun terakhir', 'Latest land tax slip'],
  'land-statement': ['Surat pernyataan penguasaan tanah bermeterai', 'Land statement on duty stamp'],
  'rebuild-consent': ['Surat kesediaan rumah dibangun kembali', 'Consent to rebuild the house'],
  'no-family-statement': ['Surat keterangan tidak memiliki keluarga dari desa/kelurahan', 'Village letter that the person has no family'],
  'health-letter': ['Surat keterangan sehat dari Puskesmas', 'Health letter of the health centre'],
  'guardian-statement': ['Surat pernyataan orang tua/wali bermeterai', 'Statement of parent or guardian on duty stamp'],
  'withdrawal-statement': ['Surat pernyataan pengunduran diri dari PBI APBD', 'Statement of withdrawal from district-paid insurance'],
  'mismatch-proof': ['Bukti data tidak padan (tangkapan layar atau surat penolakan)', 'Proof of the mismatch (screenshot or refusal)'],
  'change-proof': [
    'Bukti perubahan data (akta, surat pindah, surat kematian, ijazah)',
    'Proof of the change (deed, moving or death letter, diploma)'
  ],
  'aid-proof': ['Bukti bantuan atau rekening koran yang dipersoalkan', 'Proof of the aid or bank statement complained about'],
  'complaint-evidence': ['Bukti pendukung pengaduan', 'Evidence for the complaint'],
  'report-letter': ['Laporan warga, desa/kelurahan atau Satpol PP', 'Report of residents, the village or the public order unit'],
  'disability-letter': ['Surat keterangan disabilitas dari dokter/Puskesmas', 'Disability letter of a doctor or health centre'],
  'disaster-letter': ['Surat keterangan kejadian bencana dari desa/kelurahan', 'Letter of the village on the disaster'],
  'damage-photos': ['Foto kerusakan', 'Photos of the damage'],
  diploma: ['Ijazah terakhir', 'Latest diploma'],
  'pass-photo': ['Pasfoto 3x4', 'Passport photo 3x4'],
  'land-proof': ['Bukti lahan garapan (SPPT PBB atau surat garap)', 'Proof of the farmed land (tax slip or farming letter)'],
  'fisher-letter': [
    'Surat keterangan berprofesi nelayan/pembudi daya ikan dari desa',
    'Village letter on the work as fisher or fish farmer'
  ]
} as const satisfies Record<string, readonly [string, string]>

export type DocumentCode = keyof typeof documents
