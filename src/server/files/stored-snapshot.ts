import { SnapshotError } from '#registry/snapshot/head'
import type { Bytes } from '#registry/snapshot/pieces'
import { readBlob } from '../attachments/read-blob'
import type { Database } from '../database/place'
import type { DistrictFile } from './files.store'

/** The bytes of a snapshot that the desks were handed, as a reader of snapshots takes them: what the server cannot give back is no snapshot any more. */
export const storedSnapshot = (server: Database, district: string, { hash, size }: Pick<DistrictFile, 'hash' | 'size'>): Bytes =>
  async function* (from, to) {
    try {
      yield* readBlob(server, district, hash, from, Math.min(to, size) - 1)
    } catch (error) {
      throw new SnapshotError('the snapshot before is not whole', { cause: error })
    }
  }
