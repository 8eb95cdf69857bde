import { createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { createServer } from 'node:net'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { snapshot } from '#main/changes/fold'
import { districtKey } from '#server/districts/district-key'
import { encodeMessage } from '#shared/sync/messages'
import { PROTOCOL_VERSION } from '#shared/sync/protocol'
import { givenResident } from '#test/support/given'
import { problem, type TestDesk, testDesk, value } from '#test/support/test-desk'
import { compress } from '#wire/compress'
import { packed, signedHello } from '#wire/message-stream'
import { findPack, openPack, type PackSource, sealPack } from '#wire/pack'
import { writePackFile } from '#wire/pack-file'
import { type District, KENDAL } from './support/district'
import { eachWithStick, twoDesks } from './support/stick'

const stick = eachWithStick()

const sourceOf = (bytes: Uint8Array): PackSource => ({
  size: bytes.length,
  read: async (from, length) => bytes.subarray(from, from + length)
})
async function all(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const found: Uint8Array[] = []
  for await (const piece of pieces) found.push(piece)
  return Buffer.concat(found)
}
async function* each(...messages: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* messages
}

const outcomeOf = async (desk: TestDesk, file: string) => (await stick().read(desk)).find(read => read.file === file)?.outcome

/** An answer of the district for a desk, with anything in it. */
async function answerFor(desk: TestDesk, district: District, messages: AsyncIterable<Uint8Array>, head: object = {}): Promise<Buffer> {
  const about = { direction: 'to-desk' as const, district: KENDAL, device: desk.desk.author.device, pack: '00'.repeat(16), at: 1, ...head }
  return all(sealPack(about, messages, { from: await districtKey(district.server, KENDAL), to: desk.desk.author.publicKey }))
}

describe('a desk that is given a stick', () => {
  it('[P7] refuses an answer in which any byte was changed or which was cut anywhere, and changes nothing', async () => {
    const { district, a, b } = await twoDesks()
    await givenResident(b.api, { name: 'Sumarni', nik: null, noNikReason: 'never-recorded' })
    await stick().pack(district, '--in', stick().path((await stick().write(b)).file))
    const [file = ''] = (await stick().pack(district, '--for', 'A')).written
    const bytes = readFileSync(stick().path(file))
    const before = snapshot(a.desk.raw)
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), async (at, by, isCut) => {
        const wrong = isCut ? bytes.subarray(0, at) : Buffer.from(bytes)
        if (!isCut) wrong[at] = (bytes[at] ?? 0) ^ by
        writeFileSync(stick().path(file), wrong)
        expect(['damaged', 'not-for-us', 'not-a-pack', 'another-version', undefined]).toContain(await outcomeOf(a, file))
      }),
      {
        numRuns: 150,
        examples: [
          [0, 1, true],
          [9, 255, false],
          [bytes.length - 1, 1, false],
          [bytes.length - 1, 1, true]
        ]
      }
    )
    expect(snapshot(a.desk.raw)).toEqual(before)
    writeFileSync(stick().path(file), bytes)
    expect(await outcomeOf(a, file)).toBe('taken')
  })

  it('[P7] passes over what another office, another district or another desk is meant to read', async () => {
    const { district, a, b } = await twoDesks()
    const [forB = ''] = (await stick().pack(district, '--for', 'B')).written
    expect(await outcomeOf(a, forB)).toBe('not-for-us')
    writeFileSync(stick().path('batang.pack'), await answerFor(a, district, each(), { district: '33.25' }))
    expect(await outcomeOf(a, 'batang.pack')).toBe('not-for-us')
    // who else signs in the district's name
    const { privateKey } = generateKeyPairSync('ed25519')
    const about = { direction: 'to-desk', district: KENDAL, device: a.desk.author.device, pack: '00'.repeat(16), at: 1 } as const
    const forged = await all(sealPack(about, each(), { from: privateKey, to: a.desk.author.publicKey }))
    writeFileSync(stick().path('forged.pack'), forged)
    expect(await outcomeOf(a, 'forged.pack')).toBe('damaged')
    const { file } = await stick().write(b)
    expect(await outcomeOf(a, file)).toBe(undefined)
  })

  it('[P6] ends with a word where the district itself would send what cannot be', async () => {
    const { district, a } = await twoDesks()
    const before = snapshot(a.desk.raw)
    const { cursor, feedEpoch } = await a.desk.db.selectFrom('here').select(['cursor', 'feedEpoch']).executeTakeFirstOrThrow()
    const welcome = {
      kind: 'welcome',
      protocol: PROTOCOL_VERSION,
      feedEpoch: feedEpoch ?? '',
      head: cursor + 1,
      now: 1,
      layout: 0,
      files: 0,
      extents: null,
      held: null
    } as const
    const greeting = [packed(new Uint8Array()), packed(encodeMessage(welcome))]
    const bomb = {
      device: a.desk.author.device,
      epoch: 1,
      first: 1,
      count: 1,
      payload: compress(Buffer.alloc(200_000_000), 3),
      signature: randomBytes(64)
    }
    const part = packed(encodeMessage({ kind: 'part', feed: cursor + 1, picks: [0], frame: { kind: 'frame', ...bomb } }))
    const roster = packed(encodeMessage({ kind: 'roster', version: 999, entries: [], signature: randomBytes(64) }))
    const hostile: Record<string, Uint8Array[]> = {
      nothing: [],
      'no-welcome': [greeting[0] as Uint8Array, part],
      bomb: [...greeting, part],
      roster: [...greeting, roster],
      'message cut short': [...greeting, Buffer.concat([Buffer.from([0x80, 0x08]), randomBytes(10)])],
      'endless message': [...greeting, Buffer.from([0xff, 0xff, 0xff, 0xff, 0x7f])],
      noise: [...greeting, randomBytes(300_000)]
    }
    for (const [name, messages] of Object.entries(hostile)) {
      writeFileSync(stick().path(`${name}.pack`), await answerFor(a, district, each(...messages)))
    }
    const peak = process.memoryUsage().rss
    const read = await stick().read(a)
    for (const { file, outcome } of read) expect(['damaged', ...(file === 'noise.pack' ? ['another-version'] : [])]).toContain(outcome)
    expect(read.length).toBe(Object.keys(hostile).length)
    expect(process.memoryUsage().rss - peak).toBeLessThan(150_000_000)
    expect(snapshot(a.desk.raw)).toEqual(before)
  })

  it('[P1] says of what another version of the program wrote that both have to be brought up to date, and changes nothing', async () => {
    const { district, a } = await twoDesks()
    const before = snapshot(a.desk.raw)
    const about = { feedEpoch: 'next', head: 1, now: 1, layout: 0, files: 0, extents: null, held: null }
    const next = packed(encodeMessage({ kind: 'welcome', ...about, protocol: PROTOCOL_VERSION + 1 }))
    writeFileSync(stick().path('protocol.pack'), await answerFor(a, district, each(packed(new Uint8Array()), next)))
    const now = packed(encodeMessage({ kind: 'welcome', ...about, protocol: PROTOCOL_VERSION }))
    writeFileSync(stick().path('word.pack'), await answerFor(a, district, each(packed(new Uint8Array()), now, packed(Buffer.from([200])))))
    const bytes = await answerFor(a, district, each())
    bytes['LoketPack'.length] = 2
    writeFileSync(stick().path('form.pack'), bytes)
    expect((await stick().read(a)).map(({ outcome }) => outcome)).toEqual(['another-version', 'another-version', 'another-version'])
    expect(snapshot(a.desk.raw)).toEqual(before)
    const { file } = await stick().write(a)
    const own = readFileSync(stick().path(file))
    own['LoketPack'.length] = 2
    writeFileSync(stick().path(file), own)
    expect((await stick().pack(district, '--in', stick().path(file))).said).toContain('bring both up to date')
  })

  it('[F35] [P7] opens no link, folder, socket or name of a device, and nothing that is no pack', async () => {
    const { district, a } = await twoDesks()
    const [file = ''] = (await stick().pack(district, '--for', 'A')).written
    const at = (name: string) => stick().path(name)
    for (const name of [
      'CON.pack',
      'nul.2026.pack',
      'com1.pack',
      '.hidden.pack',
      'a:stream.pack',
      'a\\..\\b.pack',
      `${'x'.repeat(200)}.pack`
    ])
      copyFileSync(at(file), at(name))
    symlinkSync(at(file), at('link.pack'))
    mkdirSync(at('folder.pack'))
    const socket = createServer()
    await new Promise<void>(resolve => socket.listen(at('socket.pack'), resolve))
    writeFileSync(at('empty.pack'), '')
    writeFileSync(at('html.pack'), '<html>Sign in to the network</html>')
    writeFileSync(at('large.pack'), readFileSync(at(file)).subarray(0, 90))
    truncateSync(at('large.pack'), 10 * 2 ** 30)
    writeFileSync(at('virus.exe'), 'MZ')
    rmSync(at(file))
    const read = await stick().read(a)
    expect(new Set(read.map(({ outcome }) => outcome))).toEqual(new Set(['not-a-pack']))
    expect(read.length).toBe(13)
    await new Promise(resolve => socket.close(resolve))
  })

  it('[P7] reads a large file that claims to be for it in bounded memory, and refuses it', async () => {
    const { district, a } = await twoDesks()
    const [file = ''] = (await stick().pack(district, '--for', 'A')).written
    truncateSync(stick().path(file), 200_000_000)
    const before = process.memoryUsage().rss
    expect(await outcomeOf(a, file)).toBe('damaged')
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000)
  })

  it('reads the other packs of a worn stick, and says which cannot be read', async () => {
    const { district, a, b } = await twoDesks()
    const [spoilt = ''] = (await stick().pack(district, '--for', 'A')).written
    await givenResident(b.api, { name: 'Sumarni', nik: null, noNikReason: 'never-recorded' })
    await stick().pack(district, '--in', stick().path((await stick().write(b)).file))
    const [file = ''] = (await stick().pack(district, '--for', 'A')).written
    const worn = await open(stick().path(spoilt))
    const { ino } = await worn.stat()
    const files: FileHandle = Object.getPrototypeOf(worn)
    await worn.close()
    const { read } = files
    files.read = async function (this: FileHandle, ...args: unknown[]) {
      if ((await this.stat()).ino === ino) throw Object.assign(new Error('EIO'), { code: 'EIO' })
      return Reflect.apply(read, this, args)
    } as typeof read
    try {
      const found = await stick().read(a)
      expect(found.find(one => one.file === spoilt)).toEqual({ file: spoilt, outcome: 'damaged', changes: 0 })
      expect(found.find(one => one.file === file)).toMatchObject({ outcome: 'taken', changes: 1 })
    } finally {
      files.read = read
    }
  })

  it('says when it has no district, and reads and writes nothing but a drive', async () => {
    const alone = await testDesk({ officer: 'manager' })
    expect(problem(await alone.api.sync.writePack({ drive: stick().folder }))).toEqual({ kind: 'not-joined' })
    expect(problem(await alone.api.sync.readPacks({ drive: stick().folder }))).toEqual({ kind: 'not-joined' })
    const { a } = await twoDesks()
    for (const drive of ['/', '/etc', `${stick().folder}/..`, '../..'])
      expect([problem(await a.api.sync.writePack({ drive })), problem(await a.api.sync.readPacks({ drive }))]).toEqual([
        { kind: 'no-drive' },
        { kind: 'no-drive' }
      ])
  })

  it('leaves nothing behind on a stick that is full, pulled out, or gives back other bytes', async () => {
    const { a } = await twoDesks()
    const failing = (code: string) => {
      a.desk.moment = () => {
        throw Object.assign(new Error(code), { code })
      }
    }
    const { moment } = a.desk
    failing('ENOSPC')
    expect(problem(await a.api.sync.writePack({ drive: stick().folder }))).toEqual({ kind: 'drive-full' })
    failing('EIO')
    expect(problem(await a.api.sync.writePack({ drive: stick().folder }))).toEqual({ kind: 'no-drive' })
    a.desk.moment = moment
    expect(stick().files()).toEqual([])
    const overwriting = async function* () {
      yield Buffer.from('one')
      const [unfinished = ''] = stick().files()
      truncateSync(stick().path(unfinished), 2)
    }
    await expect(writePackFile(stick().folder, 'x.pack', overwriting())).rejects.toMatchObject({ code: 'EIO' })
    expect(stick().files()).toEqual([])
  })

  it('takes away what this desk began on a stick that was pulled out, and nothing of others', async () => {
    const { a } = await twoDesks()
    const { file } = value(await a.api.sync.writePack({ drive: stick().folder }))
    for (const name of [`${file}.part`, 'loket-33.24-Z-2026-11-23-00000000.pack.part', 'film.part'])
      writeFileSync(stick().path(name), 'half')
    const next = value(await a.api.sync.writePack({ drive: stick().folder }))
    expect(stick().files().sort()).toEqual([file, next.file, 'loket-33.24-Z-2026-11-23-00000000.pack.part', 'film.part'].sort())
  })
})

