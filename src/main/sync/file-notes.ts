import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { type Manifest, readManifest, SignedManifest } from '#shared/sync/district-file'
import { syncFolder } from '#wire/sync-folder'

/** What the district says of a file, as it is kept beside it. */
export type Kept = { signed: SignedManifest; manifest: Manifest }

/** A note that cannot be read is none: what it was about is fetched again. */
export async function readNote(path: string): Promise<Kept | undefined> {
  try {
    const signed = SignedManifest.parse(JSON.parse(await readFile(path, 'utf8')))
    const manifest = readManifest(signed.text)
    return manifest && { signed, manifest }
  } catch {
    return undefined
  }
}

/** Replaces a note as a whole; when this has returned, it is on the disk. */
export async function writeNote(path: string, signed: SignedManifest): Promise<void> {
  const file = await open(`${path}.new`, 'w', 0o600)
  await file
    .writeFile(JSON.stringify(signed))
    .then(() => file.sync())
    .finally(() => file.close())
  await rename(`${path}.new`, path)
  syncFolder(join(path, '..'))
}
