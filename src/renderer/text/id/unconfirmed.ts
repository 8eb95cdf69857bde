import type { Unconfirmed } from '#shared/rpc/call'

/** Why a second officer's confirmation did not count, and what to do. */
export const unconfirmed = (seconds: number): Record<Unconfirmed, { happened: string; todo: string }> => ({
  nobody: { happened: 'Ini belum dikonfirmasi petugas kedua.', todo: 'Ulangi bersama rekan yang berwenang.' },
  'same-officer': { happened: 'Anda tidak dapat mengonfirmasi pekerjaan Anda sendiri.', todo: 'Minta petugas lain mengonfirmasi.' },
  'may-not': { happened: 'Peran rekan ini tidak dapat mengonfirmasi.', todo: 'Pilih petugas lain.' },
  'must-choose': {
    happened: 'Rekan ini belum membuat PIN-nya sendiri.',
    todo: 'Minta ia masuk satu kali dan membuatnya, atau pilih petugas lain.'
  },
  'wrong-pin': { happened: 'PIN belum cocok.', todo: 'Minta rekan Anda mengetik sekali lagi.' },
  'wrong-password': { happened: 'Kata sandi belum cocok.', todo: 'Minta rekan Anda mengetik sekali lagi.' },
  'password-needed': { happened: 'Untuk rekan ini PIN saja belum cukup di komputer ini.', todo: 'Minta ia mengetik kata sandinya.' },
  'help-needed': {
    happened: 'Rekan ini terlalu sering salah mengetik.',
    todo: 'Ia perlu PIN baru dari supervisor atau administrator. Pilih petugas lain.'
  },
  wait: { happened: 'Rekan ini terlalu sering salah mengetik.', todo: `Tunggu ${seconds} detik, atau pilih petugas lain.` }
})
