import { X509Certificate } from 'node:crypto'

const BLOCKS = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g

/** When the first of the certificates in a file runs out, its own or one of those that vouch for it. */
export function certificateEnd(pem: string): number {
  const ends = (pem.match(BLOCKS) ?? []).map(block => new X509Certificate(block).validToDate.getTime())
  if (ends.length === 0) throw new Error('there is no certificate in it')
  return Math.min(...ends)
}
