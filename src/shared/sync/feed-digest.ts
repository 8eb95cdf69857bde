/**
 * What a whole feed up to a number comes to, from what it came to before and the hash of the change at that number: 16 hex digits.
 * A server that was put back and refilled can have the same change at the same number and another order before it. It guards against
 * accidents, not against the server. SPEC S8.
 */
export function feedDigest(before: string | null, hash: string): string {
  let a = 0x811c9dc5
  let b = 0x9e3779b9
  const text = `${before ?? ''}/${hash.slice(0, 32)}`
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul((b ^ code) + i, 0x85ebca6b)
    b ^= b >>> 13
  }
  return [a, b].map(part => (part >>> 0).toString(16).padStart(8, '0')).join('')
}
