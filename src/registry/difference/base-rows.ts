import type { RegistryPerson } from '#shared/registry/person'
import { openFile } from '../file'
import { readManifest } from '../manifest'
import { rowReader, rowsOf, villagesOf } from '../read-rows'

/** The rows that a difference is laid upon, in the order of the snapshot they came from. */
export type BaseRows = {
  contentHash: string
  rows(): IterableIterator<RegistryPerson[]>
  /** By its place in that order, from 0. */
  rowAt(place: number): RegistryPerson | undefined
  close(): void
}

/** Opens a registry file for its rows alone; nothing that is searched is read. Whoever signed it: what is made of it is proven by itself. Throws a RegistryError. */
export function openBase(path: string, key: Uint8Array): BaseRows {
  const raw = openFile(path, key)
  try {
    const { contentHash } = readManifest(raw, () => true)
    const villages = villagesOf(raw)
    const read = rowReader(raw, villages)
    return { contentHash, rows: () => rowsOf(raw, villages), rowAt: place => read(place + 1), close: () => raw.close() }
  } catch (error) {
    raw.close()
    throw error
  }
}
