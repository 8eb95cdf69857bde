import type { KeyObject } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { buildRegistry } from '#registry/build'
import { openBase } from '#registry/difference/base-rows'
import { DifferenceError, readDifference } from '#registry/difference/difference'
import { signerOf } from '#registry/manifest'
import { RegistryError } from '#registry/registry'
import { shelfPath } from '#registry/shelf'
import { SnapshotError } from '#registry/snapshot/head'
import { servedRows } from '#registry/snapshot/served'
import { readSnapshot } from '#registry/snapshot/snapshot'
import type { Edition, EditionDraft } from '#shared/registry/edition'
import { RegistryPerson } from '#shared/registry/person'
import { shred } from '#wire/shred'
import { PieceDamaged, type SealedFile, sealedPieces } from '../sync/sealed-pieces'

/** On which shelf the copy that is searched is put, under which number. */
type Place = { folder: string; n: number; key: Uint8Array; privateKey: KeyObject; now: number }
/** A snapshot as it lies on this desk, and the villages that this desk serves; null for all. */
export type TakeOrder = Place & { snapshot: SealedFile; villages: readonly string[] | null }
/** A difference as it lies on this desk, and the edition in service that it leads on from. */
export type FollowOrder = Place & { difference: SealedFile; base: string }
/** Made-up people (a compressed file of them), the edition that they make, and where it goes. */
export type SampleOrder = { people: string; path: string; key: Uint8Array; privateKey: KeyObject; edition: EditionDraft }
export type Taken = 'taken' | 'unusable' | 'no-villages' | 'disk-full'

/** Work on the register that takes its time: a thread does it, and the counter goes on. */
export type RegistryWork = {
  /** Makes a searchable copy of the district's snapshot; what was in service stays so until the new one is proven. */
  take(order: TakeOrder): Promise<Taken>
  /** Makes a searchable copy of the edition in service with the district's difference laid over it; it is taken only when it is what the district promised. */
  follow(order: FollowOrder): Promise<Taken>
  /** Makes a searchable register of made-up people. */
  makeSample(order: SampleOrder): Promise<void>
  /** Overwrites and removes files that nobody has open. */
  destroy(paths: string[]): Promise<void>
}

/** `secondThread`: see `BuildRequest`. */
export const registryWorkWith = (secondThread?: URL): RegistryWork => ({
  take: ({ snapshot: file, villages, ...place }) =>
    outcomeOf(async () => {
      const snapshot = await readSnapshot(sealedPieces(file).read)
      if (!villages) return build({ ...place, secondThread }, snapshot.edition, snapshot.rows())
      const { rowCount: _, contentHash: of, ...edition } = snapshot.edition
      const rows = servedRows(snapshot, villages)
      const first = await firstOf(rows)
      if (!first) return 'no-villages'
      return build({ ...place, secondThread }, { ...edition, scope: { villages: [...villages], of } }, startingWith(first, rows))
    }),
  follow: ({ difference, base, ...place }) =>
    outcomeOf(async () => {
      const { base: from, target, over } = await readDifference(sealedPieces(difference).read)
      const rows = openBase(base, place.key)
      try {
        if (rows.contentHash !== from.contentHash) throw new DifferenceError('it was made for another edition')
        return await build({ ...place, secondThread }, target, over(rows))
      } finally {
        rows.close()
      }
    }),
  async makeSample({ people, privateKey, ...order }) {
    await mkdir(dirname(order.path), { recursive: true, mode: 0o700 })
    const rows = z.array(RegistryPerson).parse(JSON.parse(gunzipSync(await readFile(people)).toString('utf8')))
    await buildRegistry({ ...order, rows: inBatches([rows]), signer: signerOf(privateKey) })
  },
  async destroy(paths) {
    for (const path of paths) shred(path)
  }
})

/** Where no thread can be had. */
export const registryWork = registryWorkWith()

async function build(
  { folder, n, key, privateKey, now, secondThread }: Place & { secondThread: URL | undefined },
  edition: EditionDraft & Partial<Edition>,
  rows: AsyncIterable<RegistryPerson[]>
): Promise<'taken'> {
  const { rowCount: _, contentHash, ...draft } = edition
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await buildRegistry({
    path: shelfPath(folder, { ...edition, village: null, n }),
    key,
    edition: { ...draft, importedAt: now, origin: 'district' },
    rows: inBatches(rows),
    ...(contentHash && { contentHash }),
    ...(secondThread && { secondThread }),
    signer: signerOf(privateKey)
  })
  return 'taken'
}

/** The first rows that are any; undefined where nobody comes at all. */
async function firstOf(rows: AsyncIterator<RegistryPerson[]>): Promise<RegistryPerson[] | undefined> {
  for (let next = await rows.next(); !next.done; next = await rows.next()) if (next.value.length > 0) return next.value
  return undefined
}

async function* startingWith(first: RegistryPerson[], rest: AsyncIterable<RegistryPerson[]>): AsyncGenerator<RegistryPerson[]> {
  yield first
  yield* rest
}

async function outcomeOf(work: () => Promise<Taken>): Promise<Taken> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof RegistryError && error.problem === 'disk-full') return 'disk-full'
    const cause = error instanceof RegistryError && error.cause !== undefined ? error.cause : error
    if (cause instanceof SnapshotError || cause instanceof DifferenceError || cause instanceof PieceDamaged) return 'unusable'
    if (error instanceof RegistryError && UNFIT.includes(error.problem)) return 'unusable'
    throw error
  }
}

/** What came does not hold what it promises, or the edition that it leads on from cannot be read. */
const UNFIT: RegistryError['problem'][] = ['other-content', 'missing', 'damaged', 'wrong-key']

/** Where no thread can be had, others get their turn between two batches. */
async function* inBatches(blocks: AsyncIterable<RegistryPerson[]> | Iterable<RegistryPerson[]>): AsyncGenerator<RegistryPerson[]> {
  for await (const block of blocks) for (let at = 0; at < block.length; at += 500) yield block.slice(at, at + 500)
}
