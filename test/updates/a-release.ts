// Releases of a made-up publisher, as a district hands them on, and the installer that a test lends to a desk.
import { createHash, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
import type { HeldFile } from '#main/sync/district-files'
import type { Installer } from '#main/updates/installer'
import { type Program, releaseTaker } from '#main/updates/keep-release'
import { updatesFolder } from '#main/updates/updates'
import { type ReleaseHead, writeReleaseHead } from '#wire/release'

export const publisher = generateKeyPairSync('ed25519')
export const setupFile = randomBytes(200_000)

export const headOf = (fields: Partial<ReleaseHead> = {}): ReleaseHead => ({
  format: 1,
  version: '0.2.0',
  platform: 'win32-x64',
  file: 'loket-slrt-0.2.0-setup.exe',
  size: setupFile.length,
  hash: createHash('sha256').update(setupFile).digest('hex'),
  ...fields
})

export const release = (fields: Partial<ReleaseHead> = {}, key: KeyObject = publisher.privateKey, bytes: Buffer = setupFile): Buffer =>
  Buffer.concat([writeReleaseHead(headOf(fields), key), bytes])

/** As it comes from the district's pieces. */
export const fileOf = (bytes: Buffer): HeldFile =>
  ({
    read: async function* () {
      for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
    }
  }) as unknown as HeldFile

export const programOf = (version = '0.1.0'): Program => ({ version, platform: 'win32-x64', publisherKey: publisher.publicKey })

/** Lets a version come to a desk's folder; by default it runs 0.1.0. */
export const bring = (data: string, version: string, running = programOf()): Promise<string> =>
  Promise.resolve(releaseTaker(updatesFolder(data), running)(fileOf(release({ version }))))

/** Remembers what it was asked to start. */
export function recordingInstaller(): Installer & { started: string[]; isAllowed: boolean; battery: boolean } {
  const installer = {
    started: [] as string[],
    isAllowed: true,
    battery: false,
    isOnBattery: () => installer.battery,
    start: async (file: string) => {
      installer.started.push(file)
      return installer.isAllowed
    }
  }
  return installer
}
