import type { CertificateFault } from '#shared/sync/sync.contract'
import { NotTheServer } from './http-line'

/** What a connection that the other side has closed meanwhile ends with. */
const STALE = new Set(['ECONNRESET', 'EPIPE'])

const LINE_ERRORS = new Set([
  ...STALE,
  'ECONNREFUSED',
  'ECONNABORTED',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'ERR_STREAM_PREMATURE_CLOSE'
])

/** The words of OpenSSL and Node for a certificate that is not to be trusted; what is not named here nobody vouches for. */
const CERTIFICATE_FAULTS: Record<string, CertificateFault> = {
  CERT_HAS_EXPIRED: 'certificate-not-now',
  CERT_NOT_YET_VALID: 'certificate-not-now',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate-other-name',
  HOSTNAME_MISMATCH: 'certificate-other-name',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate-unknown',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate-unknown',
  UNABLE_TO_GET_ISSUER_CERT: 'certificate-unknown',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate-unknown',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate-unknown',
  INVALID_CA: 'certificate-unknown',
  INVALID_PURPOSE: 'certificate-unknown'
}

const codeOf = (error: unknown): string => (error as { code?: string } | undefined)?.code ?? ''

export const isStale = (error: unknown): boolean => STALE.has(codeOf(error))

/** Whether what took the call may be a proxy that hands on nothing before it has all of it, or takes no call of unknown length. */
export const mayWantAll = (error: unknown): boolean => error instanceof NotTheServer || (error as { isAcross?: boolean }).isAcross === true

/** Why what answered is not spoken with: its certificate, or that it does not speak as a district server does; undefined where that is not the matter. */
export function strangerFault(error: unknown): CertificateFault | 'not-the-server' | undefined {
  if (error instanceof NotTheServer) return 'not-the-server'
  const code = codeOf(error)
  const fault = CERTIFICATE_FAULTS[code]
  if (fault) return fault
  if (code.startsWith('CERT_')) return 'certificate-unknown'
  // no TLS, or no HTTP
  return code === 'EPROTO' || code.startsWith('HPE_') || code.startsWith('ERR_SSL_') ? 'not-the-server' : undefined
}

/** Whether it was the line that failed; anything else is a bug, and reported. */
export function isOfTheLine(error: unknown): boolean {
  const code = codeOf(error)
  return LINE_ERRORS.has(code) || code.includes('TLS') || strangerFault(error) !== undefined
}
