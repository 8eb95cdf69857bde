// What officers type into free text, made up: common words come up often and rare ones seldom, as in any language (Zipf).
import { between, mostlyEarly, oneOf, type Random } from '../seeded.ts'

type Words = [string, ...string[]]
const words = (text: string): Words => text.split(/\s+/) as Words

/** Ordered from common to rare. */
const WORDS =
  words(`yang dan tidak di untuk sudah warga dengan belum anak dari ke rumah data bulan ini ada lalu karena keluarga pada bisa sejak ibu akan
  bpjs aktif desa bapak surat puskesmas rsud dinas sosial kartu suami nik bantuan kk kontrol usia sakit masih orang kerja tinggal lagi istri pkh
  hari saat mohon perlu terdaftar kecamatan kelurahan sekolah tetapi biaya obat dapat oleh lama baru tahun hanya sendiri berobat petugas minggu
  tua nama kantor kepala dtsen nonaktif pbi jk setelah diminta membawa fotokopi ktp asli pengantar rt rw dusun buruh penghasilan tetap kurang
  mampu menerima sembako terakhir pernah pindah alamat domisili beda salah ejaan tanggal lahir akta nikah cerai meninggal dunia waris kakak adik
  nenek kakek cucu menantu mertua tetangga operator siks pendamping kader posyandu bidan dokter spesialis rujukan rawat inap jalan operasi jantung
  ginjal cuci darah stroke diabetes hipertensi tbc paru kanker payudara katarak patah tulang kecelakaan lalu lintas jatuh kamar mandi lumpuh separuh
  badan kursi roda alat bantu dengar disabilitas netra tuna rungu wicara mental autis terapi seminggu sekali pulang besok lusa segera mendesak
  menunggu jawaban verifikasi lapangan musyawarah kelurahan desil usulan ditolak diterima diproses lengkap kurangnya berkas fotonya buram materai
  tandatangan cap stempel bendahara rekening bank bri dibuka ditutup saldo kosong gagal cair kks hilang rusak terblokir pin lupa agen ewarong telur
  beras kualitas jelek potongan pungutan liar pengaduan lapor petani tambak garam nelayan pabrik tekstil sawit perantau malaysia hongkong taiwan
  pulang kampung phk dirumahkan borongan serabutan ojek warung gorengan jamu keliling penjahit tukang batu kayu las bengkel dapur bocor roboh banjir
  rob longsor kebakaran lantai tanah dinding bambu atap seng rumbia rtlh jamban sumur pamsimas listrik token subsidi putus sekolah smp smk madrasah
  pesantren seragam spp tunggakan ijazah ditahan zonasi pip kip kuliah beasiswa yatim piatu panti asuhan telantar gelandangan odgj pasung rehabilitasi
  kekerasan dalam tangga visum polsek unit ppa perlindungan anak adopsi perwalian isbat sidang keliling dukcapil perekaman biometrik pencetakan blangko`)

const COMPLAINTS = [
  'Kartu BPJS PBI tidak aktif sejak',
  'Datang bersama anaknya, minta dibantu',
  'Kepesertaan PBI-JK nonaktif, perlu kontrol ke RSUD',
  'Belum pernah menerima bantuan apa pun padahal',
  'PKH berhenti sejak',
  'Data di DTSEN tidak sesuai dengan KK terbaru,',
  'Anak hampir putus sekolah karena',
  'Sembako tidak cair sejak',
  'Mohon surat pengantar untuk',
  'Rumah rusak berat,',
  'Lansia tinggal sendiri,',
  'Minta penjelasan syarat'
] as const

const ENDINGS = [
  'Sudah dijelaskan.',
  'Warga paham.',
  'Berkas lengkap.',
  'Akan kembali membawa berkas.',
  'Mohon ditindaklanjuti.',
  'Nomor telepon sudah dicatat.'
] as const

/** One to three sentences about a trouble, as somebody types them who has a queue to serve. */
export function complaint(random: Random): string {
  const sentences = [`${mostlyEarly(random, COMPLAINTS)} ${run(random, between(random, 4, 14))}.`]
  while (sentences.length < 3 && random() < 0.5) sentences.push(`${capital(run(random, between(random, 5, 16)))}.`)
  return sentences.join(random() < 0.1 ? '\n' : ' ')
}

/** A short remark. */
export function remark(random: Random): string {
  const text = `${capital(run(random, between(random, 3, 12)))}.`
  return random() < 0.4 ? `${text} ${oneOf(random, ENDINGS)}` : text
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function run(random: Random, length: number): string {
  return Array.from({ length }, () => word(random)).join(' ')
}

/** The k-th word comes up about 1/k as often as the first; now and then somebody mistypes, or writes a number. */
function word(random: Random): string {
  if (random() < 0.03) return String(between(random, 2, 950))
  const rank = Math.floor(WORDS.length ** random()) - 1
  const chosen = WORDS[rank] ?? WORDS[0]
  return random() < 0.02 ? mistyped(random, chosen) : chosen
}

function mistyped(random: Random, right: string): string {
  const at = between(random, 0, right.length - 1)
  return random() < 0.5
    ? right.slice(0, at) + right.slice(at + 1) || right
    : right.slice(0, at) + String.fromCharCode(97 + between(random, 0, 25)) + right.slice(at)
}
