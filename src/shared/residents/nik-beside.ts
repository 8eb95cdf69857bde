import { maskNik } from './nik'
import { isOneOff } from './one-off'

/**
 * A NIK masked as in lists, but with the digits shown in which it differs from another one that is a slip of the hand away: whoever
 * compares two cards has to see where, and knows the rest already. Any other pair tells nothing more than `maskNik`.
 */
export function maskNikBeside(nik: string, other: string | null): string {
  const masked = maskNik(nik)
  if (!other || nik.length !== other.length || !isOneOff(nik, other)) return masked
  return [...masked].map((digit, at) => (nik[at] === other[at] ? digit : nik[at])).join('')
}
