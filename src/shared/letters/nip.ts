/** NIP of a civil servant, 18 digits: birth date (8), month of appointment (6), sex 1 or 2 (1), serial (3). */
import { isRealDate } from '#shared/clock'

export type NipBlock = 'not-18-digits'

/** Doubts only: contract staff (PPPK) carry the same length with another code in place of the month. */
export type NipWarning = 'no-such-birth-date' | 'no-such-month' | 'unknown-sex' | 'serial-zero'

export type NipCheck = { nip?: string; blocks: NipBlock[]; warnings: NipWarning[] }

/** The 18 digits as letters print them, `19700101 199503 1 001`; an unknown form is returned trimmed. */
export function formatNip(text: string): string {
  const match = /^(\d{8})(\d{6})(\d)(\d{3})$/.exec(digitsOf(text))
  return match ? match.slice(1).join(' ') : text.trim()
}

export function checkNip(text: string): NipCheck {
  const nip = digitsOf(text)
  if (!/^\d{18}$/.test(nip)) return { blocks: ['not-18-digits'], warnings: [] }
  const warnings: NipWarning[] = []
  if (!isRealDate(nip.replace(/^(\d{4})(\d{2})(\d{2}).*$/, '$1-$2-$3'))) warnings.push('no-such-birth-date')
  if (!/^(0[1-9]|1[0-2])$/.test(nip.slice(12, 14))) warnings.push('no-such-month')
  if (!/^[12]$/.test(nip.slice(14, 15))) warnings.push('unknown-sex')
  if (nip.endsWith('000')) warnings.push('serial-zero')
  return { nip, blocks: [], warnings }
}

function digitsOf(text: string): string {
  return text.replace(/[\s.-]/g, '')
}
