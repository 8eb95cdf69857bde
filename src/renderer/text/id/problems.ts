import { formatDate } from '#shared/local-date-input'
import { UNHEARD_STOP_DAYS } from '#shared/sync/unheard'
import type { ProblemTexts } from '../problem'
import { codes } from './codes'
import { importProblems } from './import-problems'
import { recovery } from './recovery'
import { unconfirmed } from './unconfirmed'
import { updateProblems } from './update-problems'

const nothingSent = 'Tidak ada yang berubah dan tidak ada data yang dikirim.'
const nothingChanged = 'Tidak ada yang berubah dan isian Anda tetap ada.'
const wordOf = (words: Record<string, string>, code: string) => words[code] ?? code
const list = (items: readonly string[]) => items.join(', ')

export const problems: ProblemTexts = {
  ...importProblems,
  'invalid-input': ({ fields }) => ({
    happened: 'Ada isian yang belum dapat diterima.',
    safe: nothingChanged,
    todo: fields.length > 0 ? `Periksa kembali: ${list(fields)}.` : 'Periksa kembali isian Anda.'
  }),
  unexpected: ({ reference }) => ({
    happened: 'Ada gangguan di aplikasi.',
    safe: 'Yang sudah tersimpan tetap aman.',
    todo: reference ? `Coba sekali lagi. Bila terulang, sampaikan kode ${reference} kepada administrator.` : 'Coba sekali lagi.'
  }),
  'disk-full': () => ({
    happened: 'Ruang penyimpanan komputer penuh, jadi ini belum tersimpan.',
    safe: 'Semua yang tersimpan sebelumnya tetap aman.',
    todo: 'Kosongkan ruang penyimpanan, lalu coba lagi. Jangan tutup layar ini.'
  }),
  'not-signed-in': () => ({
    happened: 'Anda belum masuk sebagai petugas.',
    safe: 'Data tetap aman.',
    todo: 'Masuk dengan nama dan PIN, lalu ulangi.'
  }),
  locked: () => ({
    happened: 'Layar sedang terkunci.',
    safe: 'Data dan isian Anda tetap aman.',
    todo: 'Buka kunci dengan PIN, lalu ulangi.'
  }),
  'not-allowed': () => ({
    happened: 'Peran Anda tidak berwenang melakukan ini.',
    safe: 'Tidak ada yang berubah.',
    todo: 'Minta bantuan rekan yang berwenang.'
  }),
  'district-unheard': ({ days }) => ({
    ...(days >= UNHEARD_STOP_DAYS
      ? {
          happened: `Loket ini sudah ${days} hari tidak mendapat kabar dari kabupaten, jadi data warga lain tidak ditampilkan.`,
          safe: 'Semua data utuh. Warga yang datang hari ini tetap diterima, dicatat, dan dibuatkan surat.'
        }
      : {
          happened: `Loket ini sudah ${days} hari tidak mendapat kabar dari kabupaten, jadi ekspor, kode pemulihan, dan perubahan petugas ditunda.`,
          safe: 'Pelayanan warga, pencarian, dan surat berjalan seperti biasa.'
        }),
    todo: 'Sambungkan ke kabupaten satu kali di layar Sinkronisasi, atau baca flashdisk dari kabupaten.'
  }),
  'not-confirmed': ({ why, seconds }) => ({ safe: 'Tidak ada yang berubah.', ...unconfirmed(seconds)[why] }),
  'no-such-call': () => ({
    happened: 'Aplikasi meminta sesuatu yang tidak dikenal.',
    safe: 'Tidak ada yang berubah.',
    todo: 'Tutup dan buka kembali Loket SLRT. Bila terulang, hubungi administrator.'
  }),
  'too-many-calls': () => ({
    happened: 'Aplikasi meminta terlalu banyak hal dalam waktu bersamaan.',
    safe: nothingChanged,
    todo: 'Tunggu beberapa detik, lalu coba lagi.'
  }),
  'no-visitor-screen': () => ({
    happened: 'Layar tamu belum terbuka di komputer ini.',
    safe: nothingChanged,
    todo: 'Minta administrator memasangnya, atau tunjukkan layar Anda kepada tamu.'
  }),
  'no-kiosk': () => ({
    happened: 'Loket tidak berjalan dalam mode kios.',
    safe: 'Tidak ada yang berubah.',
    todo: 'Tutup jendelanya seperti biasa.'
  }),
  'desk-closed': ({ reason }) => recovery.reasons[reason],
  'not-found': () => ({
    happened: 'Yang Anda cari tidak ditemukan lagi.',
    safe: 'Tidak ada yang berubah.',
    todo: 'Kembali, lalu cari sekali lagi.'
  }),

  'wrong-pin': () => ({ happened: 'PIN belum cocok.', safe: 'Tidak ada yang berubah.', todo: 'Coba sekali lagi.' }),
  'wrong-password': () => ({ happened: 'Kata sandi belum cocok.', safe: 'Tidak ada yang berubah.', todo: 'Coba sekali lagi.' }),
  'password-needed': () => ({
    happened: 'PIN saja belum cukup di komputer ini.',
    safe: 'Data kantor tetap aman.',
    todo: 'Masuk dengan kata sandi Anda.'
  }),
  'help-needed': () => ({
    happened: 'Terlalu sering salah.',
    safe: 'Data kantor tetap aman.',
    todo: 'Minta supervisor atau administrator memberi PIN baru.'
  }),
  'must-choose': () => ({
    happened: 'Anda belum membuat PIN Anda sendiri.',
    safe: 'Tidak ada yang berubah.',
    todo: 'Buat PIN (dan kata sandi) dahulu, lalu ulangi.'
  }),
  'own-secret': () => ({
    happened: 'PIN Anda sendiri tidak diganti di sini.',
    safe: 'Tidak ada yang berubah.',
    todo: 'Pakai Ganti PIN atau kata sandi di menu nama Anda: yang lama ditanyakan. Bila lupa, minta administrator lain, atau pakai kode pemulihan di layar masuk.'
  }),
  'nothing-to-choose': () => ({
    happened: 'PIN dan kata sandi Anda sudah dibuat.',
    safe: 'Tidak ada yang berubah.',
    todo: 'Pakai Ganti PIN atau kata sandi di menu nama Anda, atau minta supervisor memberi PIN baru.'
  }),
  'weak-pin': ({ why }) => ({
    happened: {
      repeated: 'PIN ini mengulang angka yang sama.',
      sequence: 'PIN ini angka berurutan.',
      date: 'PIN ini dapat dibaca sebagai tanggal.',
      common: 'PIN ini terlalu sering dipakai orang.'
    }[why],
    safe: nothingChanged,
    todo: 'Pilih enam angka lain yang tidak berpola.'
  }),
  'no-password': () => ({
    happened: 'Akun ini masuk dengan PIN saja; kata sandinya belum ada.',
    safe: 'Tidak ada yang berubah.',
    todo: 'Petugas kantor contoh tidak memakai kata sandi. Untuk akun lain, minta administrator memberi PIN baru: setelah itu kata sandi dibuat saat masuk.'
  }),
  'weak-password': ({ why }) => ({
    happened: {
      'too-short': 'Kata sandi ini terlalu pendek.',
      personal: 'Kata sandi ini memakai nama Anda, kantor, atau tempatnya.',
      guessable: 'Kata sandi ini mudah ditebak.'
    }[why],
    safe: nothingChanged,
    todo: 'Pakai paling sedikit 12 huruf, misalnya empat kata yang tidak berhubungan.'
  }),
  wait: ({ seconds }) => ({
    happened: 'PIN terlalu sering salah.',
    safe: 'Data kantor tetap aman.',
    todo: `Tunggu ${seconds} detik, lalu coba lagi.`
  }),
  'name-taken': () => ({
    happened: 'Sudah ada petugas dengan nama ini.',
    safe: nothingChanged,
    todo: 'Bedakan namanya, misalnya dengan nama belakang.'
  }),
  'last-administrator': () => ({
    happened: 'Ini administrator terakhir di kantor.',
    safe: nothingChanged,
    todo: 'Jadikan petugas lain administrator lebih dahulu.'
  }),

  'unknown-area': () => ({ happened: 'Kode wilayah ini tidak dikenal.', safe: nothingChanged, todo: 'Pilih wilayah dari daftar.' }),
  'already-set-up': () => ({
    happened: 'Kantor di komputer ini sudah disiapkan.',
    safe: 'Data kantor yang ada tidak diubah.',
    todo: 'Tutup dan buka kembali Loket SLRT, lalu masuk.'
  }),
  'unknown-district': () => ({
    happened: 'Kabupaten/kota ini tidak dikenal.',
    safe: nothingChanged,
    todo: 'Pilih kabupaten/kota dari daftar.'
  }),
  'bad-number-pattern': () => ({
    happened: 'Pola nomor surat belum benar.',
    safe: nothingChanged,
    todo: 'Pola harus memuat nomor urut dan tahun, dan hanya memakai sebutan yang tersedia.'
  }),
  'unit-code-taken': ({ unitCode }) => ({
    happened: `Loket lain memakai atau pernah memakai kode unit ${unitCode}.`,
    safe: nothingChanged,
    todo: 'Tulis kode lain: dua loket dengan satu kode dapat memberi nomor surat yang sama.'
  }),
  'no-administrator': () => ({
    happened: 'Belum ada petugas dengan peran administrator.',
    safe: nothingChanged,
    todo: 'Beri peran administrator kepada sedikitnya satu petugas.'
  }),

  'nik-blocked': ({ blocks }) => ({
    happened: 'NIK ini tidak dapat disimpan.',
    safe: nothingChanged,
    todo: `${blocks.map(block => wordOf(codes.nikBlock, block)).join(' ')} Cocokkan dengan KTP atau KK; bila tidak ada, kosongkan dan pilih alasannya.`
  }),
  'nik-taken': ({ name }) => ({
    happened: `NIK ini sudah terdaftar atas nama ${name}.`,
    safe: nothingChanged,
    todo: 'Buka data warga itu. Bila orangnya berbeda, periksa NIK pada KTP.'
  }),
  'nik-taken-by-other': () => ({
    happened: 'NIK ini sudah terdaftar, tetapi datanya tidak dapat ditampilkan selama kabupaten belum terdengar.',
    safe: nothingChanged,
    todo: 'Kosongkan NIK, pilih alasannya, lalu simpan: warga tetap dilayani dan kedua data dicocokkan nanti.'
  }),
  'nik-or-reason': () => ({
    happened: 'NIK kosong dan alasannya belum dipilih.',
    safe: nothingChanged,
    todo: 'Isi NIK, atau pilih alasan mengapa belum ada. Warga tetap dilayani.'
  }),
  'kk-blocked': ({ blocks }) => ({
    happened: 'Nomor KK ini tidak dapat disimpan.',
    safe: nothingChanged,
    todo: `${blocks.map(block => wordOf(codes.kkBlock, block)).join(' ')} Cocokkan dengan kartu keluarga atau kosongkan dahulu.`
  }),
  'phone-invalid': () => ({
    happened: 'Nomor telepon belum benar.',
    safe: nothingChanged,
    todo: 'Ketik misalnya 0812 3456 7890 atau (0294) 381234, atau kosongkan.'
  }),
  'visit-not-serving': () => ({
    happened: 'Registri hanya dibuka untuk kunjungan yang sedang dilayani.',
    safe: 'Tidak ada data yang dibuka.',
    todo: 'Layani kunjungannya dulu, lalu cek sekali lagi.'
  }),
  'number-unreadable': () => ({
    happened: 'Nomor ini belum 16 angka.',
    safe: nothingChanged,
    todo: 'Periksa NIK atau nomor KK, lalu cek sekali lagi.'
  }),
  'looked-in-future': () => ({
    happened: 'Tanggal melihat di SIKS-NG belum terjadi.',
    safe: nothingChanged,
    todo: 'Isi tanggal hari ini atau sebelumnya.'
  }),
  'picture-too-large': () => ({
    happened: 'Gambar ini lebih besar dari 5 MB.',
    safe: nothingChanged,
    todo: 'Potong dulu bagian yang perlu, atau pilih gambar lain.'
  }),
  'not-a-picture': () => ({
    happened: 'Berkas ini bukan gambar PNG atau JPEG.',
    safe: nothingChanged,
    todo: 'Pilih gambar lain, atau simpan tanpa gambar.'
  }),
  'meeting-in-past': () => ({
    happened: 'Tanggal musyawarah ini sudah lewat.',
    safe: nothingChanged,
    todo: 'Isi tanggal musyawarah berikutnya.'
  }),
  'set-by-district': () => ({
    happened: 'Cakupan loket ini ditetapkan oleh kabupaten.',
    safe: nothingChanged,
    todo: 'Hubungi administrator kabupaten bila cakupannya perlu diubah.'
  }),
  'unknown-village': () => ({
    happened: 'Desa/kelurahan ini tidak dikenal.',
    safe: nothingChanged,
    todo: 'Pilih desa/kelurahan dari daftar pencarian.'
  }),
  'birth-date-in-future': () => ({
    happened: 'Tanggal lahir belum terjadi.',
    safe: nothingChanged,
    todo: 'Periksa tahun lahirnya.'
  }),
  'possible-duplicates': ({ candidates }) => ({
    happened: `Ada ${candidates.length} warga yang mirip.`,
    safe: 'Belum ada yang disimpan dan isian Anda tetap ada.',
    todo: 'Bandingkan dahulu: pilih orang yang sama, atau nyatakan bahwa ini orang lain.'
  }),
  'family-not-found': () => ({
    happened: 'Keluarga ini tidak ditemukan lagi.',
    safe: nothingChanged,
    todo: 'Cari kembali dengan nomor KK, atau buat keluarga baru.'
  }),
  'unknown-service': () => ({
    happened: 'Layanan ini tidak ada di katalog.',
    safe: 'Tidak ada yang berubah.',
    todo: 'Pilih layanan dari katalog.'
  }),
  'decile-without-listing': () => ({
    happened: 'Desil diisi, padahal warga dinyatakan tidak terdaftar.',
    safe: nothingChanged,
    todo: 'Kosongkan desil, atau ubah hasilnya menjadi terdaftar.'
  }),

  'day-closed': () => ({
    happened: 'Hari ini sudah ditutup.',
    safe: 'Catatan hari ini aman.',
    todo: 'Bila Bapak/Ibu masih datang, ambilkan nomor baru: hari itu terbuka lagi sampai ditutup sekali lagi.'
  }),
  'not-from-here': ({ status }) => ({
    happened: `Tidak dapat dilakukan karena sekarang statusnya ${wordOf({ ...codes.referralStatus, ...codes.visitStatus }, status)}.`,
    safe: 'Tidak ada yang berubah.',
    todo: 'Mungkin rekan Anda sudah menanganinya. Lihat keadaan terbaru di layar.'
  }),
  'visit-over': () => ({
    happened: 'Kunjungan ini sudah selesai.',
    safe: 'Catatan kunjungan aman.',
    todo: 'Bila warga masih perlu dibantu, ambilkan nomor baru.'
  }),
  'visit-not-being-served': () => ({
    happened: 'Kunjungan ini belum dilayani.',
    safe: nothingChanged,
    todo: 'Tekan Layani di layar Hari ini, lalu ulangi.'
  }),
  'resident-not-found': () => ({ happened: 'Warga ini tidak ditemukan lagi.', safe: nothingChanged, todo: 'Cari kembali warganya.' }),
  'service-not-found': () => ({
    happened: 'Layanan ini tidak ada di katalog.',
    safe: nothingChanged,
    todo: 'Pilih layanan lain dari daftar.'
  }),
  'case-closed': () => ({
    happened: 'Kasus ini sudah ditutup.',
    safe: 'Isi kasus tidak berubah.',
    todo: 'Minta manajer membukanya kembali, atau buka kasus baru.'
  }),
  'due-in-past': () => ({
    happened: 'Tanggal tindak lanjut sudah lewat.',
    safe: nothingChanged,
    todo: 'Isi tanggal hari ini atau sesudahnya.'
  }),
  'already-ended': () => ({
    happened: 'Kasus ini sudah punya hasil di loket.',
    safe: 'Hasil yang ada tidak berubah.',
    todo: 'Tambahkan catatan bila ada yang kurang.'
  }),
  'illegal-move': ({ from, to }) => ({
    happened: `Status tidak dapat berpindah dari ${wordOf({ ...codes.referralStatus, ...codes.proposalStatus, ...codes.caseStatus }, from)} ke ${wordOf({ ...codes.referralStatus, ...codes.proposalStatus, ...codes.caseStatus }, to)}.`,
    safe: 'Tidak ada yang berubah.',
    todo: 'Pilih salah satu langkah yang tersedia.'
  }),
  'case-not-found': () => ({ happened: 'Kasus ini tidak ditemukan lagi.', safe: nothingChanged, todo: 'Buka kembali kasusnya.' }),
  'already-proposed': ({ recordedOn }) => ({
    happened: `Hal yang sama sudah dicatat sebagai usulan pada ${formatDate(recordedOn, 'id')}.`,
    safe: 'Usulan yang ada tidak berubah.',
    todo: 'Lihat di layar Usulan bagaimana keadaannya.'
  }),
  'nothing-ready': () => ({
    happened: 'Tidak ada usulan baru untuk diekspor.',
    safe: 'Daftar yang lama tetap ada.',
    todo: 'Daftar lama dapat ditulis ulang dari bagian Daftar usulan.'
  }),
  'not-closed': () => ({ happened: 'Kasus ini masih terbuka.', safe: 'Tidak ada yang berubah.', todo: 'Lanjutkan saja penanganannya.' }),
  'officer-not-found': () => ({ happened: 'Petugas ini sudah tidak aktif.', safe: nothingChanged, todo: 'Pilih petugas lain.' }),
  'no-case': () => ({
    happened: 'Kunjungan ini belum punya kasus.',
    safe: 'Kunjungan tetap terbuka.',
    todo: 'Catat dahulu keperluan warga, sekalipun hanya bertanya.'
  }),
  'cases-without-ending': ({ numbers }) => ({
    happened: `Masih ada kasus tanpa hasil: ${list(numbers)}.`,
    safe: 'Kunjungan tetap terbuka.',
    todo: 'Beri hasil pada tiap kasus: informasi, konsultasi, permohonan, atau rujukan.'
  }),
  'already-closed': () => ({
    happened: 'Hari ini sudah ditutup.',
    safe: 'Catatan hari ini aman.',
    todo: 'Tidak ada lagi yang perlu dilakukan.'
  }),
  'visits-open': ({ tickets }) => ({
    happened: `Hari belum dapat ditutup: ${list(tickets)} belum selesai.`,
    safe: 'Semua catatan tetap tersimpan.',
    todo: 'Selesaikan tiap nomor itu, atau tandai tidak hadir.'
  }),

  'organization-not-found': () => ({
    happened: 'Instansi ini tidak ditemukan.',
    safe: nothingChanged,
    todo: 'Pilih instansi lain dari daftar.'
  }),
  'unknown-letter-type': () => ({
    happened: 'Jenis surat ini tidak dikenal.',
    safe: nothingChanged,
    todo: 'Pilih jenis surat dari daftar.'
  }),
  'missing-facts': ({ facts }) => ({
    happened: 'Surat belum lengkap.',
    safe: 'Belum ada nomor yang terpakai.',
    todo: `Lengkapi dahulu: ${list(facts)}.`
  }),
  'signer-not-found': () => ({
    happened: 'Penanda tangan ini sudah tidak aktif.',
    safe: 'Belum ada nomor yang terpakai.',
    todo: 'Pilih penanda tangan lain.'
  }),
  'similar-letter-valid': ({ number, issuedOn }) => ({
    happened: `Surat sejenis masih berlaku: ${number}, ${formatDate(issuedOn, 'id')}.`,
    safe: 'Belum ada nomor yang terpakai.',
    todo: 'Serahkan salinan surat itu, atau terbitkan yang baru bila memang perlu.'
  }),
  'book-not-open': ({ year }) => ({
    happened: `Buku nomor surat tahun ${year} belum dibuka.`,
    safe: 'Belum ada nomor yang terpakai.',
    todo: 'Minta manajer atau administrator membukanya di Pengaturan, Buku surat.'
  }),
  'date-before-last': ({ lastIssuedOn }) => ({
    happened: `Tanggal komputer lebih awal daripada surat terakhir (${formatDate(lastIssuedOn, 'id')}).`,
    safe: 'Belum ada nomor yang terpakai.',
    todo: 'Betulkan tanggal komputer, lalu terbitkan lagi.'
  }),
  'date-doubtful': ({ issuedOn }) => ({
    happened: `Tanggal komputer (${formatDate(issuedOn, 'id')}) tampaknya salah.`,
    safe: 'Belum ada nomor yang terpakai.',
    todo: 'Betulkan jam komputer, lalu terbitkan lagi.'
  }),
  'page-does-not-fit': () => ({
    happened: 'Isi surat tidak muat di kertas.',
    safe: 'Belum ada nomor yang terpakai.',
    todo: 'Persingkat keterangan atau tembusan, lalu coba lagi.'
  }),
  'spooler-down': () => ({
    happened: 'Layanan cetak komputer tidak menjawab.',
    safe: 'Surat dan nomornya sudah tersimpan.',
    todo: 'Nyalakan printer dan periksa kabelnya, lalu coba lagi. Surat dapat dicetak nanti.'
  }),
  'printer-not-found': () => ({
    happened: 'Printer ini tidak ditemukan.',
    safe: 'Surat dan nomornya sudah tersimpan.',
    todo: 'Pilih printer lain, atau sambungkan printer lalu coba lagi.'
  }),
  'attempt-open': () => ({
    happened: 'Cetakan sebelumnya belum dijawab.',
    safe: 'Surat dan nomornya sudah tersimpan.',
    todo: 'Jawab dahulu: apakah kertasnya keluar dengan baik?'
  }),
  'already-printed': () => ({
    happened: 'Surat ini sudah tercetak.',
    safe: 'Surat tidak berubah.',
    todo: 'Untuk lembar berikutnya, cetak salinan dan isi alasannya.'
  }),
  'letter-void': () => ({
    happened: 'Surat ini sudah dibatalkan.',
    safe: 'Nomornya tetap tercatat sebagai batal.',
    todo: 'Terbitkan surat baru bila masih diperlukan.'
  }),
  'not-asked': () => ({
    happened: 'Cetakan ini sudah dijawab.',
    safe: 'Jawaban pertama tetap berlaku.',
    todo: 'Lihat riwayat cetak surat.'
  }),
  'never-printed': () => ({
    happened: 'Surat ini belum pernah tercetak.',
    safe: 'Surat tidak berubah.',
    todo: 'Cetak surat aslinya dahulu, baru salinan.'
  }),
  'already-void': () => ({
    happened: 'Surat ini sudah dibatalkan.',
    safe: 'Tidak ada yang berubah.',
    todo: 'Tidak ada lagi yang perlu dilakukan.'
  }),
  'already-open': () => ({
    happened: 'Buku nomor surat tahun itu sudah dibuka.',
    safe: 'Nomor yang berjalan tidak berubah.',
    todo: 'Lanjutkan memakai buku yang ada.'
  }),
  'not-this-year': () => ({
    happened: 'Buku hanya dapat dibuka untuk tahun berjalan.',
    safe: 'Tidak ada yang berubah.',
    todo: 'Pilih tahun sekarang, atau betulkan tanggal komputer.'
  }),

  'nothing-to-confirm': () => ({
    happened: 'Data warga ini tidak lagi ada di daftar itu.',
    safe: 'Tidak ada yang berubah.',
    todo: 'Mungkin rekan Anda sudah memperbaiki atau memeriksanya. Lihat keadaan terbaru di layar.'
  }),
  'changed-meanwhile': () => ({
    happened: 'Sementara formulir ini terbuka, data ini diubah di tempat lain.',
    safe: 'Isian Bapak/Ibu masih ada di sini dan belum disimpan.',
    todo: 'Bandingkan dengan yang tercatat sekarang. Bila isian di formulir yang benar, simpan sekali lagi.'
  }),
  'already-merged': () => ({
    happened: 'Salah satu data warga ini sudah digabungkan.',
    safe: 'Tidak ada yang berubah.',
    todo: 'Buka data gabungannya. Bila keliru, pisahkan lagi di sana.'
  }),
  'not-merged': () => ({
    happened: 'Data warga ini tidak sedang digabungkan.',
    safe: 'Tidak ada yang berubah.',
    todo: 'Mungkin rekan Anda sudah memisahkannya. Lihat keadaan terbaru di layar.'
  }),
  'no-line': () => ({
    happened: 'Server kabupaten tidak terhubung.',
    safe: nothingChanged,
    todo: 'Periksa kabel atau Wi-Fi dan alamat servernya, lalu coba lagi.'
  }),
  'not-the-server': () => ({
    happened: 'Yang menjawab di alamat itu bukan server kabupaten.',
    safe: nothingSent,
    todo: 'Periksa alamatnya huruf demi huruf. Bila memakai Wi-Fi umum, masuk dahulu ke jaringannya.'
  }),
  'certificate-not-now': () => ({
    happened: 'Sertifikat server kabupaten tidak berlaku pada tanggal di PC ini.',
    safe: nothingSent,
    todo: 'Periksa tanggal dan jam PC ini. Bila sudah benar, minta administrator kabupaten memperbarui sertifikat servernya.'
  }),
  'certificate-other-name': () => ({
    happened: 'Yang menjawab memakai sertifikat untuk alamat lain.',
    safe: nothingSent,
    todo: 'Periksa alamatnya huruf demi huruf. Bila memakai Wi-Fi umum, masuk dahulu ke jaringannya.'
  }),
  'certificate-unknown': () => ({
    happened: 'PC ini tidak mengenal penerbit sertifikat server itu.',
    safe: nothingSent,
    todo: 'Bila memakai Wi-Fi umum, masuk dahulu ke jaringannya. Bila tetap begini, hubungi administrator kabupaten: servernya memerlukan sertifikat dari penerbit umum.'
  }),
  'other-district': () => ({
    happened: 'Yang menjawab di alamat itu bukan server kabupaten ini, atau tidak menerima loket ini.',
    safe: 'Alamat yang lama tetap dipakai, dan semua catatan aman di PC ini.',
    todo: 'Periksa alamatnya huruf demi huruf dan tanyakan kepada administrator kabupaten. Server yang dipasang dari awal tanpa cadangan tidak mengenal loket lama.'
  }),
  'too-many-joins': ({ seconds }) => ({
    happened: 'Dari jaringan ini sudah terlalu sering dicoba menyambung.',
    safe: nothingSent,
    todo: `Tunggu ${seconds} detik, lalu coba lagi.`
  }),
  'unknown-code': () => ({
    happened: 'Kode ini tidak dikenal server.',
    safe: nothingChanged,
    todo: 'Periksa kembali kodenya, atau minta kode baru kepada administrator kabupaten.'
  }),
  'code-expired': () => ({
    happened: 'Kode ini sudah kedaluwarsa.',
    safe: nothingChanged,
    todo: 'Minta kode baru kepada administrator kabupaten.'
  }),
  'code-used': () => ({
    happened: 'Kode ini sudah dipakai.',
    safe: nothingChanged,
    todo: 'Minta kode baru. Bila bukan Anda yang memakainya, beri tahu administrator kabupaten.'
  }),
  'code-dead': () => ({
    happened: 'Kode ini dimatikan karena terlalu sering salah.',
    safe: nothingChanged,
    todo: 'Minta kode baru kepada administrator kabupaten.'
  }),
  'already-joined': () => ({
    happened: 'Loket ini sudah tersambung ke kabupaten.',
    safe: 'Sambungan yang ada tidak berubah.',
    todo: 'Tidak ada lagi yang perlu dilakukan.'
  }),
  'insecure-address': () => ({
    happened: 'Alamat ini tidak aman untuk data warga.',
    safe: nothingSent,
    todo: 'Pakai alamat yang diawali https:// dan minta administrator kabupaten bila belum ada.'
  }),
  'desk-taken': ({ letter }) => ({
    happened: `Di kabupaten ini sudah ada loket ${letter}, dan loket ini juga memakai huruf ${letter}.`,
    safe: 'Semua catatan aman di PC ini, pelayanan dapat diteruskan, dan kode Anda belum terpakai.',
    todo: 'Nomor yang sudah tercetak tidak dapat diganti. Bicarakan dengan administrator kabupaten: PC yang belum dipakai dapat disambungkan sebagai loket tambahan.'
  }),
  'desk-other': ({ letter }) => ({
    happened: `Kode ini dibuat untuk loket lain, bukan untuk loket ${letter}.`,
    safe: 'Tidak ada yang berubah dan kode itu belum terpakai.',
    todo: `Minta kepada administrator kabupaten kode untuk loket ${letter}.`
  }),
  'refused-by-server': ({ reason }) => ({
    happened: `Server kabupaten menolak loket ini (${reason}).`,
    safe: nothingChanged,
    todo: 'Bacakan tulisan di dalam kurung kepada administrator kabupaten.'
  }),
  'moved-on': () => ({
    happened: 'Catatan ini sudah berubah lagi sejak Anda membacanya.',
    safe: 'Keputusan Anda belum disimpan dan tidak ada yang hilang.',
    todo: 'Baca nilai terbaru di layar, lalu pilih sekali lagi.'
  }),
  'not-joined': () => ({
    happened: 'Loket ini belum tersambung ke kabupaten.',
    safe: 'Semua catatan aman di PC ini.',
    todo: 'Minta manajer atau administrator menyambungkannya di layar Sinkronisasi.'
  }),
  ...updateProblems,
  'no-backup': () => ({
    happened: 'Belum ada cadangan yang dapat dipakai.',
    safe: 'Semua catatan aman di PC ini dan di buku harian.',
    todo: 'Buat cadangan sekarang, lalu ulangi.'
  }),
  'not-whole': () => ({
    happened: 'Cadangan yang baru dibuat tidak dapat dibaca utuh, jadi tidak dipakai.',
    safe: 'Data yang sedang dipakai dan cadangan sebelumnya tidak diubah.',
    todo: 'Coba sekali lagi. Bila terulang, disk PC ini mungkin rusak: hubungi administrator hari ini juga.'
  }),
  'not-due': () => ({
    happened: 'Uji pemulihan belum perlu ditunda.',
    safe: 'Tidak ada yang diubah.',
    todo: 'Lanjutkan pekerjaan; loket mengingatkan bila sudah waktunya.'
  }),
  'not-written': () => ({
    happened: 'Cadangan belum dapat ditulis.',
    safe: 'Data yang sedang dipakai dan cadangan sebelumnya tidak diubah.',
    todo: 'Coba sekali lagi. Bila terulang, minta administrator memeriksa folder data.'
  }),
  'still-closed': ({ reason }) => recovery.reasons[reason],
  'wrong-code': () => ({
    happened: 'Kode pemulihan ini belum cocok.',
    safe: 'Tidak ada yang berubah dan data tetap utuh.',
    todo: 'Periksa huruf demi huruf atau kata demi kata. Yang berlaku kode yang dibuat terakhir, atau jawaban untuk permintaan yang tampil di layar.'
  }),
  'not-of-district': () => ({
    happened: 'Berkas itu bukan keterangan kabupaten tentang loket ini.',
    safe: 'Log tetap apa adanya; belum ada yang dibandingkan.',
    todo: 'Pakai berkas yang dibuat kabupaten untuk loket ini.'
  }),
  'not-new-code': () => ({
    happened: 'Ini bukan kode yang terbaru.',
    safe: 'Kedua kode tetap dapat membuka data.',
    todo: 'Periksa huruf demi huruf atau kata demi kata. Bila kertasnya hilang, buat kode lain.'
  }),
  'no-intake': () => ({
    happened: 'Buku darurat tidak dapat dibuka di komputer ini.',
    safe: 'Yang sudah dicatat tetap terkunci dan utuh.',
    todo: 'Catat di buku tamu kertas, lalu salin setelah loket terbuka.'
  }),
  'already-taken': () => ({
    happened: 'Catatan ini sudah dimasukkan.',
    safe: 'Warga dan kunjungannya sudah ada di data loket.',
    todo: 'Buka kunjungannya dari daftar.'
  }),
  'no-code': () => ({
    happened: 'Data ini belum pernah diberi kode pemulihan.',
    safe: 'Data tetap terkunci dan utuh.',
    todo: 'Masuk ke komputer dengan akun yang biasa dipakai, atau serahkan komputer ini kepada administrator.'
  }),
  'desk-is-open': () => ({
    happened: 'Loket ini sudah terbuka.',
    safe: 'Data aman dan sedang dipakai.',
    todo: 'Lanjutkan bekerja seperti biasa.'
  }),
  'phrase-differs': () => ({
    happened: 'Yang diketik tidak sama dengan yang diminta, atau jumlahnya sudah berubah.',
    safe: 'Tidak ada yang dihapus.',
    todo: 'Baca jumlahnya sekali lagi, lalu ketik persis seperti tertulis.'
  }),
  'nothing-to-restore': () => ({
    happened: 'Keadaan ini tidak diperbaiki dengan memulihkan data.',
    safe: 'Tidak ada yang diubah.',
    todo: 'Ikuti langkah di layar, lalu coba buka lagi.'
  }),
  'not-shredded': () => ({
    happened: 'Belum semua berkasnya dapat dihancurkan: ada yang sedang dipakai program lain atau disk tidak dapat ditulis.',
    safe: 'Data loket yang dipakai tidak disentuh. Yang belum hancur tetap terkunci.',
    todo: 'Tutup program lain, misalnya pemeriksaan antivirus, lalu hancurkan sekali lagi.'
  }),
  'same-disk': () => ({
    happened: 'Tempat itu ada di disk yang sama dengan data.',
    safe: 'Buku harian tetap seperti semula.',
    todo: 'Pilih disk lain atau flashdisk: hanya itu yang menolong bila disk komputer rusak.'
  }),
  'no-drive': () => ({
    happened: 'Flashdisk ini tidak ditemukan lagi.',
    safe: 'Semua catatan aman di PC ini.',
    todo: 'Colokkan kembali, tunggu sampai namanya muncul, lalu ulangi.'
  }),
  'drive-not-written': () => ({
    happened: 'Flashdisk atau folder ini tidak dapat ditulis, atau yang tertulis tidak terbaca kembali.',
    safe: 'Semua catatan aman di PC ini.',
    todo: 'Geser kunci tulis pada flashdisk atau pakai flashdisk lain. Untuk folder di PC ini, minta administrator memberi hak tulis.'
  }),
  'drive-full': () => ({
    happened: 'Flashdisk ini penuh.',
    safe: 'Semua catatan aman di PC ini.',
    todo: 'Kosongkan sebagian isinya atau pakai flashdisk lain, lalu ulangi.'
  }),
  'not-yours': () => ({
    happened: 'Loket ini sudah dipakai; hanya manajer atau administrator yang boleh menyambungkannya.',
    safe: nothingChanged,
    todo: 'Minta manajer atau administrator masuk lalu menyambungkan.'
  }),
  'nothing-offered': () => ({
    happened: 'Belum ada kantor dari kabupaten di PC ini.',
    safe: 'Tidak ada yang hilang.',
    todo: 'Tunggu sampai data kabupaten selesai diterima, lalu coba lagi.'
  }),
  'numbers-held': () => ({
    happened: 'Loket ini belum boleh menomori surat: mungkin ada nomor yang sudah terpakai dan belum tercatat di sini.',
    safe: 'Semua catatan aman; surat belum terbit.',
    todo: 'Sambungkan sekali ke kabupaten (layar Sinkronisasi, Kirim sekarang), lalu terbitkan lagi.'
  }),
  'number-known': ({ number }) => ({
    happened: `Surat nomor ${number} sudah tercatat di sini.`,
    safe: nothingChanged,
    todo: `Isi ${number} atau nomor yang lebih besar.`
  }),
  'numbering-not-held': () => ({
    happened: 'Nomor surat tidak ditahan lagi.',
    safe: nothingChanged,
    todo: 'Terbitkan surat seperti biasa.'
  }),
  'numbers-lost': () => ({
    happened: 'Komputer lain pernah menulis atas nama loket ini, jadi buku suratnya tidak boleh dipakai lagi.',
    safe: 'Semua catatan aman; surat belum terbit.',
    todo: 'Minta manajer membuka buku surat baru dengan kode unit lain di Pengaturan.'
  }),
  'pdf-elsewhere': () => ({
    happened: 'Berkas surat ini tidak ada di PC ini, melainkan di kabupaten atau di loket yang menerbitkannya.',
    safe: 'Surat dan nomornya tercatat di sini.',
    todo: 'Sambungkan ke kabupaten lalu coba lagi, atau cetak di loket yang menerbitkannya.'
  }),
  'picture-elsewhere': () => ({
    happened: 'Gambar ini tidak ada di PC ini, melainkan di kabupaten atau di loket yang mencatatnya.',
    safe: 'Hasil pengecekannya tercatat di sini.',
    todo: 'Sambungkan ke kabupaten lalu coba lagi, atau lihat di loket yang mencatatnya.'
  })
}
