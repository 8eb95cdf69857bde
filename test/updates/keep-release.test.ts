import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publisherKeyIn, releaseTaker } from '#main/updates/keep-release'
import { folderOf } from '#test/support/folders'
import { compareVersions, readReleaseHead, writeReleaseHead } from '#wire/release'
import { fileOf, headOf, programOf, publisher, release, setupFile } from './a-release'

const stranger = generateKeyPairSync('ed25519')
const program = programOf()

describe('F37: a release that the district hands on', () => {
  it('lies whole under its name when its publisher signed it', async () => {
    const folder = folderOf('updates')
    expect(await releaseTaker(folder, program)(fileOf(release()))).toBe('taken')
    expect(readFileSync(join(folder, '0.2.0', 'loket-slrt-0.2.0-setup.exe')).equals(setupFile)).toBe(true)
    expect(existsSync(join(folder, 'unfinished'))).toBe(false)
  })

  it('lies beside the installer of the version that runs, and no other one', async () => {
    const folder = folderOf('updates')
    await releaseTaker(folder, program)(fileOf(release({ version: '0.2.0' })))
    const running = programOf('0.2.0')
    for (const version of ['0.9.0', '0.10.0']) await releaseTaker(folder, running)(fileOf(release({ version })))
    expect(readdirSync(folder).sort()).toEqual(['0.10.0', '0.2.0'])
  })

  it('is kept to go back to when it is the very version that runs, which may have been installed by hand', async () => {
    const folder = folderOf('updates')
    expect(await releaseTaker(folder, program)(fileOf(release({ version: '0.1.0' })))).toBe('taken')
    expect(readdirSync(folder)).toEqual(['0.1.0'])
  })

  it.each([
    ['that somebody else signed', release({}, stranger.privateKey)],
    ['for another system', release({ platform: 'linux-x64', file: 'loket-slrt-0.2.0.AppImage' })],
    ['whose installer is another', release({}, publisher.privateKey, randomBytes(200_000))],
    ['that was cut off', release().subarray(0, 150_000)],
    ['that goes on behind its end', Buffer.concat([release(), Buffer.from('x')])],
    ['without a head', setupFile],
    ['that is empty', Buffer.alloc(0)]
  ])('is not taken: one %s', async (_, bytes) => {
    const folder = folderOf('updates')
    expect(await releaseTaker(folder, program)(fileOf(bytes))).toBe('unusable')
    expect(readdirSync(folder)).toEqual([])
  })

  it('is not needed where a newer version runs', async () => {
    const folder = folderOf('updates')
    expect(await releaseTaker(folder, program)(fileOf(release({ version: '0.0.9' })))).toBe('older-program')
    expect(readdirSync(folder)).toEqual([])
  })

  it('[F4] leaves nothing of itself on a disk that fills up meanwhile, and takes nothing from the one that lies there', async () => {
    const folder = folderOf('updates')
    await releaseTaker(folder, program)(fileOf(release()))
    const bytes = release({ version: '0.3.0' })
    const filling = async function* () {
      yield bytes.subarray(0, 150_000)
      throw Object.assign(new Error('no space left'), { code: 'ENOSPC' })
    }
    let reads = 0
    const file = { ...fileOf(bytes), read: () => (reads++ === 0 ? fileOf(bytes).read() : filling()) }
    await expect(releaseTaker(folder, program)(file)).rejects.toMatchObject({ code: 'ENOSPC' })
    expect(readdirSync(folder)).toEqual(['0.2.0'])
    const other = release({}, publisher.privateKey, randomBytes(200_000))
    expect(await releaseTaker(folder, program)(fileOf(other))).toBe('unusable')
    expect(readFileSync(join(folder, '0.2.0', 'loket-slrt-0.2.0-setup.exe')).equals(setupFile)).toBe(true)
  })

  it('is not taken by a program that knows no publisher', async () => {
    expect(
      await releaseTaker(folderOf('updates'), { ...program, publisherKey: publisherKeyIn('/nowhere/publisher.pem') })(fileOf(release()))
    ).toBe('unusable')
  })

  it('has no name that leads out of its folder', () => {
    for (const file of ['../evil.exe', 'C:\\evil.exe', '.exe', 'a/b.exe', 'evil.bat', 'x.exe\0'])
      expect(() => writeReleaseHead(headOf({ file }), publisher.privateKey)).toThrow()
  })

  it('is for the system that its installer runs on', () => {
    for (const file of ['loket-slrt.AppImage', 'loket-slrt.deb'])
      expect(() => writeReleaseHead(headOf({ file }), publisher.privateKey)).toThrow()
    for (const file of ['loket-slrt.AppImage', 'loket-slrt.deb'])
      expect(() => writeReleaseHead(headOf({ file, platform: 'linux-x64' }), publisher.privateKey)).not.toThrow()
    expect(() => writeReleaseHead(headOf({ platform: 'linux-x64' }), publisher.privateKey)).toThrow()
  })

  it('is not read when any byte of its head was changed', () => {
    const bytes = writeReleaseHead(headOf(), publisher.privateKey)
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ by
        const read = readReleaseHead(changed, publisher.publicKey)
        expect(read === undefined || JSON.stringify(read.head) === JSON.stringify(headOf())).toBe(true)
      })
    )
  })
})

it('knows the newer of two versions by their numbers', () => {
  expect(['0.10.0', '0.9.9', '1.0.0', '0.9.10'].sort(compareVersions)).toEqual(['0.9.9', '0.9.10', '0.10.0', '1.0.0'])
})
