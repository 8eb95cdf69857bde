import type { KeyObject } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { buildRegistry } from '#registry/build'
import { signerOf } from '#registry/manifest'
import { RegistryError } from '#registry/registry'
import { readSnapshot, SnapshotError } from '#registry/snapshot/snapshot'
import type { RegistryPerson } from '#shared/registry/person'
import { PieceDamaged, type SealedFile, sealedPieces } from '../sync/sealed-pieces'

/** A snapshot as it lies on this desk, and where the copy that is searched is made of it. */
export type TakeOrder = {
  snapshot: SealedFile
  path: string
  key: Uint8Array
  privateKey: KeyObject
  now: number
}
export type Taken = 'taken' | 'unusable' | 'disk-full'

/** Work on the register that takes its time: a thread does it, and the counter goes on. */
export type RegistryWork = {
  /** Makes a searchable copy of the district's snapshot and puts it in the place of the old one, which stays in service until the new one is proven. */
  take(order: TakeOrder): Promise<Taken>
}

export const registryWork: RegistryWork = {
  async take({ snapshot, path, key, privateKey, now }) {
    try {
      const { edition, rows } = await readSnapshot(() => sealedPieces(snapshot).read())
      const { rowCount: _, contentHash: __, ...draft } = edition
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      await buildRegistry({ path, key, edition: { ...draft, importedAt: now }, rows: inBatches(rows()), signer: signerOf(privateKey) })
      return 'taken'
    } catch (error) {
      if (error instanceof RegistryError && error.problem === 'disk-full') return 'disk-full'
      const cause = error instanceof RegistryError ? error.cause : error
      if (cause instanceof SnapshotError || cause instanceof PieceDamaged) return 'unusable'
      throw error
    }
  }
}

/** Where no thread can be had, others get their turn between two batches. */
async function* inBatches(blocks: AsyncIterable<RegistryPerson[]>): AsyncGenerator<RegistryPerson[]> {
  for await (const block of blocks) for (let at = 0; at < block.length; at += 500) yield block.slice(at, at + 500)
}
