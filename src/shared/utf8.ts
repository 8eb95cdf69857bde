/** UTF-8 by hand: ES2023 alone has no TextEncoder. */

/** The UTF-8 bytes of a text; a lone surrogate becomes U+FFFD, as TextEncoder does. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes: number[] = []
  for (const character of text) {
    const read = character.codePointAt(0) ?? 0
    const point = read >= 0xd800 && read <= 0xdfff ? 0xfffd : read
    if (point < 0x80) bytes.push(point)
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), tail(point))
    else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), tail(point >> 6), tail(point))
    else bytes.push(0xf0 | (point >> 18), tail(point >> 12), tail(point >> 6), tail(point))
  }
  return Uint8Array.from(bytes)
}

/** The text of UTF-8 bytes, or undefined when they are not exactly what `encodeUtf8` writes: cut short, overlong, surrogates. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  let text = ''
  for (let at = 0; at < bytes.length; ) {
    const end = endOfAscii(bytes, at)
    if (end > at) {
      text += ascii(bytes.subarray(at, end))
      at = end
      continue
    }
    const lead = bytes[at] ?? 0
    const size = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0
    if (size === 0 || at + size > bytes.length) return undefined
    let point = lead & (0x7f >> size)
    for (let next = 1; next < size; next += 1) {
      const byte = bytes[at + next] ?? 0
      if ((byte & 0xc0) !== 0x80) return undefined
      point = (point << 6) | (byte & 0x3f)
    }
    if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return undefined
    if ((size === 3 && point < 0x800) || (size === 4 && point < 0x10000)) return undefined
    text += String.fromCodePoint(point)
    at += size
  }
  return text
}

function endOfAscii(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length && (bytes[at] ?? 0) < 0x80) at++
  return at
}

/** No more arguments at once than any engine takes. */
const AT_ONCE = 4_096

/** Whole runs in one call: letter by letter takes eight times as long. */
function ascii(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += AT_ONCE)
    text += String.fromCharCode.apply(null, bytes.subarray(at, at + AT_ONCE) as unknown as number[])
  return text
}

function tail(bits: number): number {
  return 0x80 | (bits & 0x3f)
}
