/** What people type for an address: they leave out the scheme; away from this machine it is TLS. */
export function addressOf(typed: string): string {
  const text = typed.trim().replace(/\/+$/, '')
  if (/^https?:\/\//.test(text)) return text
  return /^(127\.0\.0\.1|localhost)(:|$)/.test(text) ? `http://${text}` : `https://${text}`
}
