const form = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i

/** A UUID version 7 (RFC 9562 5.7): its text sorts by the millisecond it was made in. `random(n)` must give n unpredictable bytes. */
export function uuidv7(nowMs: number, random: (n: number) => Uint8Array): string {
  if (!Number.isInteger(nowMs) || nowMs < 0 || nowMs > 0xffff_ffff_ffff) throw new RangeError('a moment outside UUIDv7')
  const bytes = random(10)
  if (bytes.length !== 10) throw new RangeError('the random source gave too little')
  const tail = Array.from(bytes, (byte, index) => {
    const value = index === 0 ? 0x70 | (byte & 0x0f) : index === 2 ? 0x80 | (byte & 0x3f) : byte
    return value.toString(16).padStart(2, '0')
  }).join('')
  const hex = nowMs.toString(16).padStart(12, '0') + tail
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** Whether the text is a UUID of a version and variant that RFC 9562 defines. */
export function isUuid(text: string): boolean {
  return form.test(text)
}
