/** How the code of a letter begins (letter-code.ts). */
export const LETTER_CODE = /^SLRT\d{1,3}:/

/** A return slip's code (referral.ts), as a scanner or a voice on the phone gives it. */
export const SLIP_CODE = /^[0-9A-HJKMNP-TV-Z]{8}$/

/** Whether the officer's cursor is in another field, which then gets what was scanned. */
export function isTypingElsewhere(own: HTMLElement | null): boolean {
  const active = document.activeElement
  if (!active || active === own) return false
  if (active instanceof HTMLTextAreaElement) return true
  return active instanceof HTMLInputElement && !['radio', 'checkbox', 'button', 'submit'].includes(active.type)
}
