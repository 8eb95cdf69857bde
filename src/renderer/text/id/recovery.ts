import type { ClosedReason } from '#shared/rpc/call'

export type RecoveryReasons = Record<ClosedReason, { happened: string; safe: string; todo: string }>

const reasons = {
  'in-use': {
    happened: 'Loket SLRT sudah terbuka di komputer ini.',
    safe: 'Data aman dan sedang dipakai jendela yang lain.',
    todo: 'Cari jendela Loket SLRT yang sudah terbuka. Bila tidak ada, nyalakan ulang komputer.'
  },
  'newer-version': {
    happened: 'Data ini dibuat oleh Loket SLRT yang lebih baru.',
    safe: 'Data aman dan tidak diubah.',
    todo: 'Pasang Loket SLRT versi terbaru di komputer ini, lalu buka kembali. Bila versi terbaru itu bermasalah, data dapat disusun kembali dari salinan sebelum pembaruan.'
  },
  'foreign-database': {
    happened: 'Berkas data di folder ini bukan milik Loket SLRT.',
    safe: 'Berkas itu dibiarkan apa adanya.',
    todo: 'Minta administrator memeriksa folder data, lalu pindahkan berkas asing itu ke tempat lain.'
  },
  damaged: {
    happened: 'Berkas data rusak dan tidak dapat dibaca seluruhnya.',
    safe: 'Berkas yang rusak, cadangan, dan buku harian tetap disimpan.',
    todo: 'Colokkan dulu flashdisk cadangan, dan disk kedua bila komputer ini memakainya untuk buku harian. Lalu tekan "Pulihkan sekarang": data disusun kembali dari cadangan dan buku harian, biasanya kurang dari satu menit. Jangan hapus apa pun.'
  },
  'database-missing': {
    happened: 'Berkas data tidak ada lagi di folder data.',
    safe: 'Tidak ada data baru yang dibuat di tempatnya. Cadangan dan buku harian yang masih ada tetap disimpan.',
    todo: 'Colokkan dulu flashdisk cadangan, dan disk kedua bila komputer ini memakainya untuk buku harian. Lalu tekan "Pulihkan sekarang": data disusun kembali dari cadangan dan buku harian. Setelah itu minta administrator memeriksa antivirus.'
  },
  'work-missing': {
    happened: 'Berkas data dapat dibaca, tetapi pekerjaan terakhir tidak ada lagi di dalamnya; cadangan mengetahui lebih banyak.',
    safe: 'Berkas data, cadangan, dan buku harian tetap disimpan apa adanya.',
    todo: 'Colokkan dulu flashdisk cadangan, dan disk kedua bila komputer ini memakainya untuk buku harian, lalu tekan "Coba lagi". Bila layar ini tetap muncul, tekan "Pulihkan sekarang": data disusun kembali dari cadangan. Setelah itu minta administrator memeriksa antivirus.'
  },
  'key-missing': {
    happened: 'Kunci untuk membuka data tidak ditemukan.',
    safe: 'Data tetap terkunci dan utuh.',
    todo: 'Pilih salah satu jalan di bawah. Membuat data baru tidak perlu dan tidak ditawarkan.'
  },
  'key-unreadable': {
    happened: 'Kunci data ada, tetapi tidak dapat dibaca oleh akun komputer ini.',
    safe: 'Data tetap terkunci dan utuh.',
    todo: 'Masuk ke komputer dengan akun yang biasa dipakai, lalu coba lagi. Bila tetap gagal, pilih salah satu jalan di bawah.'
  },
  'no-keychain': {
    happened: 'Komputer ini tidak punya tempat aman untuk menyimpan kunci data.',
    safe: 'Belum ada yang disimpan, dan tidak ada kunci yang ditaruh di tempat terbuka.',
    todo: 'Minta administrator memasang GNOME Keyring atau KWallet, masuk lagi ke komputer, lalu coba lagi. Data yang sudah ada dapat dibuka dengan kode, setiap kali loket dinyalakan.'
  },
  'disk-full': {
    happened: 'Ruang penyimpanan komputer penuh.',
    safe: 'Semua yang sudah tersimpan tetap aman.',
    todo: 'Kosongkan ruang penyimpanan, misalnya Recycle Bin dan unduhan lama, lalu coba lagi.'
  },
  'no-access': {
    happened: 'Folder data tidak boleh dibuka oleh akun komputer ini.',
    safe: 'Data tidak diubah.',
    todo: 'Minta administrator memberi hak baca dan tulis pada folder data, lalu coba lagi.'
  },
  'not-opened': {
    happened: 'Loket SLRT gagal membuka data karena gangguan di program.',
    safe: 'Data tidak diubah.',
    todo: 'Coba lagi, lalu nyalakan ulang komputer. Bila tetap gagal, kirimkan berkas desk.log di folder "logs" kepada administrator; tidak ada data warga di dalamnya.'
  },
  erased: {
    happened: 'Kunci dan data loket tidak ada lagi di komputer ini.',
    safe: 'Yang sudah diterima kabupaten tetap ada di sana.',
    todo: 'Komputer ini boleh diserahkan, atau disiapkan sebagai loket baru.'
  },
  'not-erased': {
    happened: 'Kunci sudah atau sedang dimusnahkan, tetapi ada berkas yang belum dapat dihapus.',
    safe: 'Data yang tersisa tidak dibuka lagi.',
    todo: 'Tutup program lain yang memakai folder data, lalu coba lagi. Bila tetap gagal, hapus folder data dari Windows.'
  }
} satisfies RecoveryReasons

