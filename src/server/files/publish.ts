import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { type DistrictFileName, type Manifest, MOST_FILE_BYTES } from '#shared/sync/district-file'
import { describeFile, inPieces, signManifest } from '#wire/district-file'
import { discardBlob, listUnfinished, OF_DISTRICT } from '../attachments/blobs.store'
import { takeChunk } from '../attachments/take-chunk'
import { inDistrict } from '../database/inside'
import type { Database } from '../database/place'
import { PlaceError } from '../database/place-error'
import { districtKey } from '../districts/district-key'
import { lockDistrict } from '../districts/districts.store'
import { CHUNK_BYTES } from '../limits'
import { lastVersion, listFiles, listOutdated, saveFile } from './files.store'

export type Publishing = { district: string; name: DistrictFileName; label: string; now: number; registry?: Manifest['registry'] }
/** `isNew`: nothing else was there with these bytes under that label. */
export type Handed = { manifest: Manifest; isNew: boolean }
/** Bytes that can be read more than once. */
export type Bytes = () => AsyncIterable<Uint8Array>

/**
 * Hands a file to all desks of a district in place of the one before. Nothing counts before all of it is on disk and signed; broken off
 * it is begun again where it was. The same bytes again are no new file. SPEC R2.
 */
export async function publish(server: Database, about: Publishing, bytes: Bytes): Promise<Handed> {
  const handed = await handOut(server, about, bytes)
  await discardOutdated(server, about.district)
  return handed
}

/** Gives up the bytes of files that no desk is handed any more. */
export function discardOutdated(server: Database, district: string): Promise<void> {
  return inDistrict(server, district, async inside => {
    for (const old of await listOutdated(inside)) await discardBlob(inside, old)
  })
}

/** The same, and what it takes the place of is kept until somebody discards it: what comes next may lead on from there. */
export async function handOut(server: Database, about: Publishing, bytes: Bytes): Promise<Handed> {
  const { district, name, label, now, registry } = about
  const said = await describeFile({ district, name, label, version: now, ...(registry && { registry }) }, bytes())
  const { hash, size } = said
  const known = await inDistrict(server, district, async inside => (await listFiles(inside)).find(file => file.name === name))
  if (known?.hash === hash && known.label === label) return { manifest: said, isNew: false }
  await inDistrict(server, district, async inside => {
    // what was begun and given up
    for (const other of await listUnfinished(inside, OF_DISTRICT)) if (other !== hash) await discardBlob(inside, other)
  })
  let offset = 0
  for await (const piece of inPieces(bytes(), CHUNK_BYTES)) {
    const taken = await takeChunk(server, { district, device: OF_DISTRICT }, { hash, offset, size, bytes: piece }, now)
    if (!taken.ok) throw new PlaceError('the file has changed while it was read: nothing was published')
    offset += piece.length
  }
  const key = await districtKey(server, district)
  return inDistrict(server, district, async inside => {
    await lockDistrict(inside)
    const manifest = { ...said, version: Math.max(now, (await lastVersion(inside, name)) + 1) }
    await saveFile(inside, { name, version: manifest.version, label, hash, size, ...signManifest(manifest, key) })
    return { manifest, isNew: true }
  })
}

/** The bytes of an ordinary file; refuses what is none, is empty, or is more than a desk would take. */
export async function bytesOfFile(path: string): Promise<Bytes> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) throw new PlaceError(`there is no file ${path}`)
  if (found.size === 0) throw new PlaceError(`${path} is empty`)
  if (found.size > MOST_FILE_BYTES) throw new PlaceError(`${path} is larger than ${MOST_FILE_BYTES / 1_048_576} MB`)
  return () => createReadStream(path)
}
