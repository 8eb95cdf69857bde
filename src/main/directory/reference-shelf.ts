import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type ReferenceSet, readReferenceSet } from '#shared/directory/reference-set'
import { CompressError } from '#wire/compress'
import { MOST_SET_BYTES, unpackSet } from '#wire/reference-file'
import { applyReferenceSet, SetDoesNotFit } from '#wire/reference-set.store'
import { syncFolder } from '#wire/sync-folder'
import { openReference, type Reference } from '../database/reference'
import type { ReadableFile } from '../sync/district-files'

type TakeReference = (file: ReadableFile) => Promise<'taken' | 'newer-program' | 'unusable'>

/** Where the desk's reference data are read: the lists the program ships with, or a copy of them with the district's set written in. */
export type ReferenceShelf = {
  current(): Reference
  /** Takes the district's set into service; whoever reads the lists before to their end still may. */
  take: TakeReference
  close(): Promise<void>
}

/** Opens the lists as the district last had them. If that cannot be done the shipped ones serve, and `report` hears why. */
export async function referenceShelf(
  shipped: string,
  folder: string,
  held: ReadableFile | undefined,
  report: (error: unknown) => void
): Promise<ReferenceShelf> {
  const opened: Reference[] = []
  const serve = (file: string) => void opened.push(openReference(file))

  const take: TakeReference = async file => {
    const found = await setIn(file)
    if (found.kind !== 'set') return found.kind === 'newer' ? 'newer-program' : 'unusable'
    try {
      serve(await built(shipped, folder, file.manifest.version, found.set))
      return 'taken'
    } catch (error) {
      if (error instanceof SetDoesNotFit) return 'unusable'
      throw error
    }
  }

  const isServed = held && (await take(held).catch(error => void report(error))) === 'taken'
  if (!isServed) serve(shipped)
  return {
    current: () => opened.at(-1) as Reference,
    take,
    async close() {
      for (const reference of opened) await reference.destroy()
    }
  }
}

async function setIn(file: ReadableFile): Promise<ReturnType<typeof readReferenceSet>> {
  if (file.manifest.size > MOST_SET_BYTES) return { kind: 'wrong', places: [] }
  const pieces: Uint8Array[] = []
  for await (const piece of file.read()) pieces.push(piece)
  try {
    return readReferenceSet(unpackSet(Buffer.concat(pieces)))
  } catch (error) {
    if (error instanceof CompressError) return { kind: 'wrong', places: [] }
    throw error
  }
}

/** The lists with a set written in, made once for these shipped lists; it appears whole or not at all. */
async function built(shipped: string, folder: string, version: number, set: ReferenceSet): Promise<string> {
  const { size, mtimeMs } = await stat(shipped)
  const name = `reference-${version}-${size}-${Math.round(mtimeMs)}.db`
  const file = join(folder, name)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if (await stat(file).catch(() => undefined)) return file
  const draft = `${file}.draft`
  try {
    await copyFile(shipped, draft)
    applyReferenceSet(draft, set)
    const handle = await open(draft, 'r+')
    await handle.sync().finally(() => handle.close())
    await rename(draft, file)
    syncFolder(folder)
  } finally {
    await rm(draft, { force: true })
  }
  // one that is still open elsewhere in this run stays until the next time
  for (const other of await readdir(folder)) if (other !== name) await rm(join(folder, other), { force: true }).catch(() => undefined)
  return file
}
