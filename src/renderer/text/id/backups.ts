export const backups = {
  teach: 'Loket menyalin data dua kali sehari, membuka salinannya, dan menghitung isinya. Salinan terkunci seperti data aslinya.',
  make: 'Buat cadangan sekarang',
  made: 'Cadangan dibuat dan diperiksa',
  test: 'Uji pemulihan',
  testing: 'Cadangan sedang dipulihkan di tempat terpisah. Loket dapat terus dipakai.',
  testGood: 'Uji pemulihan berhasil, {{when}}',
  testGoodMore_other:
    '{{count, number}} catatan terbaca kembali, {{replayed}} di antaranya dari buku harian, dan sama dengan data loket ini.',
  testBad: 'Uji pemulihan gagal, {{when}}',
  testBadMore:
    'Data yang dipakai tidak terganggu. Buat cadangan baru, uji sekali lagi, dan bila tetap gagal hubungi administrator hari ini juga.',
  old: 'Pekerjaan lebih dari 24 jam belum ada cadangannya. Data aman di komputer ini; tekan F6 untuk membuat cadangan sekarang.',
  dueTitle: 'Sudah waktunya uji pemulihan',
  dueNever: 'Di loket ini belum pernah ada uji pemulihan yang berhasil.',
  dueSince: 'Uji pemulihan yang berhasil terakhir: {{when}}.',
  dueTeach:
    'Loket memulihkan cadangan terbaru di tempat terpisah dan membandingkannya dengan data. Data yang dipakai tidak disentuh dan pelayanan jalan terus.',
  testNow: 'Uji sekarang',
  postpone: 'Tunda satu hari',
  postponeWhy: 'Alasan menunda',
  postponeWhyFirst: 'Mohon pilih alasannya dahulu, atau uji sekarang. Besok loket mengingatkan lagi.',
  whyPostponed: { queue: 'Antrean panjang', power: 'Listrik tidak stabil', 'short-handed': 'Petugas kurang' },
  shelf: 'Cadangan di komputer ini',
  holds_other: '{{count, number}} catatan, {{size}}',
  none: 'Belum ada cadangan',
  noneTeach: 'Cadangan pertama dibuat sendiri tidak lama setelah loket dipakai. Tekan F6 untuk membuatnya sekarang.',
  toStick: 'Cadangkan ke flashdisk',
  stickTeach:
    'Flashdisk ini diingat: setiap cadangan baru ikut disalin selama flashdisk terpasang. Tanpa kode pemulihan, isinya tidak dapat dibuka siapa pun.',
  stickPlug: 'Colokkan flashdisk ke komputer ini.',
  stickChoose: 'Flashdisk',
  stickSave: 'Salin cadangan',
  stickBusy: 'Sedang menyalin dan membaca ulang. Jangan cabut flashdisk.',
  onStick: 'Cadangan tersalin ke flashdisk. Flashdisk boleh dicabut.',
  codeNone: 'Data ini belum punya kode pemulihan',
  codeNoneTeach:
    'Bila akun Windows hilang atau komputer rusak, data dan cadangannya tidak dapat dibuka siapa pun. Buat kode sekarang dan simpan di amplop tertutup.',
  codeSince: 'Kode pemulihan dibuat {{when}}',
  codeMake: 'Buat kode pemulihan',
  codeMakeNow: 'Buat dan tampilkan',
  codeTeach:
    'Kode ditampilkan satu kali dan tidak disimpan di mana pun. Siapkan kertas dan amplop. Kode sebelumnya tetap berlaku sampai kode baru ada di kertas.',
  codeTitle: 'Kode pemulihan kantor',
  codeWrite:
    'Cetak lembar ini atau tulis kodenya di kertas, cocokkan sekali lagi, masukkan ke amplop tertutup, dan simpan terkunci di kantor, tidak bersama flashdisk. Huruf atau kata: salah satu cukup.',
  codePrint: 'Cetak lembarnya',
  codeSent: 'Lembar dikirim ke pencetak. Periksa apakah kode di kertas sama dengan di layar.',
  codeNotSent: 'Pencetak tidak menerima lembar ini. Tulis kodenya dengan tangan.',
  codeWritten: 'Sudah di kertas dan cocok',
  codeDrop: 'Jangan pakai kode ini',
  keepTitle: 'Kode di kertas',
  keepTeach:
    'Ambil kertasnya dan ketik bagian akhirnya. Sejak itu hanya kode ini yang berlaku, dan kertas kode sebelumnya boleh dimusnahkan.',
  keepEnd: 'Tiga kata terakhir di kertas',
  keepEndHint: 'Atau tiga kelompok huruf terakhir, bila itu yang ditulis.',
  keepTeachAll:
    'Ambil kertasnya dan ketik seluruh kodenya. Sejak itu hanya kode ini yang berlaku, dan kertas kode sebelumnya boleh dimusnahkan.',
  keepAll: 'Kode di kertas',
  keepAllHint: 'Huruf atau kata: salah satu cukup.',
  keepOther: 'Ini bukan bagian akhir kode baru. Cocokkan kertasnya sekali lagi; bila salah tulis, kembali dan tulis ulang.',
  keep: 'Kode ini berlaku sekarang',
  kept: 'Kode pemulihan baru berlaku',
  newCodeSince: 'Kode baru tanggal {{when}} belum dipastikan ada di kertas',
  newCodeTeach: 'Kode sebelumnya tetap berlaku. Bila kode baru sudah di kertas, ketik di sini; bila belum, buat kode lain.',
  newCodeFirst:
    'Bila sudah di kertas, ketik di sini; bila belum, buat kode lain. Tanpa kode di kertas, data tidak dapat dibuka bila komputer rusak.',
  districtNone: 'Kabupaten belum memegang kunci cadangan. Tanpa kode di amplop, hanya akun komputer ini yang dapat membuka data.',
  districtSince: 'Kabupaten dapat membuka data ini sejak {{when}}, bila dua orang di sana membukanya bersama.',
  secondNone: 'Buku harian hanya ada di disk komputer ini',
  secondNoneTeach: 'Dengan disk kedua atau flashdisk yang tetap terpasang, tidak satu warga pun hilang bila disk komputer rusak.',
  second: {
    well: 'Buku harian juga ditulis di {{path}}',
    missing: 'Buku harian kedua ada di {{path}}, tetapi disk itu tidak terpasang. Loket tetap dapat dipakai.',
    failing: 'Buku harian kedua di {{path}} tidak dapat ditulis. Loket tetap dapat dipakai.'
  },
  secondChoose: 'Pilih disk kedua',
  secondDrive: 'Disk',
  secondSave: 'Pakai disk ini',
  secondPlug: 'Pasang disk kedua atau flashdisk di komputer ini.',
  secondTeach:
    'Setiap catatan ditulis terkunci di dua disk. Biarkan disk ini terpasang; bila tercabut, loket jalan terus dan menyusul kemudian.',
  aside: 'Disisihkan saat pemulihan',
  asideTeach:
    'Data rusak yang diganti saat pemulihan. Isinya tetap terkunci dengan kunci loket ini dan memuat data warga sampai saat itu; bila tidak diperlukan lagi, hancurkan.',
  asideLine: { here: '{{when}}, {{size}}', 'second-disk': '{{when}}, {{size}}, buku harian di disk kedua' },
  asideBrought: {
    all: 'Semua catatannya sudah dipulihkan ke loket ini.',
    'not-all': 'Saat dipulihkan, sebagian catatannya tidak terbaca. Yang masih terbaca di sini sudah ada di loket ini.',
    unknown: 'Tidak diketahui apakah semua catatannya sudah dipulihkan. Bandingkan dahulu dengan buku agenda dan lembar harian.'
  },
  asideMissing_other:
    '{{count, number}} catatan yang masih terbaca di sini tidak ada di loket ini. Hubungi administrator kabupaten dahulu.',
  asideShred: 'Hancurkan',
  asideDialog: 'Hancurkan yang disisihkan {{when}}?',
  asideDialogTeach:
    'Berkasnya ditimpa lalu dihapus, dan tidak dapat dikembalikan. Data yang dipakai dan cadangannya tidak disentuh. Log akses dan isian yang belum disimpan sesudah cadangan terakhir waktu itu hanya ada di sini.',
  asideBusy: 'Berkasnya sedang ditimpa. Jangan matikan komputer.',
  asideGone: 'Yang disisihkan sudah dihancurkan',
  stickLast: 'Salinan terakhir ke flashdisk "{{name}}": {{when}}.',
  stickFailed: 'Cadangan terbaru belum ada di flashdisk "{{name}}"',
  stickNone: 'Belum ada flashdisk untuk cadangan. Bila komputer ini rusak atau dicuri, cadangan di dalamnya ikut hilang.'
}
