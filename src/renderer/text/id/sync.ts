import type { LineProblem } from '#shared/sync/sync.contract'
import type { ProblemSentences } from '../problem'

/** Every way a line can fail, `turned-away` by its reason. */
export type LineTrouble = Exclude<LineProblem, { kind: 'turned-away' }>['kind'] | Extract<LineProblem, { kind: 'turned-away' }>['reason']

const safeHere = 'Semua catatan aman di PC ini dan pelayanan dapat diteruskan.'

const line = {
  'no-line': {
    happened: 'Tidak ada jaringan ke kabupaten.',
    safe: safeHere,
    todo: 'Tidak perlu menunggu: begitu jaringan kembali, semuanya dikirim sendiri. Bila mendesak, kirim lewat flashdisk.'
  },
  'not-the-server': {
    happened: 'Yang menjawab bukan server kabupaten.',
    safe: `${safeHere} Tidak ada data yang dikirim ke sana.`,
    todo: 'Biasanya ini halaman masuk Wi-Fi. Masuk dahulu ke jaringannya, lalu tekan Kirim sekarang.'
  },
  'certificate-not-now': {
    happened: 'Sertifikat server kabupaten tidak berlaku pada tanggal di PC ini.',
    safe: `${safeHere} Tidak ada data yang dikirim.`,
    todo: 'Periksa tanggal dan jam PC ini. Bila sudah benar, minta administrator kabupaten memperbarui sertifikat servernya.'
  },
  'certificate-other-name': {
    happened: 'Yang menjawab memakai sertifikat untuk alamat lain.',
    safe: `${safeHere} Tidak ada data yang dikirim ke sana.`,
    todo: 'Bila memakai Wi-Fi umum, masuk dahulu ke jaringannya. Bila tetap begini, hubungi administrator kabupaten.'
  },
  'certificate-unknown': {
    happened: 'PC ini tidak mengenal penerbit sertifikat server itu.',
    safe: `${safeHere} Tidak ada data yang dikirim ke sana.`,
    todo: 'Bila memakai Wi-Fi umum, masuk dahulu ke jaringannya. Bila tetap begini, mungkin ada yang membuka sambungan di jalan: hubungi administrator kabupaten. Servernya memerlukan sertifikat dari penerbit umum.'
  },
  broken: {
    happened: 'Percakapan dengan kabupaten terputus di tengah.',
    safe: safeHere,
    todo: 'Loket mencoba lagi sendiri dan meneruskan dari yang terakhir diterima.'
  },
  protocol: {
    happened: 'Versi Loket SLRT di PC ini tidak sama dengan versi server kabupaten.',
    safe: safeHere,
    todo: 'Minta administrator memasang versi terbaru. Sesudah itu semuanya terkirim.'
  },
  'wrong-district': {
    happened: 'Server itu milik kabupaten lain.',
    safe: `${safeHere} Tidak ada data yang diterima di sana.`,
    todo: 'Minta administrator memeriksa alamat server.'
  },
  'unknown-device': {
    happened: 'Server kabupaten tidak mengenal loket ini.',
    safe: safeHere,
    todo: 'Mungkin server itu dipulihkan dari cadangan lama. Minta kode sekali pakai baru kepada administrator kabupaten; dengan itu manajer atau administrator menyambungkan loket ini lagi.'
  },
  unconfirmed: {
    happened: 'Administrator kabupaten belum mencocokkan angka loket ini.',
    safe: safeHere,
    todo: 'Telepon administrator kabupaten dan bacakan angkanya.'
  },
  revoked: {
    happened: 'Kabupaten sudah mencabut izin loket ini.',
    safe: safeHere,
    todo: 'Telepon administrator kabupaten. Jangan hapus apa pun dari PC ini.'
  },
  frozen: {
    happened: 'Kabupaten menahan loket ini karena ada dua PC yang memakai jati diri yang sama.',
    safe: safeHere,
    todo: 'Telepon administrator kabupaten. Sampaikan bila PC ini pernah disalin atau dipulihkan dari cadangan.'
  },
  replayed: {
    happened: 'Server menerima kiriman lama dari loket ini.',
    safe: safeHere,
    todo: 'Loket mencoba lagi sendiri. Bila berulang, hubungi administrator kabupaten.'
  },
  'bad-signature': {
    happened: 'Tanda tangan loket ini tidak cocok dengan catatan kabupaten.',
    safe: safeHere,
    todo: 'Hubungi administrator kabupaten.'
  },
  malformed: {
    happened: 'Kiriman loket ini tidak terbaca oleh server.',
    safe: safeHere,
    todo: 'Loket mencoba lagi sendiri. Bila berulang, hubungi administrator kabupaten.'
  },
  'too-large': {
    happened: 'Kiriman terlalu besar untuk server.',
    safe: safeHere,
    todo: 'Hubungi administrator kabupaten.'
  },
  layout: {
    happened: 'Server kabupaten baru saja diperbarui dan belum mengenali bentuk kiriman loket ini.',
    safe: safeHere,
    todo: 'Loket mencoba lagi sendiri dengan bentuk yang dikenali semua versi.'
  },
  'too-many': {
    happened: 'Server kabupaten sedang sibuk dan belum melayani loket ini.',
    safe: safeHere,
    todo: 'Loket mencoba lagi sendiri. Bila sesudah satu jam masih begini, hubungi administrator kabupaten.'
  },
  'too-much': {
    happened: 'Hari ini loket ini sudah mengirim lebih banyak daripada yang diterima kabupaten dari satu loket dalam sehari.',
    safe: `${safeHere} Catatan dari loket lain tetap masuk ke sini.`,
    todo: 'Pengiriman dilanjutkan sendiri besok. Bila perlu lebih cepat, atau bila tidak ada yang menambah data sebanyak itu, hubungi administrator kabupaten.'
  }
} satisfies Record<LineTrouble, ProblemSentences>

