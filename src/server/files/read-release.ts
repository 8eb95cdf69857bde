import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { beginningOf, claimedHead, type ReleaseHead } from '#wire/release'
import { PlaceError } from '../database/place-error'
import { type Bytes, bytesOfFile } from './publish'

/** A release of the program, found whole; whether its publisher signed it only a desk can say, whose program knows that key. */
export async function readRelease(path: string): Promise<{ head: ReleaseHead; bytes: Bytes }> {
  const bytes = await bytesOfFile(path)
  const found = claimedHead(await beginningOf(bytes()))
  if (!found) throw new PlaceError(`${path} is no release: its publisher makes one of an installer with \`npm run release -- sign\``)
  const digest = createHash('sha256')
  for await (const some of createReadStream(path, { start: found.length })) digest.update(some)
  if (digest.digest('hex') !== found.head.hash) throw new PlaceError(`${path} is not whole: fetch it from its publisher once more`)
  return { head: found.head, bytes }
}
