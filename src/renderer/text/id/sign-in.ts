export const signIn = {
  title: 'Siapa yang bertugas?',
  lead: 'Pilih nama Anda, lalu ketik PIN enam angka.',
  officers: 'Petugas',
  noOfficers: 'Belum ada petugas aktif',
  noOfficersTeach: 'Hubungi administrator kantor untuk menambah petugas.',
  pinLabel: 'PIN enam angka',
  samplePin: 'Petugas contoh. PIN awalnya 123456.',
  notYou: 'Bukan Anda? Kembali',
  enter: 'Masuk',
  wrongPin: 'PIN belum cocok. Coba sekali lagi.',
  wait: 'Terlalu sering salah. Tunggu {{seconds}} detik, lalu coba lagi. Data kantor tetap aman.',
  testKeys: 'Mode uji: kunci data disimpan di berkas biasa ({{name}}), bukan di tempat aman sistem operasi. Pakai data contoh saja.',
  motto: 'Satu loket, satu jawaban, untuk setiap warga.'
}
