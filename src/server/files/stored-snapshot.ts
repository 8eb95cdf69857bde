import { SnapshotError } from '#registry/snapshot/head'
import type { Bytes } from '#registry/snapshot/pieces'
import { readSnapshot, type Snapshot } from '#registry/snapshot/snapshot'
import { readManifest } from '#shared/sync/district-file'
import { readBlob } from '../attachments/read-blob'
import { inDistrict } from '../database/inside'
import type { Database } from '../database/place'
import { type DistrictFile, listFiles } from './files.store'

/** The bytes of a snapshot that the desks were handed, as a reader of snapshots takes them: what the server cannot give back is no snapshot any more. */
export const storedSnapshot = (server: Database, district: string, { hash, size }: Pick<DistrictFile, 'hash' | 'size'>): Bytes =>
  async function* (from, to) {
    try {
      yield* readBlob(server, district, hash, from, Math.min(to, size) - 1)
    } catch (error) {
      throw new SnapshotError('the snapshot before is not whole', { cause: error })
    }
  }

/** What the desks have been handed last; undefined when there is none that this program reads. */
export async function snapshotHanded(server: Database, district: string): Promise<Snapshot | undefined> {
  const file = (await inDistrict(server, district, listFiles)).find(({ name }) => name === 'registry')
  if (!file || !readManifest(file.text)?.registry) return undefined
  try {
    return await readSnapshot(storedSnapshot(server, district, file))
  } catch (error) {
    if (error instanceof SnapshotError) return undefined
    throw error
  }
}
