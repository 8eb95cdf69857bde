import { createHash, createPublicKey, type KeyObject } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { compareVersions, MOST_HEAD_BYTES, type ReleaseHead, readReleaseHead } from '#wire/release'
import { syncFolder } from '#wire/sync-folder'
import type { FileTaker } from '../sync/district-files'

/** This program, as far as another one may take its place. Without its publisher's key no release is believed. */
export type Program = { version: string; platform: string; publisherKey: KeyObject | undefined }

/** The key of who publishes this program, as it was installed with it; a program that was built without one takes no releases. */
export const publisherKeyIn = (file: string): KeyObject | undefined => (existsSync(file) ? createPublicKey(readFileSync(file)) : undefined)

/** The one before stays beside the newest: whoever has to go back finds its installer. */
const KEPT = 2
const VERSION = /^\d{1,4}\.\d{1,4}\.\d{1,4}$/

/**
 * Takes a release that the district has handed on: its publisher's signature, its platform and its number are looked at before a byte is written, and its
 * installer lies under its name only when it is whole. A release that is not newer than this program is no release: nobody is led back to an older one.
 */
export function releaseTaker(folder: string, { version, platform, publisherKey }: Program): FileTaker {
  return async ({ read }) => {
    if (!publisherKey) return 'unusable'
    const found = await headOf(read(), publisherKey)
    if (!found || found.head.platform !== platform || compareVersions(found.head.version, version) <= 0) return 'unusable'
    return (await keep(folder, found.head, after(read(), found.length))) ? thin(folder) : 'unusable'
  }
}

async function headOf(bytes: AsyncIterable<Uint8Array>, key: KeyObject): Promise<{ head: ReleaseHead; length: number } | undefined> {
  let first = Buffer.alloc(0)
  for await (const some of bytes) {
    first = Buffer.concat([first, some])
    if (first.length > MOST_HEAD_BYTES) break
  }
  return readReleaseHead(first, key)
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

async function keep(folder: string, { version, file, size, hash }: ReleaseHead, bytes: AsyncIterable<Uint8Array>): Promise<boolean> {
  const [place, unfinished] = [join(folder, version), join(folder, 'unfinished')]
  mkdirSync(place, { recursive: true, mode: 0o700 })
  const digest = createHash('sha256')
  let written = 0
  const to = await open(unfinished, 'w', 0o600)
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
  if (written !== size || digest.digest('hex') !== hash) {
    rmSync(unfinished)
    rmSync(place, { recursive: true })
    return false
  }
  renameSync(unfinished, join(place, file))
  syncFolder(place)
  return true
}

function thin(folder: string): 'taken' {
  const versions = readdirSync(folder)
    .filter(name => VERSION.test(name))
    .sort(compareVersions)
  for (const old of versions.slice(0, -KEPT)) rmSync(join(folder, old), { recursive: true, force: true })
  return 'taken'
}
