import type { Address } from './resident'

/** An address in one line, with what else is known of the place behind it: `Dusun Krajan, RT 003, RW 005, Desa Kebonharjo`. */
export const addressLine = ({ line, rt, rw }: Pick<Address, 'line' | 'rt' | 'rw'>, ...more: (string | null)[]): string =>
  [line, rt && `RT ${rt}`, rw && `RW ${rw}`, ...more].filter(Boolean).join(', ')
