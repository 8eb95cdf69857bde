import type { LocalDate } from '#shared/clock'
import { formatDateShort } from '#shared/local-date-input'
import { type Address, MARITAL_STATUSES, RELATIONS, type Resident } from '#shared/residents/resident'
import type { Proposal, ProposalKind } from './proposal'

/** The columns of a list, as SIKS-NG names what it asks for; codes are those of Regsosek 2022 and, for SHDK, of the family card. */
export const PROPOSAL_COLUMNS = [
  'NO',
  'JENIS_USULAN',
  'URAIAN',
  'NIK',
  'NO_KK',
  'NAMA',
  'TEMPAT_LAHIR',
  'TANGGAL_LAHIR',
  'JENIS_KELAMIN',
  'SHDK',
  'STATUS_KAWIN',
  'NAMA_IBU_KANDUNG',
  'PEKERJAAN',
  'ALAMAT',
  'RT',
  'RW',
  'KODE_WILAYAH',
  'DESA_KELURAHAN',
  'KECAMATAN',
  'KABUPATEN_KOTA',
  'NO_HP',
  'DOKUMEN',
  'TANGGAL_USULAN',
  'NOMOR_DAFTAR',
  'ID_USULAN'
] as const

const kinds: Record<ProposalKind, string> = {
  'new-entry': 'USULAN BARU',
  correction: 'PERBAIKAN DATA',
  removal: 'PENGHAPUSAN',
  reactivation: 'REAKTIVASI'
}

export type RowFacts = {
  n: number
  proposal: Proposal
  resident: Resident
  /** Where the person lives: lines and village of one place. */
  address: Address
  family: { kk: string | null; relation: (typeof RELATIONS)[number] } | null
  area: { village: string; subdistrict: string; district: string }
  proposedOn: LocalDate
  batchNumber: string
}

/** One proposal as it stands in a list; what is not known stays empty and is never made up. */
export function proposalRow({ n, proposal, resident, address, family, area, proposedOn, batchNumber }: RowFacts): string[] {
  const row: Record<(typeof PROPOSAL_COLUMNS)[number], string | null> = {
    NO: String(n),
    JENIS_USULAN: kinds[proposal.kind],
    URAIAN: proposal.what.replaceAll(/\s*\n\s*/g, '; '),
    NIK: resident.nik,
    NO_KK: family?.kk ?? null,
    NAMA: resident.name.toUpperCase(),
    TEMPAT_LAHIR: resident.birthPlace,
    TANGGAL_LAHIR: resident.birthDate && formatDateShort(resident.birthDate),
    JENIS_KELAMIN: resident.sex === 'male' ? '1' : '2',
    SHDK: family && String(RELATIONS.indexOf(family.relation) + 1),
    STATUS_KAWIN: resident.maritalStatus && String(MARITAL_STATUSES.indexOf(resident.maritalStatus) + 1),
    NAMA_IBU_KANDUNG: resident.motherName,
    PEKERJAAN: resident.occupation,
    ALAMAT: address.line,
    RT: address.rt,
    RW: address.rw,
    KODE_WILAYAH: address.villageCode,
    DESA_KELURAHAN: area.village,
    KECAMATAN: area.subdistrict,
    KABUPATEN_KOTA: area.district,
    NO_HP: resident.phone && `0${resident.phone.slice(3)}`,
    DOKUMEN: proposal.documents.join('; '),
    TANGGAL_USULAN: formatDateShort(proposedOn),
    NOMOR_DAFTAR: batchNumber,
    ID_USULAN: proposal.id
  }
  return PROPOSAL_COLUMNS.map(column => row[column] ?? '')
}
