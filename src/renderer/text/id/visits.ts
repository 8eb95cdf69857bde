export const visits = {
  title: 'Kunjungan',
  newcomer: 'Antrean {{ticket}}',
  rail: 'Ringkasan kunjungan',
  people: 'Tamu dan perannya',
  nobody: 'Belum ada orangnya',
  nobodyTeach: 'Sampaikan pemberitahuan privasi, lalu tekan F6 untuk mencari Bapak/Ibu yang datang.',
  findPerson: 'Cari orangnya',
  addPerson: 'Tambah orang',
  searchAgain: 'Cari orang lain',
  removePart: 'Hapus peran {{role}} dari {{name}}',
  toCase: 'Lanjut ke kasus',
  toDocuments: 'Lanjut ke berkas',
  toLetter: 'Lanjut ke surat',
  step: { guest: 'Tamu', resident: 'Warga', case: 'Kasus', documents: 'Berkas', ending: 'Akhir', letter: 'Surat' },

  privacy: 'Pemberitahuan privasi',
  privacyMissing: 'Privasi belum disampaikan',
  privacyRead: 'Sudah disampaikan',
  privacyGiven: 'Disampaikan {{time}}, versi {{version}}',
  privacyText:
    'Bapak/Ibu, data yang kami tanyakan dipakai untuk melayani keperluan hari ini dan tindak lanjutnya, sesuai tugas Dinas Sosial. Data disimpan terkunci di kantor ini dan hanya diteruskan ke instansi yang menangani. Bapak/Ibu boleh melihat dan meminta perbaikan data kapan saja di loket ini.',

  roleTitle: 'Perannya dalam kunjungan ini',
  roleLegend: '{{name}} datang sebagai apa?',
  part: {
    self: 'Untuk diri sendiri',
    concerned: 'Yang bersangkutan',
    applicant: 'Pemohon untuk orang lain',
    reporter: 'Pelapor',
    representative: 'Penerima kuasa'
  },
  partMore: {
    self: 'Pemohon sekaligus yang bersangkutan',
    concerned: 'Kasusnya tentang orang ini, hadir ataupun tidak',
    applicant: 'Memohonkan bagi keluarga atau anaknya',
    reporter: 'Menyampaikan keadaan orang lain',
    representative: 'Membawa surat kuasa'
  },
  relation: 'Hubungan dengan yang bersangkutan',
  relationHint: 'Misalnya ibu, anak, tetangga, ketua RT.',
  join: 'Masukkan ke kunjungan',
  joined: '{{name}} masuk ke kunjungan ini.',

  cases: 'Kasus kunjungan ini',
  noCases: 'Belum ada kasus',
  noEnding: 'Belum ada akhir',
  anotherCase: 'Kasus lain',
  openCase: 'Buka {{number}}',
  caseEnded: 'Kasus ini sudah berakhir di loket: {{ending}}',
  nextIs: 'Berikutnya: {{step}}, paling lambat {{date}}.',
  closedNow: 'Kasusnya sudah ditutup. Bila ada keperluan lain, buka kasus baru.',
  alsoRefer: 'Rujuk juga ke instansi',
  otherCases: 'Kasus lain dalam kunjungan ini',

  notServing: 'Bapak/Ibu ini belum mulai dilayani. Isian baru dapat disimpan setelah pelayanan dimulai.',
  serve: 'Mulai layani',
  over: 'Kunjungan ini sudah selesai.',
  finish: 'Selesaikan kunjungan',
  finished: 'Kunjungan {{ticket}} selesai. Terima kasih.',
  finishNoCase: 'Belum bisa diselesaikan: catat dulu keperluannya sebagai kasus, sekalipun hanya bertanya.',
  finishMissing_other: 'Belum bisa diselesaikan: {{count, number}} kasus belum punya akhir.'
}
