import type { TimeZone } from '#shared/clock'
import { momentText } from '#shared/moment-text'
import type { Affected, Held } from './list-affected'

export type Lost = {
  districtName: string
  zone: TimeZone
  desk: { code: string; name: string; lastSeenAt: number | null; state: string }
  people: readonly Affected[]
  /** The district's extract of the register as it was handed to the desks; null when there was none before the desk last spoke. */
  extract: { label: string; publishedAt: number } | null
  now: number
}

/** UU 27/2022 art. 46: in writing, no later than 3 x 24 hours. */
const NOTICE_MS = 72 * 3_600_000
const KINDS: Record<Held, string> = {
  participant: 'kunjungan ke loket dan keperluannya',
  case: 'kasus: masalah, catatan, dan penyelesaiannya',
  letter: 'surat dan berkas PDF-nya',
  referral: 'rujukan ke instansi dan jawabannya',
  proposal: 'usulan perubahan data terpadu',
  registryCheck: 'hasil pencarian di data terpadu'
}

/** A draft for somebody to finish: what must be said by law (what, when and how, what is done), and what is not known. It names nobody. */
export function noticeDraft({ districtName, zone, desk, people, extract, now }: Lost): string {
  const moment = (at: number) => momentText(at, zone)
  const own = people.filter(({ isOwn }) => isOwn).length
  const held = (Object.keys(KINDS) as Held[]).filter(kind => people.some(({ counts }) => counts[kind] > 0))
  const seen = desk.lastSeenAt === null ? 'belum pernah' : moment(desk.lastSeenAt)
  return `RANCANGAN - dilengkapi dan ditandatangani oleh pejabat yang berwenang

Pemberitahuan kegagalan pelindungan data pribadi
(Pasal 46 UU 27/2022; tertulis, paling lambat 3 x 24 jam: sebelum ${moment(now + NOTICE_MS)})

Kepada: 1. Subjek data pribadi dalam daftar terlampir (${people.length} orang)
        2. Lembaga pelindungan data pribadi
Dari:   ${districtName}

1. Apa yang terjadi
Komputer loket ${desk.code} (${desk.name}) [hilang / dicuri / dibuka orang lain] pada [tanggal dan jam] di [tempat].
Komputer itu terakhir berbicara dengan server kabupaten: ${seen}.

2. Data yang mungkin terungkap
- Identitas ${people.length} orang: nama, NIK, nomor KK, tempat dan tanggal lahir, alamat, telepon, pekerjaan, nama ibu, catatan; ${own} di antaranya dilayani di loket itu.
${held.map(kind => `- ${KINDS[kind]} (${people.filter(({ counts }) => counts[kind] > 0).length} orang)`).join('\n')}
- Data keluarga dan, bila tertulis dalam kasus, keadaan kesehatan atau ekonomi. Kolom daftar menandai anak: pemberitahuan disampaikan kepada orang tua atau wali.
${
  extract
    ? `- Salinan data terpadu "${extract.label}" (dibagikan ${moment(extract.publishedAt)}), bila loket sudah mengambilnya: setiap orang dalam salinan itu. Mereka TIDAK ada dalam daftar terlampir; bila kuncinya ikut terbuka, beri tahu secara terbuka.`
    : '- Server belum membagikan salinan data terpadu sebelum loket itu terakhir berbicara.'
}

3. Seberapa besar kemungkinannya
Data di komputer itu tersimpan terkunci (terenkripsi) dengan kunci akun Windows-nya. Isinya terbuka hanya bagi orang yang dapat masuk ke akun itu, yang
memegang kode pemulihan dari amplop, atau bila komputer dicuri dalam keadaan terbuka. [Periksa: apakah amplop masih ada? apakah layar terkunci?]

4. Yang sudah dan akan dilakukan
- Loket dicabut haknya di server kabupaten: ${desk.state === 'revoked' ? 'sudah' : `BELUM (npm run district -- revoke ${desk.code})`}.
- [Lapor polisi nomor ...; kata sandi petugas diganti; kode pemulihan baru; ...]

5. Yang dapat dilakukan warga
[Waspada permintaan data atas nama Dinas Sosial; hubungi ... bila NIK dipakai orang lain.]

Yang tidak diketahui server: apa yang ditulis di loket itu sesudah ${seen}; flashdisk yang dibaca loket itu sesudahnya; daftar data terpadu yang
dimuat petugas sendiri di komputer itu. Cocokkan dengan buku agenda tercetak dan ingatan petugas.
`
}
