import { type KeyObject, sign, verify } from 'node:crypto'
import { z } from 'zod'

/** What a release of this program says of itself. Its publisher signs it; the district that hands it on cannot change it. */
export const ReleaseHead = z.object({
  format: z.literal(1),
  /** Three numbers, so that newer and older cannot be mistaken. */
  version: z.string().regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/),
  platform: z.enum(['win32-x64', 'linux-x64']),
  /** The installer's name, without any folder. */
  file: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}\.(exe|AppImage|deb)$/),
  size: z.int().positive(),
  /** SHA-256 of the installer, in hexadecimal. */
  hash: z.string().regex(/^[0-9a-f]{64}$/)
})
export type ReleaseHead = z.infer<typeof ReleaseHead>

const Signed = z.object({ text: z.string().max(2_000), signature: z.string().regex(/^[A-Za-z0-9+/]{86}==$/) })
const MARK = 'SLRT-RELEASE-1\n'
/** A head is a few hundred bytes. */
export const MOST_HEAD_BYTES = 4_096
const signedText = (text: string): Buffer => Buffer.from(`loket-slrt release 1\n${text}`)

/** The first bytes of a release; the installer's own follow. */
export function writeReleaseHead(head: ReleaseHead, privateKey: KeyObject): Buffer {
  const text = JSON.stringify(ReleaseHead.parse(head))
  return Buffer.from(`${MARK}${JSON.stringify({ text, signature: sign(null, signedText(text), privateKey).toString('base64') })}\n`)
}

/** The head that these bytes begin with, and where the installer begins; undefined when its publisher did not sign it or this program cannot read it. */
export function readReleaseHead(bytes: Buffer, publicKey: KeyObject): { head: ReleaseHead; length: number } | undefined {
  const end = bytes.indexOf('\n', MARK.length)
  if (bytes.toString('latin1', 0, MARK.length) !== MARK || end < 0 || end > MOST_HEAD_BYTES) return undefined
  try {
    const { text, signature } = Signed.parse(JSON.parse(bytes.toString('utf8', MARK.length, end)))
    if (!verify(null, signedText(text), publicKey, Buffer.from(signature, 'base64'))) return undefined
    return { head: ReleaseHead.parse(JSON.parse(text)), length: end + 1 }
  } catch {
    return undefined // no JSON, or a form of a later program
  }
}

/** Above 0 when `a` is the newer version. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map(version => version.split('.').map(Number))
  for (const n of [0, 1, 2]) {
    const by = (left?.[n] ?? 0) - (right?.[n] ?? 0)
    if (by !== 0) return by
  }
  return 0
}
