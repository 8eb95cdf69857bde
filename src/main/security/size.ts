/** Whether a value, written as JSON, stays within `limit` characters; it stops counting as soon as that is decided. */
export function isWithin(value: unknown, limit: number): boolean {
  const left = { count: limit }
  const take = (count: number): boolean => {
    left.count -= count
    return left.count >= 0
  }
  const fits = (item: unknown, depth: number): boolean => {
    if (typeof item === 'string') return take(item.length + 2)
    if (item === null || typeof item !== 'object') return take(8)
    // nothing of ours is deeper, and a value that holds itself would never end
    if (depth > 64) return false
    if (item instanceof ArrayBuffer || ArrayBuffer.isView(item)) return take(item.byteLength)
    if (Array.isArray(item)) return take(2 + item.length) && item.every(part => fits(part, depth + 1))
    if (item instanceof Map || item instanceof Set) return take(2) && [...item].every(part => fits(part, depth + 1))
    return take(2) && Object.entries(item).every(([key, part]) => take(key.length + 4) && fits(part, depth + 1))
  }
  return fits(value, 0)
}
