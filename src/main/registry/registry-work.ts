import type { KeyObject } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { buildRegistry } from '#registry/build'
import { signerOf } from '#registry/manifest'
import { RegistryError } from '#registry/registry'
import { shelfPath } from '#registry/shelf'
import { shred } from '#registry/shred'
import { readSnapshot, SnapshotError } from '#registry/snapshot/snapshot'
import type { RegistryPerson } from '#shared/registry/person'
import { PieceDamaged, type SealedFile, sealedPieces } from '../sync/sealed-pieces'

/** A snapshot as it lies on this desk, and on which shelf the copy that is searched is put, under which number. */
export type TakeOrder = {
  snapshot: SealedFile
  folder: string
  n: number
  key: Uint8Array
  privateKey: KeyObject
  now: number
}
export type Taken = 'taken' | 'unusable' | 'disk-full'

/** Work on the register that takes its time: a thread does it, and the counter goes on. */
export type RegistryWork = {
  /** Makes a searchable copy of the district's snapshot; what was in service stays so until the new one is proven. */
  take(order: TakeOrder): Promise<Taken>
  /** Overwrites and removes files that nobody has open. */
  destroy(paths: string[]): Promise<void>
}

export const registryWork: RegistryWork = {
  async take({ snapshot, folder, n, key, privateKey, now }) {
    try {
      const { edition, rows } = await readSnapshot(() => sealedPieces(snapshot).read())
      const { rowCount: _, contentHash: __, ...draft } = edition
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await buildRegistry({
        path: shelfPath(folder, { ...edition, village: null, n }),
        key,
        edition: { ...draft, importedAt: now, origin: 'district' },
        rows: inBatches(rows()),
        signer: signerOf(privateKey)
      })
      return 'taken'
    } catch (error) {
      if (error instanceof RegistryError && error.problem === 'disk-full') return 'disk-full'
      const cause = error instanceof RegistryError ? error.cause : error
      if (cause instanceof SnapshotError || cause instanceof PieceDamaged) return 'unusable'
      throw error
    }
  },
  async destroy(paths) {
    for (const path of paths) shred(path)
  }
}

/** Where no thread can be had, others get their turn between two batches. */
async function* inBatches(blocks: AsyncIterable<RegistryPerson[]>): AsyncGenerator<RegistryPerson[]> {
  for await (const block of blocks) for (let at = 0; at < block.length; at += 500) yield block.slice(at, at + 500)
}
