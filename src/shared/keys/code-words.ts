/**
 * Everyday words, one for each value of a byte. No two share their first four letters, so that a word half read is still that word.
 * Never change this list: codes in sealed envelopes are written with it.
 */
const WORDS = `
abadi abang adat adik ahli ajak aksara alam alis ambil ampuh andal anggur antar apel arang asam asli atlet awan ayunan badan bahu
baik bakso bambu bangku batik batu bebek bedug benih besok biasa bidan bintang bola boneka buah bubur buku bumi bunga cabai
cahaya cantik capung cerah cicak cincin coklat cuaca cukup daftar dahan damai dapur daun dayung delima dengar desa dewasa dingin
domba dompet dukung dunia ekor elang embun enak engsel fajar gading galon gambar garam garis gemar gitar gong guci gudang gunung
guru halus handuk harta hemat heran hitung hujan ijuk ikan imbang ingat intan itik jagung jala jambu jari jasa jelas jeruk jujur
juta kabar kaki kaldu kandang karang kasur kayu kebun keju kelapa kendi kera ketan kolam kopi kuat kucing kuku kunci kusut lagu
lambat langit lapang layang lebah lengan lidah lima lomba lompat luas lucu lumbung lurah mahir makan malam mangga mantap masak
mata meja melati merah minum minyak muda mulia musik nada nanas nasi nelayan nikmat nyala nyiur obat orang otak padi pagi paku
panah pandai papan pasar patung pecah pelita perahu petani pigura pinang pisang pohon puncak pusat putih rajin rakit ransel rapat
rawa rebung rela rezeki ribu roda rotan rumah rumput sabar sahabat saku sambal santan sarung satu sayur sehat sejuk semut senang
serai setia sikat singa soto subuh sumur surat susu syair taat tahu taman tandu tari tawa tegak teladan tenang tepung tiga timba
tinggi toko tombol tuan tugu tumpeng turun udang ujung ukir umur undang upaya urat utara wajah waktu warga warung wisata yakin
zaitun
`
  .trim()
  .split(/\s+/)

const START = 4

/** One word for each byte, and one more that checks them. */
export const writeWords = (bytes: Uint8Array): string[] => [...bytes, checkOf(bytes)].map(value => WORDS[value] ?? '')

/** So many bytes from words that somebody typed; the first four letters of each are enough. Undefined when one is wrong or missing. */
export function readWords(typed: string, count: number): Uint8Array | undefined {
  const values = typed
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean)
    .map(word => WORDS.findIndex(known => known === word || (word.length >= START && known.startsWith(word.slice(0, START)))))
  if (values.length !== count + 1 || values.includes(-1)) return undefined
  const bytes = Uint8Array.from(values.slice(0, count))
  return checkOf(bytes) === values[count] ? bytes : undefined
}

/** A check byte as Reed and Solomon made them: any one wrong word, and any two that changed places, are noticed. */
const checkOf = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => doubled(sum ^ byte), 0)
const doubled = (value: number): number => (value << 1) ^ (value & 0x80 ? 0x11d : 0)
