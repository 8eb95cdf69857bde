import type { Classification } from '#shared/directory/directory'

const list = (codeSet: Classification['codeSet'], rows: [code: string, name: string][]): Classification[] =>
  rows.map(([code, name]) => ({ code, codeSet, name }))

/** Subject codes that open letter numbers. Many offices still write the old ones, so both sets are shipped. */
export const classifications: Classification[] = [
  ...list('permendagri-83-2022', [
    ['400.3', 'Pendidikan'],
    ['400.7', 'Kesehatan'],
    ['400.9', 'Sosial'],
    ['400.12', 'Kependudukan dan pencatatan sipil']
  ]),
  ...list('old', [
    ['401', 'Keluarga miskin'],
    ['420', 'Pendidikan'],
    ['440', 'Kesehatan'],
    ['460', 'Sosial'],
    ['461', 'Rehabilitasi penyandang cacat'],
    ['462', 'Tuna sosial'],
    ['463', 'Kesejahteraan anak dan keluarga'],
    ['465', 'Kesejahteraan sosial'],
    ['465.1', 'Lanjut usia'],
    ['466', 'Sumbangan sosial'],
    ['466.1', 'Korban bencana'],
    ['471', 'Pendaftaran penduduk']
  ])
]
