const utf8 = new TextDecoder('utf-8', { fatal: true })
const windows1252 = new TextDecoder('windows-1252')
const hasHighBytes = /[\x80-\xff]/

/** Text whose characters are bytes, as what the bytes say: UTF-8 where they are that, else Windows-1252. */
export function decodeBytes(cell: string): string {
  if (!hasHighBytes.test(cell)) return cell
  const bytes = Buffer.from(cell, 'latin1')
  try {
    return utf8.decode(bytes)
  } catch {
    return windows1252.decode(bytes)
  }
}
