import { createHash, randomBytes } from 'node:crypto'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { districtFiles, type FilesPlace, type HeldFile } from '#main/sync/district-files'
import { fetchFiles } from '#main/sync/fetch-files'
import { FILE_PIECE, type Manifest } from '#shared/sync/district-file'
import { sharedDesk } from '#test/support/test-desk'
import { describeFile, signManifest } from '#wire/district-file'
import { strangersKey } from '../server/support/conversation'
import { lineOf } from './support/file-line'

const { desk } = await sharedDesk()
const secret = randomBytes(32)
const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const PIECES = 7
const bytes = randomBytes(FILE_PIECE * (PIECES - 1) + 123)
const manifestOf = (content: Uint8Array, version = 5, name = 'registry'): Promise<Manifest> =>
  describeFile(
    { district: '33.24', name, version, label: `Edisi ${version}` },
    (async function* () {
      yield content
    })()
  )
const signed = (manifest: Manifest) => signManifest(manifest, strangersKey())

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'files-'))
  folders.push(folder)
  return folder
}
const openIn = (folder: string, more: Partial<FilesPlace> = {}) =>
  districtFiles({ folder, secret, takers: {}, changed: () => undefined, ...more })

async function contentOf(held: HeldFile | undefined): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of held?.read() ?? []) pieces.push(piece)
  return Buffer.concat(pieces)
}
const always = () => true

