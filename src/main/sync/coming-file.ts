import { createHash } from 'node:crypto'
import { type DistrictFileName, type Manifest, pieceAt } from '#shared/sync/district-file'
import type { FileStanding, FileTrouble } from '#shared/sync/sync.contract'
import type { Kept } from './file-notes'
import { PieceDamaged, type SealedPieces } from './sealed-pieces'

/** A file of the district on its way here: the pieces that this desk wants of it, in the order in which they come, and how many of them lie here. */
export type Coming = Kept & { pieces: readonly number[]; have: number; trouble: FileTrouble | null }

/** The bytes that lie here, from one place up to another or to the first that do not. */
export type BytesHere = (from: number, to: number) => AsyncIterable<Uint8Array>

/**
 * Which pieces of a file a desk wants, rising. It may depend on what they say: then it is asked again when all that it named are here, and names
 * these and more behind them, or no more than these.
 */
export type PiecesWanted = (manifest: Manifest, here: BytesHere) => Promise<readonly number[]>

export const isGivenUp = ({ trouble }: Coming): boolean => trouble !== null && trouble !== 'disk-full'
export const isComplete = ({ pieces, have }: Coming): boolean => have >= pieces.length
export const isPart = ({ pieces, manifest }: Coming): boolean => bytesOf(manifest, pieces) < manifest.size

/** Of what this desk wants of the file, in bytes: all of it, and what lies here. */
export const sizeOf = ({ manifest, pieces }: Coming): number => bytesOf(manifest, pieces)
export const haveOf = ({ manifest, pieces, have }: Coming): number => bytesOf(manifest, pieces.slice(0, have))

/** A file as a screen tells of it: the edition that is held, and what is on its way. */
export const standingOf = (name: DistrictFileName, held: Kept | undefined, next: Coming | undefined): FileStanding => ({
  name,
  held: held ? aboutOf(held.manifest) : null,
  next: next ? { ...aboutOf(next.manifest), have: haveOf(next), size: sizeOf(next), trouble: next.trouble } : null
})

const aboutOf = ({ label, version }: Manifest) => ({ label, publishedAt: version })

/** Up to but not with which piece those behind the next one follow without a gap. */
export function runFrom({ pieces, have }: Coming): { piece: number; upTo: number } {
  const piece = pieces[have] ?? 0
  let run = 1
  while (pieces[have + run] === piece + run) run++
  return { piece, upTo: piece + run }
}

/** How a file stands here, of which some may have come before. */
export async function beginComing(kept: Kept, sealed: SealedPieces, wantedOf: PiecesWanted): Promise<Coming> {
  const next: Coming = { ...kept, pieces: [], have: 0, trouble: null }
  await goOn(next, sealed, wantedOf)
  return next
}

/** Steps over the pieces that lie here. */
export async function goOn(next: Coming, sealed: SealedPieces, wantedOf: PiecesWanted): Promise<void> {
  for (;;) {
    next.have = await sealed.firstMissing(next.pieces, next.have)
    if (!isComplete(next)) return
    const pieces = await wantedOf(next.manifest, (from, to) => whatLies(sealed, from, to))
    if (pieces.length <= next.pieces.length) return
    next.pieces = pieces
  }
}

/** Each piece was checked as it came; what the disk has spoilt since is fetched again. Of a file that came whole its hash is compared too. */
export async function isAsSent(next: Coming, sealed: SealedPieces): Promise<boolean> {
  const hash = createHash('sha256')
  next.have = await sealed.firstMissing(next.pieces, 0, bytes => hash.update(bytes))
  if (!isComplete(next)) return false
  if (isPart(next) || hash.digest('hex') === next.manifest.hash) return true
  next.trouble = 'unusable'
  return false
}

function bytesOf(manifest: Manifest, pieces: readonly number[]): number {
  return pieces.reduce((sum, n) => sum + pieceAt(manifest, n).to - pieceAt(manifest, n).from, 0)
}

async function* whatLies(sealed: SealedPieces, from: number, to: number): AsyncGenerator<Uint8Array> {
  try {
    yield* sealed.read(from, to)
  } catch (error) {
    if (!(error instanceof PieceDamaged)) throw error
  }
}
