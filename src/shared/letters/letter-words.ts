// How letters put facts into words: official Indonesian, one place for every letter type.
import type { LetterAddress, LetterFacts, LetterRegistry, LetterResident, SignerSnapshot } from '#shared/letters/letter'
import { terbilang } from '#shared/letters/terbilang'
import { formatDate } from '#shared/local-date-input'
import type { Block } from '#shared/paper/sheet'

export type TextRow = { label: string; value: string }

const SEX = { male: 'Laki-laki', female: 'Perempuan' }
const RELIGION = {
  islam: 'Islam',
  protestant: 'Kristen Protestan',
  catholic: 'Katolik',
  hindu: 'Hindu',
  buddhist: 'Buddha',
  confucian: 'Khonghucu',
  belief: 'Kepercayaan terhadap Tuhan Yang Maha Esa'
}
const MARITAL = { single: 'Belum kawin', married: 'Kawin', divorced: 'Cerai hidup', widowed: 'Cerai mati' }
const SOURCE = {
  DTSEN: 'Data Tunggal Sosial dan Ekonomi Nasional (DTSEN)',
  DTKS: 'Data Terpadu Kesejahteraan Sosial (DTKS)',
  BDT: 'Basis Data Terpadu (BDT)',
  'village-list': 'daftar keluarga kurang mampu desa/kelurahan'
}
const MONTHS = ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember']
const QUARTERS = ['I', 'II', 'III', 'IV']

/** `- ` when nothing goes along, else `1 (satu) berkas`. */
export const lampiranText = (count: number): string => (count === 0 ? '-' : `${count} (${terbilang(count)}) berkas`)

/** `3 (tiga)`, the way counts stand in official letters. */
export const inWords = (count: number): string => `${count} (${terbilang(count)})`

/** `2026-T4` as `Triwulan IV Tahun 2026`, `2026-10` as `Oktober 2026`; anything else as it is. */
export function periodText(period: string): string {
  const [, year, part] = /^(\d{4})-(T[1-4]|\d{2})$/.exec(period) ?? []
  if (!year || !part) return period
  if (part.startsWith('T')) return `Triwulan ${QUARTERS[Number(part.slice(1)) - 1]} Tahun ${year}`
  const month = MONTHS[Number(part) - 1]
  return month ? `${month} ${year}` : period
}

export const sexText = (resident: LetterResident): string => SEX[resident.sex]
export const religionText = (resident: LetterResident): string | null => resident.religion && RELIGION[resident.religion]
export const maritalText = (resident: LetterResident): string | null => resident.maritalStatus && MARITAL[resident.maritalStatus]
export const registryName = (registry: LetterRegistry): string => SOURCE[registry.source]

export const dateText = (day: string): string => formatDate(day, 'id')

/** `Kendal, 17 Agustus 1990`; a part nobody knows is a dash, never a guess, and one dash is enough for both. */
export const birthText = ({ birthPlace, birthDate }: LetterResident): string =>
  birthPlace || birthDate ? `${birthPlace ?? '-'}, ${birthDate ? dateText(birthDate) : '-'}` : '-'

export function addressText(address: LetterAddress): string {
  const rtRw = [address.rt && `RT ${address.rt}`, address.rw && `RW ${address.rw}`].filter(Boolean).join(' ')
  return [
    address.line,
    rtRw,
    address.village,
    address.subdistrict && `Kecamatan ${address.subdistrict.replace(/^(kec\.?|kecamatan)\s+/i, '')}`,
    address.district
  ]
    .filter(Boolean)
    .join(', ')
}

/** The identity rows: the whole NIK where the letter's target needs it, else the masked one; without a NIK the provisional number. That none was written down does not say that there is none: some forgot their card. */
export function identityRow(
  person: { nik: string | null; nikMasked: string | null; provisionalId?: string | null },
  showsNik: boolean
): TextRow {
  const nik = showsNik ? person.nik : (person.nikMasked ?? null)
  if (nik) return { label: 'NIK', value: nik }
  if (person.provisionalId) return { label: 'Nomor sementara', value: `${person.provisionalId} (NIK belum tercatat)` }
  return { label: 'NIK', value: '-' }
}

/** Rows with something in them. */
export const rows = (...entries: (TextRow | [label: string, value: string | null | undefined] | false)[]): TextRow[] =>
  entries.flatMap(entry => {
    if (entry === false) return []
    if (!Array.isArray(entry)) return [entry]
    const [label, value] = entry
    return value ? [{ label, value }] : []
  })

export const table = (entries: TextRow[]): Block => ({ kind: 'table', rows: entries })

/** A paragraph; pieces wrapped in `strong()` are bold. */
export const paragraph = (...pieces: (string | { text: string; strong: true })[]): Block => ({
  kind: 'paragraph',
  runs: pieces.map(piece => (typeof piece === 'string' ? { text: piece } : piece))
})
export const strong = (text: string): { text: string; strong: true } => ({ text, strong: true })

/** What the register answered, with its source, period, day and officer; not found is said not to mean not entitled. */
export function registryParagraph(registry: LetterRegistry): Block {
  const looked = `Berdasarkan pemeriksaan ${registryName(registry)} periode ${periodText(registry.period)} pada tanggal ${dateText(registry.checkedOn)} oleh petugas kami (${registry.checkedBy}), keluarga yang bersangkutan `
  if (!registry.isListed)
    return paragraph(
      looked,
      strong('belum ditemukan'),
      '. Keadaan ini tidak menghilangkan hak yang bersangkutan untuk memperoleh pelayanan dan pendataan.'
    )
  return registry.decile === null
    ? paragraph(looked, strong('terdaftar'), '.')
    : paragraph(looked, strong(`terdaftar pada desil ${inWords(registry.decile)}`), '.')
}

/** The lines above the name of the signing official (`a.n.`, `u.b.`, `Plt.`, `Plh.`, `Pj.`). */
export function capacityLines(signer: SignerSnapshot): string[] {
  if (signer.capacity === 'a.n.') return [`a.n. ${signer.onBehalfOf ?? ''}`.trim(), `${signer.position},`]
  if (signer.capacity === 'u.b.') return [`a.n. ${signer.onBehalfOf ?? ''}`.trim(), 'u.b.', `${signer.position},`]
  return [`${signer.capacity} ${signer.position},`.trim()]
}

/** The resident's rows every letter shares; the numbers only where the target works with them. */
export function residentRows(facts: LetterFacts, { showsNik, showsKk }: { showsNik: boolean; showsKk: boolean }): TextRow[] {
  const { resident } = facts
  return rows(
    ['Nama', resident.name],
    identityRow(resident, showsNik),
    showsKk && ['Nomor KK', resident.kk],
    ['Tempat, tanggal lahir', birthText(resident)],
    ['Jenis kelamin', sexText(resident)],
    ['Pekerjaan', resident.occupation],
    ['Alamat', addressText(resident.address)]
  )
}

/** The head of the family, when that is somebody else. */
export const familyHeadRow = (facts: LetterFacts): TextRow[] =>
  facts.familyHead && facts.familyHead.name !== facts.resident.name ? rows(['Kepala keluarga', facts.familyHead.name]) : []
