export type PictureType = 'image/png' | 'image/jpeg'

/** What kind of picture these bytes are, by the first of them and whatever a file is called; undefined for anything else. */
export function pictureType(bytes: Uint8Array): PictureType | undefined {
  const begins = (...start: number[]) => start.every((byte, at) => bytes[at] === byte)
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png'
  return begins(0xff, 0xd8, 0xff) ? 'image/jpeg' : undefined
}
