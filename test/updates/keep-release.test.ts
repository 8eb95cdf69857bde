import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { HeldFile } from '#main/sync/district-files'
import { publisherKeyIn, releaseTaker } from '#main/updates/keep-release'
import { folderOf } from '#test/support/folders'
import { compareVersions, type ReleaseHead, readReleaseHead, writeReleaseHead } from '#wire/release'

const publisher = generateKeyPairSync('ed25519')
const stranger = generateKeyPairSync('ed25519')
const installer = randomBytes(200_000)
const head = (fields: Partial<ReleaseHead> = {}): ReleaseHead => ({
  format: 1,
  version: '0.2.0',
  platform: 'win32-x64',
  file: 'loket-slrt-0.2.0-setup.exe',
  size: installer.length,
  hash: createHash('sha256').update(installer).digest('hex'),
  ...fields
})
const release = (fields: Partial<ReleaseHead> = {}, key = publisher.privateKey, bytes: Buffer = installer): Buffer =>
  Buffer.concat([writeReleaseHead(head(fields), key), bytes])

/** As it comes from the district's pieces. */
const fileOf = (bytes: Buffer): HeldFile =>
  ({
    read: async function* () {
      for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
    }
  }) as unknown as HeldFile
const program = { version: '0.1.0', platform: 'win32-x64', publisherKey: publisher.publicKey }

describe('F37: a release that the district hands on', () => {
  it('lies whole under its name when its publisher signed it', async () => {
    const folder = folderOf('updates')
    expect(await releaseTaker(folder, program)(fileOf(release()))).toBe('taken')
    expect(readFileSync(join(folder, '0.2.0', 'loket-slrt-0.2.0-setup.exe')).equals(installer)).toBe(true)
    expect(existsSync(join(folder, 'unfinished'))).toBe(false)
  })

  it('keeps the version before beside it, and no older one', async () => {
    const folder = folderOf('updates')
    for (const version of ['0.2.0', '0.9.0', '0.10.0']) await releaseTaker(folder, program)(fileOf(release({ version })))
    expect(readdirSync(folder).sort()).toEqual(['0.10.0', '0.9.0'])
  })

  it.each([
    ['that somebody else signed', release({}, stranger.privateKey)],
    ['for another system', release({ platform: 'linux-x64' })],
    ['of this very version', release({ version: '0.1.0' })],
    ['of an older version', release({ version: '0.0.9' })],
    ['whose installer is another', release({}, publisher.privateKey, randomBytes(200_000))],
    ['that was cut off', release().subarray(0, 150_000)],
    ['that goes on behind its end', Buffer.concat([release(), Buffer.from('x')])],
    ['without a head', installer],
    ['that is empty', Buffer.alloc(0)]
  ])('is not taken: one %s', async (_, bytes) => {
    const folder = folderOf('updates')
    expect(await releaseTaker(folder, program)(fileOf(bytes))).toBe('unusable')
    expect(readdirSync(folder)).toEqual([])
  })

  it('is not taken by a program that knows no publisher', async () => {
    expect(
      await releaseTaker(folderOf('updates'), { ...program, publisherKey: publisherKeyIn('/nowhere/publisher.pem') })(fileOf(release()))
    ).toBe('unusable')
  })

  it('has no name that leads out of its folder', () => {
    for (const file of ['../evil.exe', 'C:\\evil.exe', '.exe', 'a/b.exe', 'evil.bat', 'x.exe\0'])
      expect(() => writeReleaseHead(head({ file }), publisher.privateKey)).toThrow()
  })

  it('is not read when any byte of its head was changed', () => {
    const bytes = writeReleaseHead(head(), publisher.privateKey)
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ by
        const read = readReleaseHead(changed, publisher.publicKey)
        expect(read === undefined || JSON.stringify(read.head) === JSON.stringify(head())).toBe(true)
      })
    )
  })
})

it('knows the newer of two versions by their numbers', () => {
  expect(['0.10.0', '0.9.9', '1.0.0', '0.9.10'].sort(compareVersions)).toEqual(['0.9.9', '0.9.10', '0.10.0', '1.0.0'])
})
