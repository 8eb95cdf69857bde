import type { LetterFacts, LetterType, SIFAT } from '#shared/letters/letter'
import type { RegistrySource } from '#shared/registry/edition'

/** A fact a letter cannot do without; the screen asks for exactly these. */
export type FactCode =
  | 'addressee'
  | 'resident.nik'
  | 'resident.identity'
  | 'registry'
  | 'registry.is-listed'
  | 'registry.decile'
  | 'bpjs'
  | 'bpjs.card-number'
  | 'bpjs.facility-letter'
  | 'school'
  | 'purpose'
  | 'return-slip'
  | 'valid-until'
  | 'signer.on-behalf-of'

export type LetterRule = {
  /** Grows with every change of the wording; kept with each issued letter. */
  version: number
  layout: 'surat-dinas' | 'surat-keterangan'
  /** How the office calls it, in lists and in the register. */
  name: string
  /** Printed above a surat keterangan. */
  title: string | null
  hal: string
  sifat: (typeof SIFAT)[number]
  /** Classification codes of Permendagri 83/2022 and of the list before it. */
  classification: { 'permendagri-83-2022': string; old: string }
  validityDays: number | null
  /** Codes of the directory's organization kinds it may be addressed to; empty when it is handed to the resident. */
  addressees: readonly string[]
  required: readonly FactCode[]
  /** Of a letter that speaks of one register by name: what others say is not asked. */
  restsOn?: RegistrySource
  tembusan: readonly string[]
  /** The whole NIK is printed only where the target works with it; else the masked one. */
  showsNik: boolean
  hasReturnSlip: boolean
}

const DINSOS = 'Kepala Dinas Sosial (sebagai laporan)'
const ARCHIVE = 'Arsip'

export const letterTypes: Record<LetterType, LetterRule> = {
  'rujukan-kesehatan': {
    version: 2,
    layout: 'surat-dinas',
    name: 'Surat rujukan pelayanan kesehatan',
    title: null,
    hal: 'Rujukan Pelayanan Kesehatan',
    sifat: 'Segera',
    classification: { 'permendagri-83-2022': '400.7', old: '440' },
    validityDays: 30,
    addressees: ['rsud', 'puskesmas', 'rumah-sakit', 'dinas-kesehatan'],
    required: ['addressee', 'resident.identity', 'return-slip'],
    tembusan: [DINSOS, ARCHIVE],
    showsNik: true,
    hasReturnSlip: true
  },
  'rekomendasi-pbi-jk': {
    version: 2,
    layout: 'surat-dinas',
    name: 'Surat rekomendasi reaktivasi PBI-JK',
    title: null,
    hal: 'Rekomendasi Reaktivasi Kepesertaan PBI-JK',
    sifat: 'Segera',
    classification: { 'permendagri-83-2022': '400.9', old: '460' },
    validityDays: 30,
    addressees: ['bpjs-kesehatan', 'dinas-sosial'],
    required: ['addressee', 'resident.nik', 'registry', 'bpjs', 'bpjs.card-number', 'bpjs.facility-letter'],
    tembusan: [DINSOS, 'Kepala Dinas Kesehatan', ARCHIVE],
    showsNik: true,
    hasReturnSlip: false
  },
  'keterangan-dtsen': {
    version: 2,
    layout: 'surat-keterangan',
    name: 'Surat keterangan terdaftar DTSEN',
    title: 'SURAT KETERANGAN TERDAFTAR DTSEN',
    hal: 'Keterangan Terdaftar dalam DTSEN',
    sifat: 'Biasa',
    classification: { 'permendagri-83-2022': '400.9', old: '401' },
    validityDays: 90,
    addressees: [],
    required: ['resident.nik', 'registry', 'registry.is-listed', 'registry.decile', 'purpose', 'valid-until'],
    restsOn: 'DTSEN',
    tembusan: [],
    showsNik: true,
    hasReturnSlip: false
  },
  'pengantar-dukcapil': {
    version: 2,
    layout: 'surat-dinas',
    name: 'Surat pengantar ke Dukcapil',
    title: null,
    hal: 'Pengantar Pelayanan Administrasi Kependudukan',
    sifat: 'Biasa',
    classification: { 'permendagri-83-2022': '400.12', old: '471' },
    validityDays: 30,
    addressees: ['dukcapil'],
    required: ['addressee', 'resident.identity', 'purpose', 'return-slip'],
    tembusan: [ARCHIVE],
    showsNik: true,
    hasReturnSlip: true
  },
  'rekomendasi-pip': {
    version: 2,
    layout: 'surat-dinas',
    name: 'Surat rekomendasi PIP/KIP',
    title: null,
    hal: 'Rekomendasi Calon Penerima Program Indonesia Pintar (PIP)',
    sifat: 'Biasa',
    classification: { 'permendagri-83-2022': '400.3', old: '420' },
    validityDays: 90,
    addressees: ['dinas-pendidikan', 'sekolah', 'kemenag'],
    required: ['addressee', 'resident.identity', 'registry', 'school'],
    tembusan: [DINSOS, ARCHIVE],
    showsNik: false,
    hasReturnSlip: false
  },
  'pengantar-baznas': {
    version: 2,
    layout: 'surat-dinas',
    name: 'Surat pengantar ke BAZNAS',
    title: null,
    hal: 'Pengantar Permohonan Bantuan',
    sifat: 'Biasa',
    classification: { 'permendagri-83-2022': '400.9', old: '466' },
    validityDays: 30,
    addressees: ['baznas'],
    required: ['addressee', 'resident.identity', 'purpose', 'return-slip'],
    tembusan: [DINSOS, ARCHIVE],
    showsNik: false,
    hasReturnSlip: true
  }
}

const isAbsent: Record<FactCode, (facts: LetterFacts) => boolean> = {
  addressee: facts => facts.addressee === null,
  'resident.nik': facts => facts.resident.nik === null,
  'resident.identity': facts => facts.resident.nik === null && facts.resident.provisionalId === null,
  registry: facts => facts.registry === null,
  'registry.is-listed': facts => facts.registry !== null && !facts.registry.isListed,
  'registry.decile': facts => facts.registry?.isListed === true && facts.registry.decile === null,
  bpjs: facts => facts.bpjs === null,
  'bpjs.card-number': facts => facts.bpjs !== null && !facts.bpjs.cardNumber,
  'bpjs.facility-letter': facts => facts.bpjs !== null && !facts.bpjs.facilityLetter,
  school: facts => facts.school === null,
  purpose: facts => !facts.purpose,
  'return-slip': facts => facts.returnSlip === null,
  'valid-until': facts => facts.validUntil === null,
  'signer.on-behalf-of': facts => ['a.n.', 'u.b.'].includes(facts.signer.capacity) && !facts.signer.onBehalfOf
}

/** What still has to be known before a letter of this type may be issued; empty when nothing is missing. */
export const missingFacts = (type: LetterType, facts: LetterFacts): FactCode[] =>
  [...letterTypes[type].required, 'signer.on-behalf-of' as const].filter(code => isAbsent[code](facts))
