import { ageOn } from '#shared/clock'
import { formatPhone } from '#shared/residents/phone'
import { Address } from '#shared/residents/resident'
import type { Table } from '#wire/table-files'
import type { Affected } from './list-affected'

const COLUMNS = [
  'Nama',
  'NIK',
  'Nomor sementara',
  'Telepon',
  'Alamat',
  'RT',
  'RW',
  'Kode desa/kelurahan',
  'Tanggal lahir',
  'Anak (belum 18 tahun)',
  'Keberadaan',
  'Ditulis di loket itu',
  'Kunjungan',
  'Kasus',
  'Surat',
  'Rujukan',
  'Usulan',
  'Pencarian data terpadu'
] as const
const PRESENCE: Record<string, string> = { deceased: 'meninggal', moved: 'pindah' }
const ADULT = 18

/** Whom to tell, where they live, and what of theirs the desk held; by name. */
export function affectedTable(name: string, people: readonly Affected[], today: string): Table {
  const rows = people.map(one => rowOf(one, today)).sort((a, b) => (a[0] ?? '').localeCompare(b[0] ?? '', 'id'))
  return { name, columns: COLUMNS, rows }
}

function rowOf({ fields, isOwn, counts }: Affected, today: string): string[] {
  const text = (name: string): string => (typeof fields[name] === 'string' ? fields[name] : '')
  const address = Address.safeParse(fields.domicile ?? fields.address).data
  const birth = text('birthDate')
  return [
    text('name'),
    text('nik'),
    text('provisionalId'),
    formatPhone(text('phone')),
    address?.line ?? '',
    address?.rt ?? '',
    address?.rw ?? '',
    address?.villageCode ?? '',
    birth,
    birth === '' ? '' : yes(ageOn(birth, today) < ADULT),
    PRESENCE[text('presence')] ?? '',
    yes(isOwn),
    ...[counts.participant, counts.case, counts.letter, counts.referral, counts.proposal, counts.registryCheck].map(String)
  ]
}

const yes = (is: boolean): string => (is ? 'ya' : '')
