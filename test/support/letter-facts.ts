// A believable letter for every type: a generated family of Kendal, an office with a letterhead, an official.
import type { LetterFacts, LetterType } from '#shared/letters/letter'
import { letterTypes } from '#shared/letters/letter-types'
import type { Letterhead } from '#shared/paper/sheet'

export const KENDAL_LETTERHEAD: Letterhead = {
  lines: ['PEMERINTAH KABUPATEN KENDAL', 'DINAS SOSIAL', 'RUMAH SLRT'],
  address: 'Jalan Contoh Nomor 12, Kendal',
  postcode: '51313',
  phone: '(0294) 000000',
  email: 'slrt@kendal.example',
  website: 'slrt.kendal.example',
  logo: null
}

const ADDRESSEES: Record<LetterType, LetterFacts['addressee']> = {
  'rujukan-kesehatan': { title: 'Direktur RSUD dr. H. Soewondo Kendal', organization: 'RSUD dr. H. Soewondo Kendal', place: 'Kendal' },
  'rekomendasi-pbi-jk': {
    title: 'Kepala BPJS Kesehatan Kabupaten Kendal',
    organization: 'BPJS Kesehatan Kabupaten Kendal',
    place: 'Kendal'
  },
  'keterangan-dtsen': null,
  'pengantar-dukcapil': {
    title: 'Kepala Dinas Kependudukan dan Pencatatan Sipil Kabupaten Kendal',
    organization: 'Dinas Kependudukan dan Pencatatan Sipil Kabupaten Kendal',
    place: 'Kendal'
  },
  'rekomendasi-pip': {
    title: 'Kepala Dinas Pendidikan dan Kebudayaan Kabupaten Kendal',
    organization: 'Dinas Pendidikan dan Kebudayaan Kabupaten Kendal',
    place: 'Kendal'
  },
  'pengantar-baznas': { title: 'Ketua BAZNAS Kabupaten Kendal', organization: 'BAZNAS Kabupaten Kendal', place: 'Kendal' }
}

const PURPOSES: Record<LetterType, string | null> = {
  'rujukan-kesehatan': null,
  'rekomendasi-pbi-jk': null,
  'keterangan-dtsen': 'pendaftaran Sistem Penerimaan Murid Baru (SPMB) jalur afirmasi',
  'pengantar-dukcapil': 'perekaman KTP-el dan pemadanan NIK',
  'rekomendasi-pip': null,
  'pengantar-baznas': 'bantuan biaya transportasi berobat'
}

export const sampleFacts = (type: LetterType, change: Partial<LetterFacts> = {}): LetterFacts => ({
  paper: 'F4',
  office: { name: 'Rumah SLRT Kabupaten Kendal', contact: '(0294) 000000' },
  letterhead: KENDAL_LETTERHEAD,
  place: 'Kendal',
  number: `${letterTypes[type].classification['permendagri-83-2022']}/017/SLRT-A/XI/2026`,
  issuedOn: '2026-11-23',
  sifat: letterTypes[type].sifat,
  lampiran: 1,
  hal: letterTypes[type].hal,
  addressee: ADDRESSEES[type],
  resident: {
    name: 'Siti Aminah Contoh',
    nik: '3324105708900001',
    nikMasked: '332410******0001',
    provisionalId: null,
    kk: '3324100101100002',
    birthPlace: 'Kendal',
    birthDate: '1990-08-17',
    sex: 'female',
    religion: 'islam',
    occupation: 'Buruh tani/perkebunan',
    maritalStatus: 'married',
    address: {
      line: 'Dusun Krajan',
      rt: '003',
      rw: '005',
      village: 'Desa Contoharjo',
      subdistrict: 'Patebon',
      district: 'Kabupaten Kendal'
    },
    phone: '+62 812-0000-0000'
  },
  familyHead: {
    name: 'Slamet Contoh',
    nik: '3324100203850003',
    nikMasked: '332410******0003',
    birthDate: '1985-03-02',
    occupation: 'Nelayan'
  },
  registry: {
    isListed: true,
    decile: 3,
    period: '2026-T4',
    checkedOn: '2026-11-23',
    checkedBy: 'Rina Petugas',
    source: 'DTSEN'
  },
  case: {
    number: 'A-2026-000041',
    summary: 'Kepesertaan BPJS PBI-JK tidak aktif, sedangkan yang bersangkutan menjalani hemodialisis dua kali seminggu.',
    serviceName: 'Reaktivasi PBI-JK'
  },
  bpjs: {
    cardNumber: '0001234567890',
    deactivatedOn: '2026-02-01',
    reason: 'Pemutakhiran data penerima',
    facility: 'Puskesmas Patebon 01',
    facilityLetter: 'Nomor 445/210/PKM tanggal 20 November 2026'
  },
  school: type === 'rekomendasi-pip' ? { name: 'SD Negeri 1 Contoharjo', npsn: null, grade: 'V (lima)', nisn: null } : null,
  purpose: PURPOSES[type],
  validUntil: type === 'keterangan-dtsen' ? '2027-02-21' : null,
  tembusan: [...letterTypes[type].tembusan],
  signer: {
    capacity: 'a.n.',
    onBehalfOf: 'KEPALA DINAS SOSIAL KABUPATEN KENDAL',
    position: 'Kepala Bidang Pemberdayaan Sosial',
    name: 'Drs. Budi Contoh, M.Si.',
    rank: 'Pembina Tingkat I, IV/b',
    nip: '197001011995031001'
  },
  returnSlip: letterTypes[type].hasReturnSlip ? { code: '7K3MQ9XD', referralNumber: 'RJK-A-2026-000012', answerBy: '2026-11-30' } : null,
  verification: {
    codeText:
      'SLRT1:6BFOXN%TSMAHN-H/Q6 P5DTDPN7.AF%6O$DT9EH7A0$8WUC4-DZJCKECSUE7ECRZC4LE%A8 C9VR6SGHM9YD6X57E56HX6KY81Q6H/HYCSU9AJ7ALOC$$C%5FZWE/MA:XG6L9JB6+TC:QE5$C/R6PN9/C9%VDMC9*+C5UAXA7YH8LK8'
  },
  ...change
})