describe('a sealed pack', () => {
  it('[P7] gives none of its pieces in another place, twice, or without the last, even to who has checked it before', async () => {
    const [from, to] = [generateKeyPairSync('ed25519'), generateKeyPairSync('ed25519')]
    const about = {
      direction: 'to-server',
      district: KENDAL,
      device: '0190aaaa-0000-7000-8000-00000000000a',
      pack: 'ab'.repeat(16),
      at: 1
    } as const
    const content = randomBytes(3 * 65_536)
    const bytes = await all(sealPack(about, each(content), { from: from.privateKey, to: to.publicKey }))
    const found = await findPack(sourceOf(bytes))
    if (typeof found !== 'object') throw new Error('no pack')
    expect(found.head).toMatchObject(about)
    expect(await all(openPack(found, to.privateKey))).toEqual(content)
    const start = found.headBytes.length
    const pieces = [0, 1, 2].map(i => bytes.subarray(start + i * 65_552, start + (i + 1) * 65_552))
    const signature = bytes.subarray(-64)
    for (const order of [[1, 0, 2], [0, 0, 2], [0, 2], [0, 1], [0, 1, 2, 2], []]) {
      const moved = Buffer.concat([found.headBytes, ...order.map(i => pieces[i] ?? Buffer.alloc(0)), signature])
      await expect(all(openPack({ ...found, source: sourceOf(moved) }, to.privateKey))).rejects.toThrow(/damaged|cut-short/)
    }
    await expect(all(openPack(found, from.privateKey))).rejects.toThrow('damaged')
  })
})

