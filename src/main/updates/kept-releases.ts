import { createHash, type KeyObject } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { compareVersions, type ReleaseHead, readReleaseHead } from '#wire/release'

const VERSION = /^\d{1,4}\.\d{1,4}\.\d{1,4}$/
/** What its publisher signed lies beside each installer, so that it can be looked at again before it is started. */
export const HEAD_FILE = 'release.head'

export type KeptRelease = { head: ReleaseHead; installer: string; since: number }

/** The versions that lie in a folder under their publisher's signature, the oldest first. Whether an installer's bytes are still those is `isWhole`'s to say. */
export function keptReleases(folder: string, publisherKey: KeyObject): KeptRelease[] {
  if (!existsSync(folder)) return []
  return versionsIn(folder).flatMap(version => {
    const place = join(folder, version)
    const signed = join(place, HEAD_FILE)
    const head = existsSync(signed) ? readReleaseHead(readFileSync(signed), publisherKey)?.head : undefined
    const installer = head && join(place, head.file)
    if (!head || !installer || head.version !== version || !existsSync(installer)) return []
    return [{ head, installer, since: Math.round(statSync(signed).mtimeMs) }]
  })
}

/** Whether an installer still has the very bytes that its publisher signed. */
export async function isWhole({ head, installer }: KeptRelease): Promise<boolean> {
  if (statSync(installer).size !== head.size) return false
  const digest = createHash('sha256')
  for await (const some of createReadStream(installer)) digest.update(some)
  return digest.digest('hex') === head.hash
}

/** Lets go of all versions but these: the one that the district handed on last, and the one that runs, so that whoever has to go back finds its installer. */
export function thinReleases(folder: string, kept: readonly string[]): void {
  for (const old of versionsIn(folder)) if (!kept.includes(old)) rmSync(join(folder, old), { recursive: true, force: true })
}

/** Every folder with a version's name, the oldest first. */
const versionsIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter(name => VERSION.test(name))
    .sort(compareVersions)
