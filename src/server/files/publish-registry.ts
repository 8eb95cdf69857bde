import { stat } from 'node:fs/promises'
import { makeDifference } from '#registry/difference/make-difference'
import { SnapshotError } from '#registry/snapshot/head'
import { openSnapshot, type Snapshot } from '#registry/snapshot/snapshot'
import type { Manifest } from '#shared/sync/district-file'
import type { Database } from '../database/place'
import { PlaceError } from '../database/place-error'
import { type Bytes, discardOutdated, type Handed, handOut, type Publishing } from './publish'
import { snapshotHanded } from './stored-snapshot'

type Published = Handed & { difference?: Manifest }

/** A difference larger than this part of the snapshot saves nobody anything. */
const WORTH = 0.5

/**
 * Hands a snapshot of the registry to the desks, and, where the one before is of the same source, what leads from that one to it. A desk that asks in between
 * finds the snapshot alone. SPEC R7.
 */
export async function publishRegistry(server: Database, about: Publishing, bytes: Bytes, path: string): Promise<Published> {
  const to = await snapshotIn(path)
  const { source, contentHash: content } = to.edition
  const from = await snapshotHanded(server, about.district)
  const isNew = from && from.edition.contentHash !== content
  // from the one before, which is there no more when this one has taken its place
  const difference = isNew ? await differenceFrom(from, to, WORTH * (await stat(path)).size) : undefined
  const published = await handOut(server, { ...about, registry: { source, content } }, bytes)
  const led =
    isNew && difference
      ? await handDifference(server, { ...about, registry: { source, content, base: from.edition.contentHash } }, difference)
      : undefined
  await discardOutdated(server, about.district)
  return led ? { ...published, difference: led } : published
}

async function handDifference(server: Database, about: Publishing, bytes: Buffer): Promise<Manifest> {
  const handed = await handOut(server, { ...about, name: 'registry-difference' }, async function* () {
    yield bytes
  })
  return handed.manifest
}

async function snapshotIn(path: string): Promise<Snapshot> {
  try {
    return await openSnapshot(path)
  } catch (error) {
    if (!(error instanceof SnapshotError)) throw error
    throw new PlaceError(`${path} is no snapshot of the registry: make one with \`npm run registry -- snapshot\``)
  }
}

async function differenceFrom(from: Snapshot, to: Snapshot, most: number): Promise<Buffer | undefined> {
  try {
    return await makeDifference(from, to, most)
  } catch (error) {
    if (error instanceof SnapshotError) return undefined
    throw error
  }
}
