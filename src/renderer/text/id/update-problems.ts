import type { ProblemTexts, UpdateProblem } from '../problem'

/** Why this version of the program did not give its place to another. */
export const updateProblems: Pick<ProblemTexts, UpdateProblem> = {
  'no-release': () => ({
    happened: 'Tidak ada versi baru yang siap dipasang.',
    safe: 'Loket tetap berjalan dengan versi ini.',
    todo: 'Tunggu versi baru dari kabupaten, atau baca flashdisk dari kabupaten.'
  }),
  busy: ({ visitors }) => ({
    happened: `Masih ada ${visitors} warga yang menunggu atau sedang dilayani.`,
    safe: 'Belum ada yang diubah.',
    todo: 'Selesaikan pelayanan hari ini dulu, lalu pasang.'
  }),
  'on-battery': () => ({
    happened: 'Komputer ini sedang memakai baterai.',
    safe: 'Belum ada yang diubah.',
    todo: 'Pasang kabel listriknya, lalu ulangi.'
  }),
  'installer-damaged': () => ({
    happened: 'Berkas pemasang tidak lagi sama dengan yang ditandatangani penerbitnya, jadi dibuang dan tidak dijalankan.',
    safe: 'Loket dan datanya tidak berubah.',
    todo: 'Berkasnya diambil lagi dari kabupaten dengan sendirinya. Bila terulang, minta administrator memeriksa komputer ini dari virus.'
  }),
  'not-started': () => ({
    happened: 'Pemasang tidak dapat dijalankan di komputer ini.',
    safe: 'Loket dan datanya tidak berubah; cadangan baru sudah dibuat.',
    todo: 'Minta administrator komputer menjalankannya dari folder "updates" di folder data.'
  }),
  'no-way-back': () => ({
    happened: 'Pemasang versi sebelumnya tidak ada di komputer ini.',
    safe: 'Data tidak diubah.',
    todo: 'Minta administrator memasang versi sebelumnya dari kabupaten.'
  })
}
