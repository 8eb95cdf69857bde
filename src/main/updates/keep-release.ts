import { createHash, createPublicKey, type KeyObject } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { DistrictFileName } from '#shared/sync/district-file'
import { beginningOf, compareVersions, type Platform, PROGRAM_FILES, type ReleaseHead, readReleaseHead } from '#wire/release'
import { syncFolder } from '#wire/sync-folder'
import { writeSynced } from '#wire/write-synced'
import type { FileTaker, HeldFile } from '../sync/district-files'
import { HEAD_FILE, keptReleases, thinReleases } from './kept-releases'

/** This program, as far as another one may take its place. Without its publisher's key no release is believed. */
export type Program = { version: string; platform: string; publisherKey: KeyObject | undefined }

/** The key of who publishes this program, as it was installed with it; a program that was built without one takes no releases. */
export const publisherKeyIn = (file: string): KeyObject | undefined => (existsSync(file) ? createPublicKey(readFileSync(file)) : undefined)

/** Under which name its district hands on releases for this program; undefined where none is made for its system, or none would be believed. */
export const releasesFor = (program: Program | undefined): DistrictFileName | undefined =>
  program?.publisherKey && Object.hasOwn(PROGRAM_FILES, program.platform) ? PROGRAM_FILES[program.platform as Platform] : undefined

/**
 * Takes a release that the district has handed on: its publisher's signature, its platform and its number are looked at before a byte is written, and its
 * installer lies under its name only when it is whole. A release that is older than this program is no release: nobody is led back to it. The very version that
 * runs is kept to go back to, and a newer one that the district handed on before it is not offered any more.
 */
export function releaseTaker(folder: string, { version, platform, publisherKey }: Program): FileTaker {
  return async ({ read }) => {
    if (!publisherKey) return 'unusable'
    const found = await headOf(read(), publisherKey)
    if (!found || found.head.platform !== platform) return 'unusable'
    if (compareVersions(found.head.version, version) < 0) return 'older-program'
    if (!(await keep(folder, found, after(read(), found.signed.length)))) return 'unusable'
    thinReleases(folder, [version, found.head.version])
    return 'taken'
  }
}

/** Whether what this release brought does not lie here any more, such as an installer that a virus scanner took away; not where the release itself cannot be read. */
export async function isReleaseGone(folder: string, { read }: HeldFile, { version, publisherKey }: Program): Promise<boolean> {
  const found = publisherKey && (await headOf(read(), publisherKey).catch(() => undefined))
  if (!found || compareVersions(found.head.version, version) < 0) return false
  return !keptReleases(folder, publisherKey).some(({ head }) => head.version === found.head.version)
}

type Found = { head: ReleaseHead; signed: Buffer }

async function headOf(bytes: AsyncIterable<Uint8Array>, key: KeyObject): Promise<Found | undefined> {
  const first = await beginningOf(bytes)
  const found = readReleaseHead(first, key)
  return found && { head: found.head, signed: first.subarray(0, found.length) }
}

/** The bytes behind the first so many. */
async function* after(bytes: AsyncIterable<Uint8Array>, length: number): AsyncGenerator<Uint8Array> {
  let left = length
  for await (const some of bytes) {
    const rest = some.subarray(Math.min(left, some.length))
    left -= some.length - rest.length
    if (rest.length > 0) yield rest
  }
}

/** What lay here before, and the room on the disk, stay as they were when the installer does not come whole. */
async function keep(folder: string, { head, signed }: Found, bytes: AsyncIterable<Uint8Array>): Promise<boolean> {
  const [place, unfinished] = [join(folder, head.version), join(folder, 'unfinished')]
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  try {
    if (!(await isWritten(unfinished, head, bytes))) return false
    mkdirSync(place, { recursive: true, mode: 0o700 })
    renameSync(unfinished, join(place, head.file))
    syncFolder(place)
  } finally {
    rmSync(unfinished, { force: true })
  }
  // last: a version without it is not offered
  writeSynced(join(place, HEAD_FILE), signed)
  return true
}

/** Writes an installer; says whether it is the one that its publisher signed. */
async function isWritten(path: string, { size, hash }: ReleaseHead, bytes: AsyncIterable<Uint8Array>): Promise<boolean> {
  const digest = createHash('sha256')
  let written = 0
  const to = await open(path, 'w', 0o600)
  try {
    for await (const some of bytes) {
      digest.update(some)
      written += some.length
      await to.write(some)
    }
    await to.sync()
  } finally {
    await to.close()
  }
  return written === size && digest.digest('hex') === hash
}
