import { IMPORT_WORDS } from '#shared/registry/import-words'
import type { ImportProblemTexts } from '../import-problem'
import type { ProblemTexts } from '../problem'
import { extracts } from './extracts'

const safe = 'Data terpadu yang sedang dipakai tetap seperti semula.'
const number = new Intl.NumberFormat('id-ID')
const columnsOf = (columns: readonly string[]): string =>
  columns.map(column => (extracts.column as Record<string, string>)[column] ?? column).join(', ')
const reasonOf = (reason: string): string => (IMPORT_WORDS.id.setAside as Record<string, string>)[reason] ?? ''

/** Why a list was not taken over. */
export const importProblems: Pick<ProblemTexts, ImportProblemTexts> = {
  'folder-gone': () => ({
    happened: 'Folder ini tidak ada lagi.',
    safe: 'Tidak ada yang berubah.',
    todo: 'Pilih folder lain, atau pasang kembali flashdisk-nya.'
  }),
  'file-missing': () => ({
    happened: 'Berkas ini tidak ada lagi di tempatnya.',
    safe,
    todo: 'Pasang kembali flashdisk-nya, atau pilih berkas lain.'
  }),
  'file-empty': () => ({ happened: 'Berkas ini kosong.', safe, todo: 'Minta atau unduh berkasnya sekali lagi.' }),
  'file-not-readable': () => ({
    happened: 'Berkas ini tidak dapat dibaca dari disknya.',
    safe,
    todo: 'Salin lagi dari tempat asalnya. Bila terulang, flashdisk mungkin rusak.'
  }),
  'wrong-kind-of-file': ({ looksLike }) => ({
    happened: `Berkas ini bukan daftar, melainkan ${looksLike}.`,
    safe,
    todo: 'Pilih berkas CSV, XLSX atau XLS.'
  }),
  'unknown-encoding': () => ({
    happened: 'Huruf di berkas ini tidak dapat dibaca: bukan UTF-8, UTF-16, atau Windows-1252.',
    safe,
    todo: 'Buka di Excel, simpan sebagai "CSV UTF-8", lalu impor lagi.'
  }),
  'file-cut-off': () => ({
    happened: 'Berkas ini terputus di tengah baris: unduhannya belum selesai, atau tanda kutip tidak ditutup.',
    safe,
    todo: 'Unduh sekali lagi sampai selesai.'
  }),
  'file-changed': () => ({
    happened: 'Berkas ini diubah orang lain selagi dibaca.',
    safe,
    todo: 'Tutup berkasnya di program lain, lalu impor lagi.'
  }),
  'workbook-damaged': () => ({
    happened: 'Buku kerja Excel ini rusak atau baru terunduh sebagian.',
    safe,
    todo: 'Unduh sekali lagi, atau simpan sebagai CSV.'
  }),
  'workbook-locked': () => ({
    happened: 'Buku kerja Excel ini dikunci dengan kata sandi.',
    safe,
    todo: 'Buka kuncinya di Excel, atau simpan sebagai CSV.'
  }),
  'workbook-too-large': ({ megabytes }) => ({
    happened: `Buku kerja Excel ini terlalu besar (${number.format(megabytes)} MB).`,
    safe,
    todo: 'Simpan sebagai CSV. Berkas CSV boleh sebesar apa pun.'
  }),
  'no-header': () => ({
    happened: 'Tidak ada baris judul kolom di berkas ini.',
    safe,
    todo: 'Daftar perlu judul kolom seperti NIK, NAMA, NO KK. Minta ekspor dengan judulnya.'
  }),
  'column-missing': ({ columns }) => ({
    happened: `Kolom ini belum ada: ${columnsOf(columns)}.`,
    safe,
    todo: 'Tunjuk kolomnya di daftar kolom, atau minta berkas yang memuatnya.'
  }),
  'map-not-readable': () => ({
    happened: 'Catatan kolom tidak dapat dibaca.',
    safe,
    todo: 'Tunjuk lagi kolom-kolomnya, lalu impor.'
  }),
  'nothing-taken-over': ({ read, reason }) => ({
    happened: `Tidak satu pun dari ${number.format(read)} baris dapat dipakai.${reasonOf(reason) ? ` Terbanyak: ${reasonOf(reason)}.` : ''}`,
    safe,
    todo: 'Periksa kolomnya, atau buka daftar baris yang disisihkan.'
  }),
  'older-period': ({ held }) => ({
    happened: `Data terpadu yang dipakai lebih baru: periode ${held}.`,
    safe,
    todo: 'Periksa periode yang diketik. Bila memang harus kembali ke periode lama, pilih "Tetap impor": yang lebih baru lalu dihapus dari loket ini.'
  }),
  'far-fewer-rows': ({ held, kept }) => ({
    happened: `Berkas ini hanya memuat ${number.format(kept)} orang, yang dipakai ${number.format(held)}: mungkin hanya sebagian.`,
    safe,
    todo: 'Periksa apakah berkasnya utuh. Bila memang segini, pilih "Tetap impor".'
  }),
  'only-set-aside': () => ({
    happened: 'Berkas ini daftar baris yang disisihkan, bukan daftar utuh. Impor akan mengganti semua orang yang sudah dipakai.',
    safe,
    todo: 'Betulkan baris itu di berkas asalnya, lalu impor berkas asal itu. Bila memang hanya baris ini yang dipakai, pilih "Tetap impor".'
  }),
  'no-room': () => ({
    happened: 'Ruang penyimpanan komputer penuh di tengah impor.',
    safe,
    todo: 'Kosongkan ruang sebesar dua kali data terpadu, lalu impor lagi.'
  }),
  'no-access': () => ({
    happened: 'Folder ini tidak boleh dibaca atau ditulisi oleh akun Windows ini.',
    safe,
    todo: 'Salin berkasnya ke folder Dokumen, atau minta bantuan administrator.'
  }),
  'out-of-memory': () => ({
    happened: 'Berkas ini memerlukan memori lebih besar daripada yang ada.',
    safe,
    todo: 'Simpan sebagai CSV, lalu impor lagi.'
  }),
  cancelled: () => ({
    happened: 'Impor dibatalkan.',
    safe,
    todo: 'Yang sempat ditulis sudah dihapus. Impor dapat dimulai lagi kapan saja.'
  }),
  'registry-refused': ({ why }) => ({
    happened: `Data terpadu yang baru tidak lulus pemeriksaan (${why}), jadi tidak dipakai.`,
    safe,
    todo: 'Impor sekali lagi. Bila terulang, disk mungkin rusak: hubungi administrator.'
  }),
  'import-running': () => ({
    happened: 'Masih ada impor yang berjalan.',
    safe,
    todo: 'Tunggu sampai selesai, atau batalkan dahulu.'
  }),
  'village-needed': () => ({ happened: 'Desa pemilik daftar belum dipilih.', safe, todo: 'Pilih desanya, lalu impor.' }),
  'period-in-future': () => ({
    happened: 'Periode ini belum terjadi.',
    safe,
    todo: 'Ketik periode seperti tertulis di SIKS-NG, misalnya 2026-T4.'
  })
}