describe('the district that is given a stick', () => {
  it('[P7] takes what it can and says of each other file why not', async () => {
    const { district, a, b } = await twoDesks()
    const before = await district.server.db
      .selectFrom('change')
      .select(ask => ask.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    await givenResident(a.api, { name: 'Sumarni', nik: null, noNikReason: 'never-recorded' })
    const good = (await stick().write(a)).file
    const at = (name: string) => stick().path(name)
    const wrong = Buffer.from(readFileSync(at(good)))
    wrong[wrong.length - 100] = (wrong[wrong.length - 100] ?? 0) ^ 1
    writeFileSync(at('flipped.pack'), wrong)
    writeFileSync(at('cut.pack'), wrong.subarray(0, 150))
    writeFileSync(at('html.pack'), '<html></html>')
    const { author } = b.desk
    const { publicKey } = await district.server.db.selectFrom('district').select('publicKey').executeTakeFirstOrThrow()
    const to = createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' })
    const about = { direction: 'to-server' as const, district: KENDAL, device: author.device, pack: '00'.repeat(16), at: 1 }
    const seal = (messages: Uint8Array[], head = {}) =>
      all(sealPack({ ...about, ...head }, each(...messages), { from: author.privateKey, to }))
    const hello = {
      kind: 'hello',
      protocol: PROTOCOL_VERSION,
      district: KENDAL,
      device: author.device,
      epoch: 1,
      counter: 1,
      feedEpoch: null,
      cursor: 0,
      cursorHash: null,
      layout: 0,
      ownSeq: 0,
      roster: 0,
      changeVersion: 1,
      clock: { wall: 1, boot: '', mono: 1 }
    } as const
    const said = (words: object = {}) => packed(signedHello(encodeMessage({ ...hello, ...words }), author.privateKey))
    const bomb = {
      device: author.device,
      epoch: 1,
      first: 1,
      count: 1,
      payload: compress(Buffer.alloc(200_000_000), 3),
      signature: randomBytes(64)
    }
    writeFileSync(at('batang.pack'), await seal([said()], { district: '33.25' }))
    writeFileSync(at('stranger.pack'), await seal([said()], { device: '0190aaaa-0000-7000-8000-00000000000a' }))
    writeFileSync(at('for-another.pack'), await seal([said({ device: a.desk.author.device })]))
    writeFileSync(at('bomb.pack'), await seal([said(), packed(encodeMessage({ kind: 'frame', ...bomb }))]))
    writeFileSync(at('noise.pack'), await seal([randomBytes(100_000)]))
    // announces a message that is longer than all that follows
    writeFileSync(at('midway.pack'), await seal([said(), Uint8Array.of(0xa0, 0x8d, 0x06), randomBytes(1_000)]))
    writeFileSync(at('empty.pack'), await seal([Uint8Array.of(0xa0)]))
    writeFileSync(at('unfinished.pack'), await seal([said()]))
    symlinkSync(at(good), at('link.pack'))
    const names = [
      'flipped',
      'cut',
      'html',
      'batang',
      'stranger',
      'for-another',
      'bomb',
      'noise',
      'midway',
      'empty',
      'unfinished',
      'link',
      'missing'
    ].map(name => `${name}.pack`)
    const { code, said: words, written } = await stick().pack(district, '--in', ...[...names, good].map(at))
    expect(code).toBe(1)
    expect(written.length).toBe(1)
    const word = (name: string) => words.split('\n').find(line => line.startsWith(`${name}.pack:`))
    for (const name of ['flipped', 'cut', 'for-another', 'midway', 'empty', 'unfinished']) expect(word(name)).toMatch('is damaged')
    // no desk signs such a thing: what it begins with may be the word of a newer program
    expect(word('noise')).toMatch(/is damaged|bring both up to date/)
    for (const name of ['html', 'link']) expect(word(name)).toMatch('is no pack')
    expect(word('batang')).toMatch('is for district 33.25')
    expect(word('stranger')).toMatch('never let in')
    expect(word('bomb')).toMatch('did not sign')
    expect(word('missing')).toMatch('is not there')
    expect(words).toMatch(`${good}: taken; the answer for desk A is ${written[0]}`)
    const after = await district.server.db
      .selectFrom('change')
      .select(ask => ask.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    expect(after.n).toBe(before.n + 1)
    expect((await stick().pack(district, '--in', at(written[0] ?? ''))).said).toMatch('is an answer')
  })

  it('[P7] hears no desk that has been shut out', async () => {
    const { district, a } = await twoDesks()
    const { file } = await stick().write(a)
    await district.server.db.updateTable('device').set({ state: 'revoked' }).where('code', '=', 'A').execute()
    const { code, said } = await stick().pack(district, '--in', stick().path(file))
    expect({ code, said }).toEqual({ code: 1, said: `${file}: has been shut out\n1 file was not taken.` })
    expect((await stick().pack(district, '--for', 'A')).said).toBe('desk A has been shut out')
  })
})
