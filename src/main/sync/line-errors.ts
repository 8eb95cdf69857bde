import { NotTheServer } from './http-line'

/** What a connection that the other side has closed meanwhile ends with. */
const STALE = new Set(['ECONNRESET', 'EPIPE'])

const LINE_ERRORS = new Set([
  ...STALE,
  'ECONNREFUSED',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'ERR_STREAM_PREMATURE_CLOSE'
])

const codeOf = (error: unknown): string => (error as { code?: string }).code ?? ''

export const isStale = (error: unknown): boolean => STALE.has(codeOf(error))

/** Whether it was the line that failed; anything else is a bug, and reported. */
export function isOfTheLine(error: unknown): boolean {
  const code = codeOf(error)
  return error instanceof NotTheServer || LINE_ERRORS.has(code) || code.startsWith('CERT_') || code.includes('TLS')
}
