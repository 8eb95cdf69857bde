import { createReadStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeDifference } from '#registry/difference/write-difference'
import { SnapshotError } from '#registry/snapshot/head'
import { openSnapshot, type Snapshot } from '#registry/snapshot/snapshot'
import type { Manifest } from '#shared/sync/district-file'
import type { Database } from '../database/place'
import { PlaceError } from '../database/place-error'
import { type Bytes, type Publishing, publish } from './publish'
import { snapshotHanded } from './stored-snapshot'

type Published = Awaited<ReturnType<typeof publish>> & { difference?: Manifest }

/** A difference larger than this part of the snapshot saves nobody anything. */
const WORTH = 0.5

/**
 * Hands a snapshot of the registry to the desks, and, where the one before is of the same source, what leads from that one to it. A desk that asks in between
 * finds the snapshot alone. SPEC R7.
 */
export async function publishRegistry(server: Database, about: Publishing, bytes: Bytes, path: string): Promise<Published> {
  const to = await snapshotIn(path)
  const { source, contentHash: content } = to.edition
  const folder = await mkdtemp(join(tmpdir(), 'loket-difference-'))
  try {
    const file = join(folder, 'difference')
    const from = await snapshotHanded(server, about.district)
    const base = from && from.edition.contentHash !== content && (await isMade(file, from, to)) ? from.edition.contentHash : undefined
    const published = await publish(server, { ...about, registry: { source, content } }, bytes)
    if (!base || (await stat(file)).size > WORTH * published.manifest.size) return published
    const said = { ...about, name: 'registry-difference', registry: { source, content, base } } as const
    return { ...published, difference: (await publish(server, said, () => createReadStream(file))).manifest }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function snapshotIn(path: string): Promise<Snapshot> {
  try {
    return await openSnapshot(path)
  } catch (error) {
    if (!(error instanceof SnapshotError)) throw error
    throw new PlaceError(`${path} is no snapshot of the registry: make one with \`npm run registry -- snapshot\``)
  }
}

async function isMade(file: string, from: Snapshot, to: Snapshot): Promise<boolean> {
  try {
    return await writeDifference(file, from, to)
  } catch (error) {
    if (error instanceof SnapshotError) return false
    throw error
  }
}
