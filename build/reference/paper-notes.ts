/** When or how a paper is asked for, as the services note it, and the same in English. */
export const paperNotes = {
  'Bila ada': 'If there is one',
  'Bila diminta kantor': 'If the office asks for it',
  'Bila diminta desa/kelurahan': 'If the village asks for it',
  'Bila diminta rumah sakit': 'If the hospital asks for it',
  'Bila sedang dirawat': 'If in hospital now',
  'Bila sedang sakit': 'If ill now',
  'Bila pernah punya': 'If there was one',
  'Bila sudah punya': 'If there is one already',
  'Bila sudah mendaftar': 'If already enrolled',
  'Bila datang dari Dinas Sosial lain': 'If sent on by another social agency',
  'Bila ada orang tua/wali': 'If there is a parent or guardian',
  'Bila ada, tidak menghalangi layanan': 'If there is one; help is given without it',
  'Bila korban anak dan ada': 'If the victim is a child and has one',
  'Kecuali keadaan darurat': 'Except in an emergency',
  'Dapat menyusul': 'May be brought later',
  'Untuk usulan baru atau keberatan desil': 'For a new entry or an objection to the decile',
  'Untuk perbaikan data': 'For corrected data',
  'Untuk warga yang belum punya NIK': 'For people without a NIK',
  'Atap, lantai, dan dinding': 'Roof, floor and walls',
  'Tanpa tunggakan iuran': 'No contributions owed'
} as const
export type PaperNote = keyof typeof paperNotes