describe('a file of the district on its way to a desk', () => {
  it('[R4] goes on where it was cut, at whatever piece, also after a restart, and nothing comes twice', async () => {
    const manifest = await manifestOf(bytes)
    for (let cut = 0; cut < 4; cut++) {
      const folder = newFolder()
      const first = await openIn(folder)
      await first.offer(signed(manifest), manifest)
      const { line, given } = lineOf(bytes, (call, body) => {
        if (call === cut) throw Object.assign(new Error('cut'), { code: 'ECONNRESET' })
        return body
      })
      if (cut < 3) await expect(fetchFiles(desk, line, first, always)).rejects.toThrow('cut')
      else expect(await fetchFiles(desk, line, first, always)).toBe('done')
      const again = await openIn(folder)
      expect(await fetchFiles(desk, line, again, always)).toBe('done')
      expect(given.bytes).toBe(bytes.length)
      expect((await contentOf(again.held('registry'))).equals(bytes)).toBe(true)
    }
  })

  it('[R4] goes on after a restart, also one whose name begins as another’s does', async () => {
    const manifest = await manifestOf(bytes, 5, 'registry-difference')
    const folder = newFolder()
    const first = await openIn(folder)
    await first.offer(signed(manifest), manifest)
    for (let n = 0; n < 3; n++) await first.take(manifest.hash, n, bytes.subarray(n * FILE_PIECE, (n + 1) * FILE_PIECE))
    expect((await (await openIn(folder)).wanted())?.piece).toBe(3)
  })

  it('[R10] is none of a desk that has no use for it', async () => {
    const manifest = await manifestOf(bytes, 5, 'program-linux')
    const files = await openIn(newFolder(), { names: ['reference', 'program-windows'] })
    await files.offer(signed(manifest), manifest)
    expect(await files.wanted()).toBeUndefined()
    expect(files.standings().map(({ name }) => name)).toEqual(['reference', 'program-windows'])
  })

  it('[R4] goes on after a power cut left half a piece', async () => {
    const manifest = await manifestOf(bytes)
    for (const left of [1, 100, FILE_PIECE, FILE_PIECE + 16, FILE_PIECE * 2 + 31]) {
      const folder = newFolder()
      const first = await openIn(folder)
      await first.offer(signed(manifest), manifest)
      for (let n = 0; n < 3; n++) await first.take(manifest.hash, n, bytes.subarray(n * FILE_PIECE, (n + 1) * FILE_PIECE))
      truncateSync(join(folder, 'registry-5.file'), left)
      const again = await openIn(folder)
      expect((await again.wanted())?.piece).toBe(Math.floor(left / (FILE_PIECE + 16)))
      await fetchFiles(desk, lineOf(bytes).line, again, always)
      expect((await contentOf(again.held('registry'))).equals(bytes)).toBe(true)
    }
  })

  it('[R4] with a changed byte is refused piece by piece, and what was good stays', async () => {
    const manifest = await manifestOf(bytes)
    const files = await openIn(newFolder())
    await files.offer(signed(manifest), manifest)
    const { line } = lineOf(bytes, (call, body) => {
      if (call === 1) body[70_000] = (body[70_000] ?? 0) ^ 1
      return body
    })
    expect(await fetchFiles(desk, line, files, always)).toBe('stuck')
    expect((await files.wanted())?.piece).toBe(2)
    expect(await fetchFiles(desk, lineOf(bytes).line, files, always)).toBe('done')
    expect((await contentOf(files.held('registry'))).equals(bytes)).toBe(true)
  })

  it('[R4] is not taken from a server that cuts an answer short', async () => {
    const manifest = await manifestOf(bytes)
    const files = await openIn(newFolder())
    await files.offer(signed(manifest), manifest)
    expect(await fetchFiles(desk, lineOf(bytes, (_, body) => body.subarray(1)).line, files, always)).toBe('stuck')
    expect((await files.wanted())?.piece).toBe(0)
  })

  it('[R4] lets the log go first between two calls', async () => {
    const manifest = await manifestOf(bytes)
    const files = await openIn(newFolder())
    await files.offer(signed(manifest), manifest)
    const { line, given } = lineOf(bytes)
    expect(await fetchFiles(desk, line, files, () => given.calls < 2)).toBe('put-off')
    expect((await files.wanted())?.piece).toBe(3)
  })

  it('[R3] is left aside when it is older than what is here, or the same again', async () => {
    const folder = newFolder()
    const [newer, older] = [await manifestOf(bytes, 9), await manifestOf(bytes.subarray(0, 90_000), 8)]
    const files = await openIn(folder)
    await files.offer(signed(newer), newer)
    await fetchFiles(desk, lineOf(bytes).line, files, always)
    for (const again of [older, newer]) {
      await files.offer(signed(again), again)
      expect(await files.wanted()).toBeUndefined()
    }
    expect(files.held('registry')?.manifest.version).toBe(9)
  })

  it('[R3] gives way to a newer one that comes meanwhile; the one in service serves until that is whole', async () => {
    const [one, two, three] = [await manifestOf(bytes, 1), await manifestOf(randomBytes(200_000), 2), await manifestOf(bytes, 3)]
    const files = await openIn(newFolder())
    await files.offer(signed(one), one)
    await fetchFiles(desk, lineOf(bytes).line, files, always)
    await files.offer(signed(two), two)
    expect(await files.wanted()).toEqual({ manifest: two, piece: 0, upTo: 4 })
    await files.offer(signed(three), three)
    await files.offer(signed(two), two)
    expect(await files.wanted()).toEqual({ manifest: three, piece: 0, upTo: PIECES })
    expect((await contentOf(files.held('registry'))).equals(bytes)).toBe(true)
  })

  it('[R4] is fetched again from where the disk has spoilt it since', async () => {
    const manifest = await manifestOf(bytes)
    const folder = newFolder()
    const first = await openIn(folder)
    await first.offer(signed(manifest), manifest)
    for (let n = 0; n < 5; n++) await first.take(manifest.hash, n, bytes.subarray(n * FILE_PIECE, (n + 1) * FILE_PIECE))
    const path = join(folder, 'registry-5.file')
    const spoilt = readFileSync(path)
    spoilt[FILE_PIECE * 2] = (spoilt[FILE_PIECE * 2] ?? 0) ^ 4
    writeFileSync(path, spoilt)
    const again = await openIn(folder)
    await fetchFiles(desk, lineOf(bytes).line, again, always)
    expect((await contentOf(again.held('registry'))).equals(bytes)).toBe(true)
  })

  it('[R5] lies sealed on the disk: nothing of it can be read there', async () => {
    const content = Buffer.from('NIK 3324105708910002 '.repeat(9_000))
    const manifest = await manifestOf(content)
    const folder = newFolder()
    const files = await openIn(folder)
    await files.offer(signed(manifest), manifest)
    await fetchFiles(desk, lineOf(content).line, files, always)
    expect(readFileSync(join(folder, 'registry-5.file')).includes('33241057')).toBe(false)
    const thief = await openIn(folder, { secret: randomBytes(32) })
    await expect(contentOf(thief.held('registry'))).rejects.toThrow('damaged')
  })

  it('[R5] leaves the office room on the disk, says so, and goes on when there is some', async () => {
    const manifest = await manifestOf(bytes)
    const room = { bytes: 200 * 1_048_576 + 1_000 }
    const files = await openIn(newFolder(), { freeBytes: async () => room.bytes })
    await files.offer(signed(manifest), manifest)
    expect(await files.wanted()).toBeUndefined()
    expect(files.standings().find(({ name }) => name === 'registry')?.next?.trouble).toBe('disk-full')
    room.bytes *= 2
    expect(await fetchFiles(desk, lineOf(bytes).line, files, always)).toBe('done')
    expect((await contentOf(files.held('registry'))).equals(bytes)).toBe(true)
  })

  it('[R5] stops where a write finds the disk full, and the one in service serves on', async () => {
    const second = randomBytes(200_000)
    const [one, two] = [await manifestOf(bytes, 1), await manifestOf(second, 2)]
    const folder = newFolder()
    const files = await openIn(folder)
    await files.offer(signed(one), one)
    await fetchFiles(desk, lineOf(bytes).line, files, always)
    symlinkSync('/dev/full', join(folder, 'registry-2.file'))
    await files.offer(signed(two), two)
    expect(await files.take(two.hash, 0, second.subarray(0, FILE_PIECE))).toBe('disk-full')
    expect(files.standings().find(({ name }) => name === 'registry')?.next).toMatchObject({ trouble: 'disk-full', have: 0 })
    expect((await contentOf(files.held('registry'))).equals(bytes)).toBe(true)
  })

  it.each(['newer-program', 'unusable'] as const)(
    '[R4] stays out of service when it is %s, and is offered again after an update',
    async outcome => {
      const second = randomBytes(90_000)
      const [one, newer] = [await manifestOf(bytes, 1), await manifestOf(second, 2)]
      const folder = newFolder()
      const taken: number[] = []
      const files = await openIn(folder, {
        takers: {
          registry: async ({ manifest }) => {
            taken.push(manifest.version)
            return manifest.version === 1 ? 'taken' : outcome
          }
        }
      })
      await files.offer(signed(one), one)
      await fetchFiles(desk, lineOf(bytes).line, files, always)
      await files.offer(signed(newer), newer)
      expect(await fetchFiles(desk, lineOf(second).line, files, always)).toBe('done')
      expect(files.held('registry')?.manifest.version).toBe(1)
      expect(files.standings().find(({ name }) => name === 'registry')?.next?.trouble).toBe(outcome)
      const updated = await openIn(folder, { takers: { registry: async () => 'taken' } })
      await updated.retry()
      expect(updated.held('registry')?.manifest.version).toBe(2)
      expect(statSync(join(folder, 'registry-2.file')).size).toBeGreaterThan(90_000)
      expect(taken).toEqual([1, 2])
    }
  )

  it('[R3] keeps its place whatever else lies in the folder', async () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'registry.held'), '{"text":1}')
    appendFileSync(join(folder, 'registry.next'), createHash('sha256').digest('hex'))
    writeFileSync(join(folder, 'registry-77.file'), 'stray')
    const files = await openIn(folder)
    expect(files.standings().length).toBeGreaterThan(1)
    for (const { name, held, next } of files.standings()) expect([name, held, next]).toEqual([name, null, null])
  })
})
