export type Phone = { ok: true; value: string } | { ok: false }

const mobile = /^8[1-9]\d{7,10}$/
const landline = /^[2-79]\d{6,10}$/

/** The cities whose area code has two digits; everywhere else it has three. */
const shortAreaCode = /^(21|22|24|31|61)/

/** `+62…` for an Indonesian mobile (10 to 13 digits) or landline (area code and 5 to 8 digits); anything else is refused. */
export function normalizePhone(text: string): Phone {
  const match = /^(?:\+?62|0)([1-9]\d+)$/.exec(text.replace(/[\s().-]/g, ''))
  const national = match?.[1] ?? ''
  return mobile.test(national) || landline.test(national) ? { ok: true, value: `+62${national}` } : { ok: false }
}

/** A stored number as people dial it: `0812-3456-7890`, `(0294) 381234`; an unknown form is returned unchanged. */
export function formatPhone(value: string): string {
  const national = /^\+62(\d+)$/.exec(value)?.[1] ?? ''
  if (mobile.test(national)) return [`0${national.slice(0, 3)}`, national.slice(3, 7), national.slice(7)].join('-')
  if (!landline.test(national)) return value
  const areaDigits = shortAreaCode.test(national) ? 2 : 3
  return `(0${national.slice(0, areaDigits)}) ${national.slice(areaDigits)}`
}
