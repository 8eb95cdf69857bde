import { z } from 'zod'
import { RegistrySource } from '#shared/registry/edition'

/** What a district hands to all its desks beside its log. Each kind is replaced as a whole; of the program a desk takes that of its own system alone. */
export const DISTRICT_FILES = [
  'reference',
  'desk-scopes',
  'registry',
  'registry-difference',
  'escrow',
  'program-windows',
  'program-linux'
] as const
export type DistrictFileName = (typeof DISTRICT_FILES)[number]

/** A file travels in pieces of this size, each checked by itself: it crosses a bad line in a few seconds, and a cut costs no more. */
export const FILE_PIECE = 65_536
/** More than any district's registry: 4 million rows of 30 bytes. */
export const MOST_FILE_BYTES = 128 * 1_048_576

const HASH = 32

const ContentHash = z.string().regex(/^[0-9a-f]{64}$/)

/** Which file it is, and what every piece of it must be. The district signs this as a text. SPEC R1. */
export const Manifest = z.object({
  format: z.literal(1),
  district: z.string().regex(/^\d\d\.\d\d$/),
  name: z.string().regex(/^[a-z-]{1,20}$/),
  /** Rises with every file of this name; the moment it was published, in milliseconds. */
  version: z.int().positive(),
  /** What people call this edition. */
  label: z.string().min(1).max(80),
  size: z.int().positive().max(MOST_FILE_BYTES),
  /** SHA-256 of the whole, in hexadecimal. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** The SHA-256 of each piece, one behind the other, in hexadecimal. */
  pieces: z.string().regex(/^([0-9a-f]{64})+$/),
  /** Of a registry: the content hash of the edition that it brings, and of the one that a difference leads on from. SPEC R7. */
  registry: z.object({ source: RegistrySource, content: ContentHash, base: ContentHash.optional() }).optional()
})
export type Manifest = z.infer<typeof Manifest>

/** A manifest as it is kept and handed on: its text, never a new rendering of it, and the district's signature in base64. */
export const SignedManifest = z.object({
  text: z.string().max(400_000),
  signature: z.string().regex(/^[A-Za-z0-9+/]{86}==$/)
})
export type SignedManifest = z.infer<typeof SignedManifest>

/** What a server answers to a desk that asks which files there are: the newest of each name. */
export const FileList = z.object({ files: z.array(SignedManifest).max(20) })

/** What the district signs. */
export const manifestText = (text: string): string => `loket-slrt file 1\n${text}`

/** The manifest in a text; undefined for what this program cannot read. */
export function readManifest(text: string): Manifest | undefined {
  try {
    const { data } = Manifest.safeParse(JSON.parse(text))
    return data && data.pieces.length === pieceCount(data.size) * HASH * 2 ? data : undefined
  } catch {
    return undefined // no JSON
  }
}

export const pieceCount = (size: number): number => Math.ceil(size / FILE_PIECE)

/** Where a piece lies in the file: from, and up to but not with. */
export function pieceAt({ size }: Pick<Manifest, 'size'>, n: number): { from: number; to: number } {
  return { from: n * FILE_PIECE, to: Math.min(size, (n + 1) * FILE_PIECE) }
}

/** All of them. */
export const piecesIn = ({ size }: Pick<Manifest, 'size'>): number[] => Array.from({ length: pieceCount(size) }, (_, n) => n)

/** Those in which these bytes lie, each from one place up to but not with another; rising. */
export function piecesAt(spans: readonly { from: number; to: number }[]): number[] {
  const pieces = new Set<number>()
  for (const { from, to } of spans) for (let n = Math.floor(from / FILE_PIECE); n * FILE_PIECE < to; n++) pieces.add(n)
  return [...pieces].sort((a, b) => a - b)
}

export const pieceHash = ({ pieces }: Pick<Manifest, 'pieces'>, n: number): string => pieces.slice(n * HASH * 2, (n + 1) * HASH * 2)