export const recovery = {
  title: 'Loket belum dapat dibuka',
  nothingOverwritten: 'Tidak ada data yang ditimpa atau dihapus.',
  happened: 'Apa yang terjadi',
  safe: 'Apa yang aman',
  todo: 'Apa yang perlu dilakukan',
  folder: 'Folder data',
  paper: 'Sementara itu warga tetap dapat dilayani: catat di buku tamu kertas, lalu salin setelah loket terbuka.',
  restore: 'Pulihkan sekarang',
  restoreOlder: 'Pakai salinan sebelum pembaruan',
  restoreOlderSure: 'Yakin? Data versi baru disimpan di samping',
  restoring: 'Data sedang disusun kembali. Jangan matikan komputer.',
  restored: 'Loket dapat dipakai lagi',
  from: {
    database: 'Data yang ada ternyata utuh dan dipakai kembali.',
    backup: 'Data dipulihkan dari cadangan {{when}}.',
    stick: 'Data dipulihkan dari cadangan {{when}} di flashdisk.',
    journal: 'Tidak ada cadangan yang utuh; data disusun kembali dari buku harian.'
  },
  replayed_other: 'Sesudah cadangan itu, {{count, number}} catatan dipulihkan dari buku harian.',
  complete: 'Tidak ada catatan yang hilang.',
  lost_other:
    'Sedikitnya {{count, number}} catatan tidak dapat dipulihkan. Cocokkan pekerjaan hari terakhir dengan kertas dan ketik ulang yang belum ada.',
  numbersHeld: 'Nomor surat ditahan dulu. Sebelum menerbitkan surat, manajer mencocokkan nomor terakhir dengan kertas.',
  setAside: 'Berkas lama disimpan utuh di',
  open: 'Buka loket',
  code: 'Kode dari amplop atau jawaban kabupaten',
  codeHint: 'Tujuh kelompok empat huruf, atau tujuh belas kata; pemindai QR juga bisa. Huruf besar atau kecil sama saja.',
  codeOpen: 'Buka dengan kode',
  doorCode: '1. Kode pemulihan dari amplop kantor',
  doorCodeSince: 'Dibuat {{when}}. Ambil amplopnya, lalu isikan kode di bawah.',
  doorCodeNone: 'Di komputer ini tidak ada yang dapat dibuka dengan kode. Bila cadangannya ada di flashdisk, colokkan flashdisk itu.',
  doorDistrict: '2. Minta kabupaten membuka',
  doorDistrictHow:
    'Telepon administrator kabupaten dan bacakan permintaan ini. Dua orang di kabupaten membukanya bersama, lalu membacakan jawabannya. Tidak perlu jaringan.',
  doorDistrictNone:
    'Kabupaten belum memegang kunci loket ini. Yang sudah terkirim ke kabupaten tetap ada di sana dan dapat dipasang di komputer lain. Bila cadangan loket ada di flashdisk, colokkan flashdisk itu.',
  doorDistrictSeveral: 'Di flashdisk ada beberapa loket. Bacakan satu per satu sampai kabupaten menyebut loket ini.',
  request: 'Permintaan kepada kabupaten',
  doorAdministrator: 'Jangan hapus folder data: isinya tetap dapat dibuka bila kodenya ditemukan.',
  reasons
}