export const sync = {
  title: 'Sinkronisasi',
  lead: 'Yang sudah di kabupaten, dan yang masih di sini saja',

  bar: {
    open: 'Buka layar Sinkronisasi',
    alone: 'Belum tersambung ke kabupaten',
    joining: 'Cocokkan angka dengan kabupaten',
    allThere: 'Semua sudah di kabupaten',
    unsent: '{{n}} perubahan belum terkirim, tertua {{age}}',
    attachments: '{{n}} lampiran belum terkirim',
    noLine: 'Tidak ada jaringan. Data aman di PC ini',
    trouble: 'Kabupaten belum terhubung. Data aman di PC ini',
    noLineUnsent: 'Tidak ada jaringan · {{n}} belum terkirim, tertua {{age}}',
    troubleUnsent: 'Kabupaten belum terhubung · {{n}} belum terkirim, tertua {{age}}',
    talking: 'Sedang bertukar data…',
    needsYou: '{{n}} perlu diputuskan',
    numbering: 'Surat belum dapat diberi nomor',
    clock: 'Jam PC ini selisih {{span}}',
    unheard: '{{span}} tanpa kabar kabupaten, batasnya {{left}} lagi',
    unheardTooLong: '{{span}} tanpa kabar kabupaten: sebagian dibatasi',
    stopsSoon: '{{span}} tanpa kabar kabupaten: data warga ditutup {{left}} lagi',
    stopped: '{{span}} tanpa kabar kabupaten: hanya warga hari ini'
  },

  link: 'Sambungan ke kabupaten',
  district: 'Kabupaten',
  server: 'Alamat server',
  deskCode: 'Loket ini',
  lastContact: 'Kontak terakhir',
  never: 'Belum pernah',
  cursor: 'Diterima sampai',
  cursorNo: 'no. {{n}}',
  unsentFact: 'Belum terkirim',
  unsentNone: 'Tidak ada',
  unsentSince_other: '{{count, number}} perubahan, tertua {{age}}',
  attachments: 'Lampiran belum terkirim',
  file: {
    reference: 'Data rujukan',
    registry: 'Data DTSEN',
    'desk-scopes': 'Cakupan loket',
    'registry-difference': 'Pembaruan data DTSEN',
    escrow: 'Kunci cadangan kabupaten',
    'program-windows': 'Versi baru Loket SLRT',
    'program-linux': 'Versi baru Loket SLRT',
    shipped: 'Bawaan aplikasi.',
    none: 'Belum ada.',
    held: 'Edisi kabupaten “{{label}}”, terbit {{on}}.',
    coming: 'Edisi “{{label}}” sedang diambil: {{have}} dari {{size}}.',
    'disk-full': 'Edisi “{{label}}” menunggu: ruang penyimpanan PC ini hampir penuh.',
    'newer-program': 'Edisi “{{label}}” memerlukan versi aplikasi yang lebih baru.',
    'older-program': 'Edisi “{{label}}” lebih lama daripada program di PC ini; tidak ada yang perlu dipasang.',
    'no-villages': 'Edisi “{{label}}” tidak memuat desa yang dilayani loket ini; yang lama tetap dipakai. Periksa cakupan di Data terpadu.',
    unusable: 'Edisi “{{label}}” tidak dapat dipakai; sampaikan kepada administrator kabupaten.'
  },
  sendNow: 'Kirim sekarang',
  sending: 'Sedang mengirim dan menerima. Anda boleh terus bekerja.',
  sendingLeft: 'Sedang mengirim, sisa {{n}} perubahan. Anda boleh terus bekerja.',
  sent: 'Semua sudah diterima kabupaten.',
  line,

  clockAhead: {
    happened: 'Jam PC ini {{span}} lebih cepat daripada jam kabupaten.',
    safe: 'Catatan tetap aman dan urutannya tetap benar.',
    todo: 'Betulkan tanggal dan jam di Windows sebelum menerbitkan surat: tanggal surat diambil dari jam PC ini.'
  },
  clockBehind: {
    happened: 'Jam PC ini {{span}} lebih lambat daripada jam kabupaten.',
    safe: 'Catatan tetap aman dan urutannya tetap benar.',
    todo: 'Betulkan tanggal dan jam di Windows sebelum menerbitkan surat: tanggal surat diambil dari jam PC ini.'
  },
  numberingHeld: {
    happened: 'Surat untuk sementara tidak dapat diberi nomor.',
    safe: 'Catatan PC ini mungkin bukan yang terbaru, misalnya karena dipulihkan dari cadangan, dan nomor tidak boleh terpakai dua kali.',
    todo: 'Sambungkan sekali ke kabupaten, lalu tekan Kirim sekarang. Sesudah semua diterima, surat dapat diberi nomor lagi.'
  },
  numberingLost: {
    happened: 'Buku nomor surat loket ini tidak dapat dipakai lagi.',
    safe: 'Surat yang sudah terbit tetap berlaku. Buku ini ditutup karena nomornya mungkin juga dipakai PC lain.',
    todo: 'Minta manajer atau administrator membuka buku nomor surat yang baru, dengan kode unit lain, di Pengaturan.'
  },

  refusedTitle: 'Perlu diperbaiki',
  refusedNone: 'Tidak ada yang dikembalikan',
  refusedNoneTeach: 'Semua yang dikirim loket ini dapat diterima kabupaten.',
  refusedSafe: 'Kabupaten menyimpan perubahan ini tetapi belum menerimanya. Tidak ada yang hilang.',
  refusedTodo: {
    invalid: 'Buka catatannya dan betulkan isinya, lalu ajukan lagi.',
    'not-allowed': 'Bila Anda berwenang, ajukan lagi atas nama Anda.',
    'number-taken':
      'Periksa dahulu catatan yang sudah memakainya. Bila sama, batalkan yang ini. Bila lain, ajukan lagi: nomor antrean dan nomor kasus diganti yang masih bebas.',
    'no-such-parent': 'Perbaiki dahulu catatan dasarnya, lalu ajukan lagi.',
    'not-replaceable': 'Batalkan yang ini. Bila masih perlu, catat kembali dari awal.'
  },
  refusedLetter:
    'Surat lain sudah memakai nomor ini. Terbitkan ulang dengan nomor berikutnya, lalu tukar lembar yang lama. Bila suratnya tidak perlu lagi, batalkan.',
  byWhom: '{{name}}, {{at}}',
  byNobody: 'Dicatat {{at}}',
  again: 'Ajukan lagi atas nama saya',
  againDone: 'Perubahan diajukan lagi atas nama Anda.',
  takeBack: 'Batalkan perubahan ini',
  takeBackTitle: 'Batalkan perubahan ini?',
  takeBackTeach: 'Catatan di kabupaten tetap seperti sebelum perubahan ini. Jejaknya tetap tersimpan, tetapi isinya tidak dipakai lagi.',
  takeBackLetter: 'Surat ini menjadi batal dan tetap tercatat di buku dengan alasannya. Tarik lembar yang sudah dicetak.',
  takenBack: 'Perubahan dibatalkan.',
  noRecords: 'Perubahan tanpa catatan',

  clashTitle: 'Perlu keputusan',
  clashNone: 'Tidak ada yang bertentangan',
  clashNoneTeach: 'Bila dua petugas mengubah hal yang sama, Anda memilih mana yang benar di sini.',
  mine: 'Tanggung jawab Anda',
  standing: 'Berlaku sekarang',
  wished: 'Diajukan',
  author: '{{name}}, loket {{desk}}, {{at}}',
  someone: 'Petugas',
  clock: {
    exact: 'jam cocok',
    ahead: 'jam komputer itu {{span}} terlalu maju',
    behind: 'jam komputer itu {{span}} terlalu lambat',
    bounded: '± {{span}}',
    unknown: 'jam komputer itu belum dicocokkan'
  },
  chooseOf: 'Mana yang benar: {{field}}?',
  chooseStep: 'Langkah mana yang berlaku?',
  saveChoice: 'Simpan keputusan',
  seen: 'Sudah saya baca',
  decided: 'Keputusan untuk {{title}} tersimpan.',
  clashKind: {
    'field-moved-on': 'Dua petugas mengubah hal yang sama tanpa saling tahu. Pilih yang benar.',
    'status-moved-on': 'Dua petugas memindahkan statusnya tanpa saling tahu. Pilih yang benar.',
    'already-there': 'Catatan ini dibuat dua kali. Yang pertama tetap berlaku.',
    'not-there': 'Perubahan ini menyangkut catatan yang tidak ada di kabupaten.',
    gone: 'Catatan ini sudah dihapus sebelum perubahan ini sampai.',
    fixed: 'Isian ini tidak dapat diubah lagi sejak dibuat. Yang pertama tetap berlaku.',
    circle: 'Dua data warga saling digabungkan. Gabungan yang pertama tetap berlaku.'
  },
  empty: '(kosong)',
  field: {
    provisionalId: 'Nomor sementara',
    mergedInto: 'Digabungkan dengan',
    since: 'Sejak',
    until: 'Sampai',
    isActive: 'Masih aktif',
    pin: 'PIN',
    code: 'Kode',
    verdict: 'Satu orang?',
    closedAt: 'Ditutup',
    repliedAt: 'Dijawab',
    batch: 'Daftar usulan',
    proposedOn: 'Diusulkan',
    answerBy: 'Jawaban diharapkan',
    answeredOn: 'Dijawab',
    other: 'Isian lain ({{field}})'
  },

  queue: 'Antrean kirim',
  queueCount: '{{n}} belum terkirim, yang terbaru di bawah',
  queueNone: 'Semua sudah dikirim',
  queueNoneTeach: 'Catatan baru muncul di sini sampai kabupaten menerimanya.',
  itemsMore: 'dan {{n}} lagi; yang berikutnya muncul bila yang di atas selesai',
  againAll_other: 'Ajukan lagi {{count, number}} perubahan ini atas nama saya',
  againAllDone_other: '{{count, number}} perubahan diajukan lagi atas nama Anda.',
  queueMore: 'dan {{n}} lagi',
  waitingTitle: 'Menunggu data dari loket lain',
  waitingTeach: 'Sudah di kabupaten, dan diterima sendiri begitu loket lain mengirim. Tidak perlu apa-apa.',

  aloneTitle: 'Loket ini bekerja sendiri',
  aloneTeach: 'Semua catatan tersimpan di PC ini. Setelah tersambung, semuanya dikirim ke kabupaten, juga yang lama.',
  joinTitle: 'Sambungkan ke kabupaten',
  joinTeach: 'Minta alamat server dan kode sekali pakai kepada administrator kabupaten.',
  joinWho: 'Manajer atau administrator kantor ini dapat menyambungkan loket. Sampai saat itu, pelayanan berjalan seperti biasa.',
  joinServer: 'Alamat server',
  joinServerHint: 'Misalnya https://slrt.kendalkab.go.id',
  joinCode: 'Kode sekali pakai',
  joinCodeHint: 'Dari administrator kabupaten. Huruf besar atau kecil sama saja.',
  join: 'Sambungkan',
  move: 'Ubah alamat',
  joinAgain: 'Sambungkan lagi',
  joinAgainTitle: 'Sambungkan lagi ke kabupaten',
  joinAgainTeach:
    'Server kabupaten tidak mengenal loket ini lagi. Minta kode baru untuk huruf loket ini kepada administrator kabupaten. Huruf loket, nomor surat dan semua catatan tetap, dan yang hilang di server dikirim lagi.',
  moveTitle: 'Ubah alamat server kabupaten',
  moveTeach:
    'Untuk kabupaten yang memindahkan servernya. Loket memeriksa dahulu bahwa yang menjawab di alamat baru benar server kabupaten ini. Catatan, nomor surat dan huruf loket tidak berubah.',
  moveDeed: 'Periksa dan pakai alamat ini',
  moved: 'Alamat server kabupaten sudah diubah.',
  nearby: 'Server kabupaten contoh ditemukan di PC ini',
  nearbyTeach: 'Untuk mencoba: alamat dan kodenya sudah diketahui.',
  nearbyUse: 'Sambungkan ke server contoh',
  checkTitle: 'Bacakan angka ini',
  checkTeach:
    'Telepon administrator kabupaten dan bacakan keenam angka ini. Ia memasukkannya di server, dan bila cocok loket ini diterima.',
  checkNumber: 'Angka pencocokan',
  cancelJoin: 'Batal menyambungkan',
  checkWhy: 'Bila server tidak mengenal angkanya, jangan diteruskan: mungkin ada pihak lain di antara kedua komputer.',
  checkWaiting: 'Menunggu persetujuan dari {{server}}. Layar ini berlanjut sendiri.',
  joined: 'Loket ini tersambung ke {{district}}.',

  newPcTitle: 'Kantor ini sudah ada di kabupaten',
  newPcTeach: 'Untuk loket tambahan atau PC pengganti: sesudah tersambung, petugas, warga, dan kasus kantor diambil dari kabupaten.',
  newPcFetching: 'Mengambil data kantor dari kabupaten',
  newPcFetchingTeach:
    'Pada jaringan lambat ini dapat berlangsung beberapa menit. Bila terputus, diteruskan sendiri dari yang terakhir diterima.',
  newPcFetched: 'Diterima sampai no. {{n}}',
  newPcAgain: 'Ambil sekarang',
  newPcReplaces: 'PC ini',
  newPcNew: 'Loket baru',
  newPcNewMore: 'Data kabupaten diambil seluruhnya; cakupan dapat diubah kemudian.',
  newPcReplacesDesk: 'Menggantikan PC loket {{desk}}',
  newPcReplacesMore: 'Hanya desa yang dilayani loket itu: {{villages}}.',
  newPcReady: '{{name}} siap dibuka',
  newPcReadyTeach: 'PC ini menjadi loket {{desk}} dengan buku nomor surat sendiri. Masuklah dengan nama dan PIN yang biasa.',
  newPcOpen: 'Buka kantor ini di PC ini',

  newPcPaper: 'Lembar ganti PC',
  stick: 'Kirim lewat flashdisk',
  stickSteps: { plug: 'Colokkan', choose: 'Pilih', wait: 'Tunggu', out: 'Cabut' },
  stickPlug: 'Colokkan flashdisk',
  stickPlugTeach: 'Flashdisk apa saja boleh. Daftarnya muncul sendiri di sini.',
  stickChoose: 'Pilih flashdisk',
  stickDrives: 'Flashdisk di komputer ini',
  stickFree: '{{path}}, sisa {{size}}',
  stickSave: 'Simpan ke flashdisk',
  stickRead: 'Baca dari flashdisk',
  stickTeach:
    'Simpan untuk membawa catatan ke kabupaten. Baca bila membawa balasan dari kabupaten. Berkasnya terkunci; hanya kabupaten dan loket ini yang dapat membukanya.',
  stickWriting: 'Sedang menyimpan. Jangan cabut flashdisk.',
  stickReading: 'Sedang membaca. Jangan cabut flashdisk.',
  stickWritten: 'Tersimpan di flashdisk',
  stickWrittenTeach: 'Flashdisk boleh dicabut. Serahkan kepada administrator kabupaten.',
  stickFile: 'Nama berkas',
  stickChanges: 'Jumlah perubahan',
  stickSize: 'Ukuran',
  stickReadDone: 'Flashdisk sudah dibaca',
  stickReadTeach: 'Flashdisk boleh dicabut.',
  stickNoPacks: 'Tidak ada balasan kabupaten di flashdisk ini',
  stickNoPacksTeach:
    'Yang disimpan loket ini harus dibaca kabupaten dahulu. Pastikan flashdisknya benar, atau minta kabupaten menyimpan balasannya kembali.',
  packEarlier: 'Baca dahulu berkas yang lebih awal, lalu berkas ini lagi',
  packOutcome: {
    taken: 'Diterima, {{n}} perubahan',
    'nothing-new': 'Sudah pernah dibaca, tidak ada yang baru',
    'not-for-us': 'Bukan untuk loket ini, dilewati',
    damaged: 'Berkas rusak, tidak ada yang diambil. Minta disimpan ulang',
    'another-version': 'Ditulis program versi lain. Perbarui program di loket dan di kabupaten, lalu baca lagi',
    'not-a-pack': 'Bukan berkas Loket SLRT, dilewati'
  },

  receipt: {
    here: 'Tersimpan di sini',
    fed: 'Diterima kabupaten no. {{n}}',
    waiting: 'Di kabupaten, menunggu data dari loket lain',
    refused: 'Perlu diperbaiki: {{reason}}'
  }
}
