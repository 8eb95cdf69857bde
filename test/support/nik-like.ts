/** Sixteen digits that are no part of a hash or mark in hexadecimal, which may hold as many in a row. */
export const NIK_LIKE = /(?<![0-9a-f])\d{16}(?![0-9a-f])/
