const LOGO_MAX_BYTES = 200_000

export type ReadLogo = { kind: 'logo'; dataUrl: string } | { kind: 'too-big'; kilobytes: number } | { kind: 'wrong-kind' }

/** A logo as a data URL; refuses what is no PNG or JPEG by its first bytes, or has more than 200 kB. */
export function readLogo(bytes: Uint8Array): ReadLogo {
  const isPng = bytes[0] === 0x89 && bytes[1] === 0x50 && bytes[2] === 0x4e && bytes[3] === 0x47
  const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff
  if (!isPng && !isJpeg) return { kind: 'wrong-kind' }
  if (bytes.length > LOGO_MAX_BYTES) return { kind: 'too-big', kilobytes: Math.ceil(bytes.length / 1000) }
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return { kind: 'logo', dataUrl: `data:image/${isPng ? 'png' : 'jpeg'};base64,${btoa(binary)}` }
}
