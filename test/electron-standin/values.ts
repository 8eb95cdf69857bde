/**
 * Structured clone as text: what Electron's IPC carries arrives as it was sent (dates, bytes, maps, undefined),
 * anything else is refused with Electron's own words. It stands alone, because its source is also put into pages.
 */
export function createCodec(): { encode(value: unknown): string; decode(text: string): unknown } {
  const toText = (bytes: Uint8Array): string =>
    typeof Buffer === 'undefined'
      ? (bytes as unknown as { toBase64(): string }).toBase64()
      : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
  const fromText = (text: string): Uint8Array =>
    typeof Buffer === 'undefined'
      ? (Uint8Array as unknown as { fromBase64(text: string): Uint8Array }).fromBase64(text)
      : new Uint8Array(Buffer.from(text, 'base64'))

  // a JSON array is a tagged value, [tag, ...]; a JSON object is an object
  const pack = (value: unknown, above: readonly object[]): unknown => {
    if (value === undefined) return ['undefined']
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
    if (typeof value === 'number') {
      if (Object.is(value, -0)) return ['number', '-0']
      return Number.isFinite(value) ? value : ['number', String(value)]
    }
    if (typeof value === 'bigint') return ['bigint', String(value)]
    if (typeof value !== 'object' || value instanceof Promise || value instanceof WeakMap) throw new Error('An object could not be cloned.')
    if (above.includes(value)) throw new Error('An object could not be cloned: it holds itself, which the stand-in does not carry.')
    const within = [...above, value]
    if (Array.isArray(value)) return ['array', ...value.map(item => pack(item, within))]
    if (value instanceof Date) return ['date', value.getTime()]
    if (value instanceof ArrayBuffer) return ['buffer', toText(new Uint8Array(value))]
    if (value instanceof Uint8Array) return ['bytes', toText(value)]
    if (ArrayBuffer.isView(value)) throw new Error(`An object could not be cloned: the stand-in carries no ${value.constructor.name}.`)
    if (value instanceof Map) return ['map', ...[...value].map(([key, item]) => [pack(key, within), pack(item, within)])]
    if (value instanceof Set) return ['set', ...[...value].map(item => pack(item, within))]
    if (value instanceof Error) return ['error', value.name, value.message]
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, pack(item, within)]))
  }

  const unpack = (packed: unknown): unknown => {
    if (packed === null || typeof packed !== 'object') return packed
    if (!Array.isArray(packed)) return Object.fromEntries(Object.entries(packed).map(([key, item]) => [key, unpack(item)]))
    const [tag, ...rest] = packed as [string, ...unknown[]]
    const first = rest[0]
    switch (tag) {
      case 'undefined':
        return undefined
      case 'number':
        return Number(first)
      case 'bigint':
        return BigInt(first as string)
      case 'array':
        return rest.map(unpack)
      case 'date':
        return new Date(first as number)
      case 'buffer':
        return fromText(first as string).buffer
      case 'bytes':
        return fromText(first as string)
      case 'map':
        return new Map((rest as [unknown, unknown][]).map(([key, item]) => [unpack(key), unpack(item)]))
      case 'set':
        return new Set(rest.map(unpack))
      case 'error':
        return Object.assign(new Error(rest[1] as string), { name: first as string })
      default:
        throw new Error(`no such value: ${tag}`)
    }
  }

  return { encode: value => JSON.stringify(pack(value, [])), decode: text => unpack(JSON.parse(text)) }
}
