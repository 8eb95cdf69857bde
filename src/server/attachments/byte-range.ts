export type ByteRange = { from: number; to: number }

/** The one range that a `Range` header asks for; undefined for the whole, `none` for what lies outside. */
export function readRange(header: string | undefined, size: number): ByteRange | 'none' | undefined {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (first === undefined || last === undefined || first + last === '') return undefined
  if (first === '') return Number(last) > 0 ? { from: Math.max(0, size - Number(last)), to: size - 1 } : 'none'
  const to = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return Number(first) <= to ? { from: Number(first), to } : 'none'
}
