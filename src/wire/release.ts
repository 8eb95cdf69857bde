import { type KeyObject, sign, verify } from 'node:crypto'
import { z } from 'zod'
import type { DistrictFileName } from '#shared/sync/district-file'

/** Under which name a district hands on the program for each system. */
export const PROGRAM_FILES = { 'win32-x64': 'program-windows', 'linux-x64': 'program-linux' } as const satisfies Record<
  string,
  DistrictFileName
>
export type Platform = keyof typeof PROGRAM_FILES
export const PLATFORMS = Object.keys(PROGRAM_FILES) as Platform[]

const RUNS_ON: Record<Platform, RegExp> = { 'win32-x64': /\.exe$/, 'linux-x64': /\.(AppImage|deb)$/ }

/** What a release of this program says of itself. Its publisher signs it; the district that hands it on cannot change it. */
export const ReleaseHead = z
  .object({
    format: z.literal(1),
    /** Three numbers, so that newer and older cannot be mistaken. */
    version: z.string().regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/),
    platform: z.enum(PLATFORMS),
    /** The installer's name, without any folder. */
    file: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}\.(exe|AppImage|deb)$/),
    size: z.int().positive(),
    /** SHA-256 of the installer, in hexadecimal. */
    hash: z.string().regex(/^[0-9a-f]{64}$/)
  })
  .refine(({ platform, file }) => RUNS_ON[platform].test(file), { path: ['file'] })
export type ReleaseHead = z.infer<typeof ReleaseHead>

const Signed = z.object({ text: z.string().max(2_000), signature: z.string().regex(/^[A-Za-z0-9+/]{86}==$/) })
const MARK = 'SLRT-RELEASE-1\n'
/** A head is a few hundred bytes. */
const MOST_HEAD_BYTES = 4_096
const signedText = (text: string): Buffer => Buffer.from(`loket-slrt release 1\n${text}`)

/** The first bytes of a release; the installer's own follow. */
export function writeReleaseHead(head: ReleaseHead, privateKey: KeyObject): Buffer {
  const text = JSON.stringify(ReleaseHead.parse(head))
  return Buffer.from(`${MARK}${JSON.stringify({ text, signature: sign(null, signedText(text), privateKey).toString('base64') })}\n`)
}

/** A head, and where the installer behind it begins. */
export type FoundHead = { head: ReleaseHead; length: number }

/** The head that these bytes begin with; undefined when its publisher did not sign it or this program cannot read it. */
export const readReleaseHead = (bytes: Buffer, publicKey: KeyObject): FoundHead | undefined =>
  headIn(bytes, ({ text, signature }) => verify(null, signedText(text), publicKey, Buffer.from(signature, 'base64')))

/** The same for whoever hands a release on and does not know its publisher's key: what it claims, whoever signed it. */
export const claimedHead = (bytes: Buffer): FoundHead | undefined => headIn(bytes, () => true)

function headIn(bytes: Buffer, isBelieved: (signed: z.infer<typeof Signed>) => boolean): FoundHead | undefined {
  const end = bytes.indexOf('\n', MARK.length)
  if (bytes.toString('latin1', 0, MARK.length) !== MARK || end < 0 || end > MOST_HEAD_BYTES) return undefined
  try {
    const signed = Signed.parse(JSON.parse(bytes.toString('utf8', MARK.length, end)))
    return isBelieved(signed) ? { head: ReleaseHead.parse(JSON.parse(signed.text)), length: end + 1 } : undefined
  } catch {
    return undefined // no JSON, or a form of a later program
  }
}

/** As much of a release as its head can take. */
export async function beginningOf(release: AsyncIterable<Uint8Array>): Promise<Buffer> {
  let first = Buffer.alloc(0)
  for await (const some of release) {
    first = Buffer.concat([first, some])
    if (first.length > MOST_HEAD_BYTES) break
  }
  return first
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
