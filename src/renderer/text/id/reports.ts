export const reports = {
  title: 'Laporan bulanan',
  lead: 'Angka satu bulan untuk kepala kantor, tanpa data siapa pun.',
  month: 'Bulan',
  earlier: 'Bulan sebelumnya',
  later: 'Bulan sesudahnya',
  soFar: 'Bulan ini belum selesai: angka sampai {{date}}.',
  desks: 'Loket yang terhitung: {{desks}}.',
  noBefore: 'Belum ada catatan dari {{month}}, jadi tidak ada pembandingnya.',
  empty: 'Tidak ada yang tercatat pada {{month}}',
  emptyTeach: 'Pilih bulan lain, atau periksa Sinkronisasi bila seharusnya ada data dari loket lain.',
  none: 'Tidak ada.',
  print: 'Cetak laporan',
  save: 'Simpan ke berkas',
  saveTitle: 'Simpan laporan {{month}}',
  saveTeach: 'Angkanya disimpan sebagai CSV dan XLSX. Berkas lama dari bulan yang sama diganti.',
  saved: 'Laporan tersimpan: {{files}}'
}
