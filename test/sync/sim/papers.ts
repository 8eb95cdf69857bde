// What the simulated office writes down: as little as the schemas allow.
import type { Op } from '#shared/changes/op'

type Fields = Extract<Op, { type: 'create' }>['fields']

const PIN = { salt: 's', hash: 'h', N: 2, r: 1, p: 1 }
const DAY = '2026-11-23'
const AT = 1_795_000_000_000

export const deviceFields = (code: string): Fields => ({ code, keyId: '12345678', publicKey: code })

export const officerFields = (name: string, roles: string[]): Fields => ({
  name,
  roles,
  position: null,
  decreeNumber: null,
  pin: PIN,
  isActive: true
})

export const bookFields = (unitCode: string): Fields => ({ unitCode, year: 2026, mode: 'own', startAt: 1, nextSequence: 1 })

export const residentFields = (name: string): Fields => ({
  name,
  nik: null,
  noNikReason: 'newborn',
  provisionalId: null,
  nikOverrideReason: null,
  sex: 'female',
  birthPlace: null,
  birthDate: null,
  religion: null,
  maritalStatus: null,
  occupation: null,
  motherName: null,
  phone: null,
  phoneOwner: null,
  address: { line: 'Krajan', rt: null, rw: null, villageCode: null, postcode: null },
  domicile: null,
  note: null
})

export const checkFields = (residentId: string, officerId: string): Fields => ({
  residentId,
  visitId: null,
  source: 'DTSEN',
  isListed: true,
  decile: 2,
  period: '2026-T4',
  programmes: ['pkh'],
  note: null,
  checkedAt: AT,
  officerId
})

export const visitFields = (deskCode: string, ticket: string): Fields => ({
  day: DAY,
  deskCode,
  lane: 'general',
  ticketNo: 1,
  ticket,
  channel: 'walk-in',
  purpose: null,
  vulnerableGroup: null,
  status: 'serving',
  arrivedAt: AT,
  calledAt: null,
  servingAt: null,
  endedAt: null,
  officerId: null,
  privacyNotice: null,
  privacyNoticedAt: null
})

export const caseFields = (number: string, visitId: string, residentId: string, ownerId: string): Fields => ({
  number,
  visitId,
  residentId,
  kind: 'request',
  sector: 'social',
  problemType: 'aid',
  serviceCode: null,
  summary: 'A request',
  urgency: 'normal',
  status: 'registered',
  ownerId,
  nextStep: null,
  dueOn: null,
  ending: null,
  outcome: null,
  openedAt: AT,
  closedAt: null
})

export const eventFields = (caseId: string, officerId: string, text: string): Fields => ({
  caseId,
  kind: 'note',
  text,
  status: null,
  at: AT,
  officerId
})

const FACTS: Fields = {
  paper: 'F4',
  office: { name: 'SLRT', contact: null },
  letterhead: { lines: ['KENDAL'], address: 'Kendal', postcode: null, phone: null, email: null, website: null, logo: null },
  place: 'Kendal',
  number: null,
  issuedOn: DAY,
  sifat: 'Biasa',
  lampiran: 0,
  hal: 'Rujukan',
  addressee: null,
  resident: {
    name: 'A',
    nik: null,
    nikMasked: null,
    provisionalId: null,
    kk: null,
    birthPlace: null,
    birthDate: null,
    sex: 'female',
    religion: null,
    occupation: null,
    maritalStatus: null,
    address: { line: 'K', rt: null, rw: null, village: null, subdistrict: null, district: null },
    phone: null
  },
  familyHead: null,
  registry: null,
  case: { number: '1', summary: 'A', serviceName: 'B' },
  bpjs: null,
  school: null,
  purpose: null,
  validUntil: null,
  tembusan: [],
  signer: { capacity: '', onBehalfOf: null, position: 'Kepala', name: 'B', rank: null, nip: null },
  returnSlip: null,
  verification: null
}

type LetterPlace = { caseId: string; residentId: string; bookId: string; officerId: string; sequence: number; number: string }

export const letterFields = ({ caseId, residentId, bookId, officerId, sequence, number }: LetterPlace): Fields => ({
  type: 'rujukan-kesehatan',
  templateVersion: 1,
  caseId,
  referralId: null,
  residentId,
  bookId,
  year: 2026,
  sequence,
  number,
  issuedOn: DAY,
  issuedAt: AT,
  validUntil: null,
  officerId,
  paper: 'F4',
  facts: FACTS,
  dataHash: '0'.repeat(64),
  pdfHash: '0'.repeat(64),
  pdfPages: 1,
  codeText: 'X',
  status: 'issued',
  voidReason: null,
  voidedAt: null,
  voidedBy: null
})
