export const subjects = {
  export: 'Salinan data',
  title: 'Salinan semua data tentang {{name}}',
  teach:
    'Semua yang tersimpan di loket ini tentang orang ini, dan siapa yang melihatnya, menjadi PDF untuk dibaca dan JSON untuk program lain, bersama surat-surat dan gambar SIKS-NG. Barisnya di data terpadu ada di JSON. Baca dulu sebelum diserahkan: catatan dapat menyebut orang lain.',
  purpose: 'Atas permintaan siapa?',
  purposes: {
    'own-request': 'Permintaan yang bersangkutan',
    guardian: 'Permintaan orang tua, wali, atau penerima kuasa',
    authority: 'Permintaan tertulis instansi yang berwenang'
  },
  save: 'Simpan salinan',
  saved: 'Salinan data tersimpan',
  missing_other: '{{count, number}} surat atau gambar belum ikut',
  missingTeach:
    'Isinya ada di loket lain atau rusak di sini. Simpan salinannya sekali lagi saat loket tersambung ke kabupaten, atau minta kepada loket yang membuatnya.',
  keep: 'Berkas tidak terkunci. Serahkan hanya kepada yang berhak dan hapus dari PC ini sesudahnya.'
}
