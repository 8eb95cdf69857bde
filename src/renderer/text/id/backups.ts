export const backups = {
  teach: 'Loket menyalin data dua kali sehari, membuka salinannya, dan menghitung isinya. Salinan terkunci seperti data aslinya.',
  make: 'Buat cadangan sekarang',
  made: 'Cadangan dibuat dan diperiksa',
  test: 'Uji pemulihan',
  testing: 'Cadangan sedang dipulihkan di tempat terpisah. Loket dapat terus dipakai.',
  testGood: 'Uji pemulihan berhasil, {{when}}',
  testGoodMore: '{{changes}} catatan terbaca kembali, {{replayed}} di antaranya dari buku harian, dan sama dengan data loket ini.',
  testBad: 'Uji pemulihan gagal, {{when}}',
  testBadMore:
    'Data yang dipakai tidak terganggu. Buat cadangan baru, uji sekali lagi, dan bila tetap gagal hubungi administrator hari ini juga.',
  shelf: 'Cadangan di komputer ini',
  holds: '{{changes}} catatan, {{size}}',
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
  codeTeach: 'Kode ditampilkan satu kali dan tidak disimpan di mana pun. Siapkan kertas dan amplop. Kode sebelumnya tidak berlaku lagi.',
  codeTitle: 'Kode pemulihan kantor',
  codeWrite:
    'Tulis kode ini di kertas, cocokkan sekali lagi, masukkan ke amplop tertutup, dan simpan terkunci di kantor, tidak bersama flashdisk.',
  codeWritten: 'Sudah saya tulis dan cocokkan',
  stickLast: 'Salinan terakhir ke flashdisk "{{name}}": {{when}}.',
  stickNone: 'Belum ada flashdisk untuk cadangan. Bila komputer ini rusak atau dicuri, cadangan di dalamnya ikut hilang.'
}
