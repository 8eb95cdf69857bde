import { createPublicKey, randomBytes } from 'node:crypto'
import { afterEach, expect, it } from 'vitest'
import { inDistrict } from '#server/database/inside'
import { findDevice, listDevices, setDeviceState } from '#server/devices/devices.store'
import { makeEnrolmentCode } from '#server/devices/make-code'
import { getDistrict } from '#server/districts/districts.store'
import type { App } from '#server/http'
import { getHead } from '#server/sync/feed.store'
import { feedDigest } from '#shared/sync/feed-digest'
import { encodeMessage } from '#shared/sync/messages'
import type { FromServer } from '#shared/sync/protocol'
import { packed } from '#wire/message-stream'
import { isRosterOf } from '#wire/roster'
import { BATANG, KENDAL, onBothStores } from './support/both-stores'
import { chainOf, conversation, frameOf, helloOf, signed, strangersKey } from './support/conversation'
import { askEnrol, call, enrolBody, type FakeDesk, fakeDesk, testServer } from './support/test-server'

const kindsOf = (messages: FromServer[]) => messages.map(({ kind }) => kind)

onBothStores('a conversation', given => {
  let app: App | undefined
  afterEach(() => app?.close())

  const setUp = async (limits = {}) => {
    const test = await testServer(given.server, limits)
    app = test.app
    const address = await test.app.listen({ port: 0, host: '127.0.0.1' })
    const enrolled = async (isAutoConfirm = true): Promise<FakeDesk> => {
      const desk = fakeDesk()
      await askEnrol(test.app, enrolBody(desk, await makeEnrolmentCode(given.server, KENDAL, { now: test.clock.now, isAutoConfirm })))
      return desk
    }
    return { ...test, address, enrolled, desk: await enrolled() }
  }
  /** Says all at once and hears everything. */
  const exchange = (address: string, ...said: Parameters<ReturnType<typeof conversation>['say']>[0][]) => {
    const talk = conversation(address)
    for (const message of said) talk.say(message)
    talk.end()
    return talk.rest()
  }

  it('[P3] [P4] [S1] takes frames and gives the feed in one request, and another desk gets them as they came', async () => {
    const { address, desk, enrolled } = await setUp()
    const chain = chainOf(desk, 130)
    const frames = [frameOf(desk, chain.slice(0, 64)), frameOf(desk, chain.slice(64, 128)), frameOf(desk, chain.slice(128))]
    const heard = await exchange(address, signed(desk, helloOf(desk)), ...frames, { kind: 'bye' })
    expect(kindsOf(heard)).toEqual(['welcome', 'roster', 'own', 'verdicts', 'own', 'verdicts', 'own', 'verdicts', 'done'])
    expect(heard.at(-1)).toEqual({ kind: 'done', head: 130 })
    expect(heard[3]).toMatchObject({ first: 1, verdicts: expect.arrayContaining([{ kind: 'fed', feed: 64 }]) })

    const other = await enrolled()
    const pulled = await exchange(address, signed(other, helloOf(other)), { kind: 'bye' })
    expect(kindsOf(pulled)).toEqual(['welcome', 'roster', 'part', 'part', 'part', 'done'])
    const [part] = pulled.filter(message => message.kind === 'part')
    expect(part).toMatchObject({ feed: 1, picks: Array.from({ length: 64 }, (_, i) => i) })
    expect(part && encodeMessage(part.frame)).toEqual(frames[0] && encodeMessage(frames[0]))
    const { epoch } = await inDistrict(given.server, KENDAL, getHead)
    const from = {
      cursor: 128,
      cursorHash: chain.slice(0, 128).reduce<string | null>((before, { hash }) => feedDigest(before, hash), null),
      feedEpoch: epoch
    }
    const later = await exchange(address, signed(other, helloOf(other, from)), { kind: 'bye' })
    expect(kindsOf(later)).toEqual(['welcome', 'roster', 'part', 'done'])
  })

  it('[S1] notes when a desk is given what came in while its conversation went on', async () => {
    const { address, desk, enrolled, clock } = await setUp()
    const other = await enrolled()
    const talk = conversation(address)
    talk.say(signed(other, helloOf(other)))
    for (const kind of ['welcome', 'roster']) expect((await talk.next())?.kind).toBe(kind)
    clock.now += 60_000
    await exchange(address, signed(desk, helloOf(desk)), frameOf(desk, chainOf(desk, 3)), { kind: 'bye' })
    clock.now += 60_000
    talk.say({ kind: 'bye' })
    talk.end()
    expect(kindsOf(await talk.rest())).toEqual(['part', 'done'])
    const found = await inDistrict(given.server, KENDAL, inside => findDevice(inside, other.id))
    expect(found).toMatchObject({ handedAt: clock.now, lastSeenAt: clock.now - 120_000 })
  })

  it('[F17] [S3] says the same again when a frame is sent again, as after an answer that was lost', async () => {
    const { address, desk } = await setUp()
    const frame = frameOf(desk, chainOf(desk, 3))
    const cut = conversation(address)
    cut.say(signed(desk, helloOf(desk)))
    cut.say(frame)
    for (const kind of ['welcome', 'roster', 'own', 'verdicts']) expect((await cut.next())?.kind).toBe(kind)
    cut.cut()
    const heard = await exchange(address, signed(desk, helloOf(desk)), frame, { kind: 'bye' })
    expect(heard.find(({ kind }) => kind === 'verdicts')).toMatchObject({ verdicts: [1, 2, 3].map(feed => ({ kind: 'fed', feed })) })
    expect(heard.at(-1)).toEqual({ kind: 'done', head: 3 })
  })

  it('[S10] [P3] answers each frame, and gives its numbers, while the conversation goes on', async () => {
    const { address, desk } = await setUp()
    const chain = chainOf(desk, 2)
    const talk = conversation(address)
    talk.say(signed(desk, helloOf(desk)))
    expect(await talk.next()).toMatchObject({ kind: 'welcome', head: 0 })
    expect((await talk.next())?.kind).toBe('roster')
    talk.say(frameOf(desk, chain.slice(0, 1)))
    expect(await talk.next()).toMatchObject({ kind: 'own', feed: 1, count: 1, hash: chain[0]?.hash })
    expect(await talk.next()).toMatchObject({ kind: 'verdicts', verdicts: [{ kind: 'fed', feed: 1 }] })
    talk.say(frameOf(desk, chain.slice(1)))
    expect(await talk.next()).toMatchObject({ kind: 'own', feed: 2, count: 1, hash: chain[1]?.hash })
    expect(await talk.next()).toMatchObject({ kind: 'verdicts', verdicts: [{ kind: 'fed', feed: 2 }] })
    talk.cut()
  })

  it('[F20] [S4] gives a change that waited its number when what it waited for comes, and tells who is parked', async () => {
    const { address, desk, enrolled } = await setUp()
    const other = await enrolled()
    const needed = chainOf(other, 1)
    const frame = frameOf(desk, chainOf(desk, 1, [needed[0]?.change.id ?? '']))
    const first = await exchange(address, signed(desk, helloOf(desk)), frame, { kind: 'bye' })
    expect(first.find(({ kind }) => kind === 'verdicts')).toMatchObject({ verdicts: [{ kind: 'waiting' }] })
    const again = await exchange(address, signed(desk, helloOf(desk)), { kind: 'bye' })
    expect(again.find(({ kind }) => kind === 'parked')).toMatchObject({
      changes: [{ verdict: { kind: 'waiting', for: [needed[0]?.change.id] } }]
    })
    const heard = await exchange(address, signed(other, helloOf(other)), frameOf(other, needed), { kind: 'bye' })
    expect(heard.at(-1)).toEqual({ kind: 'done', head: 2 })
  })

  it('[D3] [W1] gives a desk that was put back all that is kept aside, however much, in messages that it can read', async () => {
    const { address, desk } = await setUp()
    const strangers = Array.from({ length: 600 }, () => randomBytes(40).toString('hex'))
    const chain = chainOf(desk, 50, strangers)
    const frames = chain.map(change => frameOf(desk, [change]))
    await exchange(address, signed(desk, helloOf(desk)), ...frames, { kind: 'bye' })
    const heard = await exchange(address, signed(desk, helloOf(desk, { epoch: 2 })), { kind: 'bye' })
    const told = heard.flatMap(message => (message.kind === 'parked' ? message.changes : []))
    expect(told.map(({ hash, frame }) => frame && hash)).toEqual(chain.map(({ hash }) => hash))
    expect(heard.at(-1)).toEqual({ kind: 'done', head: 0 })
  })

  it('[S1] hears another desk while one is told of much', async () => {
    const { address, desk, enrolled, logs } = await setUp()
    const other = await enrolled()
    const strangers = Array.from({ length: 600 }, () => randomBytes(40).toString('hex'))
    const frames = chainOf(desk, 50, strangers).map(change => frameOf(desk, [change]))
    await exchange(address, signed(desk, helloOf(desk)), ...frames, { kind: 'bye' })
    const talk = conversation(address)
    talk.say(signed(desk, helloOf(desk, { epoch: 2 })))
    talk.say({ kind: 'bye' })
    talk.end()
    for (let heard = await talk.next(); heard?.kind !== 'parked'; heard = await talk.next()) expect(heard).toBeDefined()
    expect((await exchange(address, signed(other, helloOf(other)), { kind: 'bye' })).at(-1)?.kind).toBe('done')
    expect((await talk.rest()).at(-1)?.kind).toBe('done')
    const answered = logs.flatMap(line => (line.includes('/v1/exchange') ? [JSON.parse(line).device] : []))
    expect(answered).toEqual([desk.id, other.id, desk.id])
  })

  it('sends the list of devices, signed by the district, only to who has an older one', async () => {
    const { address, desk } = await setUp()
    const [, roster] = await exchange(address, signed(desk, helloOf(desk)), { kind: 'bye' })
    if (roster?.kind !== 'roster') throw new Error('no roster')
    const { publicKey } = await inDistrict(given.server, KENDAL, getDistrict)
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' })
    expect(isRosterOf(KENDAL, roster, key)).toBe(true)
    expect(isRosterOf(BATANG, roster, key)).toBe(false)
    expect(roster.entries).toMatchObject([{ device: desk.id, code: 'A', isRevoked: false }])
    const again = await exchange(address, signed(desk, helloOf(desk, { roster: roster.version })), { kind: 'bye' })
    expect(kindsOf(again)).toEqual(['welcome', 'done'])
  })

  it('[S8] gives the feed a new epoch when a desk has seen what this server never had', async () => {
    const { address, desk } = await setUp()
    const { epoch } = await inDistrict(given.server, KENDAL, getHead)
    const seen = { cursor: 9, cursorHash: 'ab'.repeat(32), feedEpoch: epoch }
    const [welcome] = await exchange(address, signed(desk, helloOf(desk, seen)), { kind: 'bye' })
    expect(welcome).toMatchObject({ kind: 'welcome', extents: [] })
    expect((await inDistrict(given.server, KENDAL, getHead)).epoch).not.toBe(epoch)
  })

  it('[S8] begins the feed anew three times a day for one desk, and turns it away when it asks for more', async () => {
    const { address, desk, enrolled, clock, app: server } = await setUp()
    const epochNow = async () => (await inDistrict(given.server, KENDAL, getHead)).epoch
    const claim = async (who: FakeDesk) => {
      const seen = { cursor: 9, cursorHash: 'ab'.repeat(32), feedEpoch: await epochNow() }
      return (await exchange(address, signed(who, helloOf(who, seen)), { kind: 'bye' }))[0]
    }
    const epochs = new Set<string>()
    for (let i = 0; i < 3; i++) {
      expect(await claim(desk)).toMatchObject({ kind: 'welcome' })
      epochs.add(await epochNow())
    }
    expect(epochs.size).toBe(3)
    expect(await claim(desk)).toEqual({ kind: 'turned-away', reason: 'too-many' })
    expect(epochs).toContain(await epochNow())
    expect((await server.inject('/metrics')).body).toContain('loket_feed_renewals{district="33.24"} 3')
    const [honest] = await exchange(address, signed(desk, helloOf(desk, { feedEpoch: await epochNow() })), { kind: 'bye' })
    expect(honest).toMatchObject({ kind: 'welcome' })
    expect(await claim(await enrolled())).toMatchObject({ kind: 'welcome' })
    clock.now += 86_400_000
    expect(await claim(desk)).toMatchObject({ kind: 'welcome' })
  })

  it('[S8] begins the feed anew once when many desks find at the same time that it was put back', async () => {
    const { address, desk, enrolled } = await setUp()
    const { epoch } = await inDistrict(given.server, KENDAL, getHead)
    const desks = [desk, ...(await Promise.all(Array.from({ length: 7 }, () => enrolled())))]
    const seen = { cursor: 9, cursorHash: 'ab'.repeat(32), feedEpoch: epoch }
    const heard = await Promise.all(desks.map(one => exchange(address, signed(one, helloOf(one, seen)), { kind: 'bye' })))
    expect(new Set(heard.map(([welcome]) => welcome?.kind === 'welcome' && welcome.feedEpoch)).size).toBe(1)
    const devices = await inDistrict(given.server, KENDAL, listDevices)
    expect(devices.flatMap(({ renewals }) => JSON.parse(renewals))).toHaveLength(1)
  })

  it('[S11] lets one desk bring so much in a day and no more, tells it the feed all the same, and holds up no other', async () => {
    const { address, desk, enrolled, clock, app: server } = await setUp({ deviceDayBytes: 2_000 })
    const [other, chain] = [await enrolled(), chainOf(desk, 12)]
    const offer = (from: number) =>
      exchange(address, signed(desk, helloOf(desk)), frameOf(desk, chain.slice(from, from + 4)), { kind: 'bye' })
    expect((await offer(0)).at(-1)).toEqual({ kind: 'done', head: 4 })
    expect((await offer(4)).at(-1)).toEqual({ kind: 'done', head: 8 })
    const heard = await offer(8)
    expect(kindsOf(heard)).toEqual(['welcome', 'roster', 'part', 'part', 'turned-away'])
    expect(heard.at(-1)).toEqual({ kind: 'turned-away', reason: 'too-much' })
    const brought = Number(/loket_most_brought_bytes\{district="33.24"\} (\d+)/.exec((await server.inject('/metrics')).body)?.[1])
    expect(brought).toBeGreaterThan(2_000)
    const others = await exchange(address, signed(other, helloOf(other)), frameOf(other, chainOf(other, 1)), { kind: 'bye' })
    expect(others.at(-1)).toEqual({ kind: 'done', head: 9 })
    clock.now += 86_400_000
    expect((await offer(8)).at(-1)).toEqual({ kind: 'done', head: 13 })
  })

  it('[S11] leaves as much of a small disk to the others as one desk has brought', async () => {
    const free = { bytes: 1_000_000 }
    const { app: server, clock } = await testServer({ ...given.server, freeBytes: async () => free.bytes })
    app = server
    const address = await server.listen({ port: 0, host: '127.0.0.1' })
    const desk = fakeDesk()
    await askEnrol(server, enrolBody(desk, await makeEnrolmentCode(given.server, KENDAL, { now: clock.now, isAutoConfirm: true })))
    const chain = chainOf(desk, 8)
    const offer = (from: number) =>
      exchange(address, signed(desk, helloOf(desk)), frameOf(desk, chain.slice(from, from + 4)), { kind: 'bye' })
    await offer(0)
    free.bytes = 1_000
    expect((await offer(4)).at(-1)).toEqual({ kind: 'turned-away', reason: 'too-much' })
  })

  it('[P2] turns away, with a word, who may not speak', async () => {
    const { address, desk, enrolled } = await setUp()
    const reasonFor = async (...said: Parameters<typeof exchange>[1][]) => (await exchange(address, ...said)).at(-1)
    const turned = (reason: string) => expect.objectContaining({ kind: 'turned-away', reason })
    const recorded = signed(desk, helloOf(desk))
    await exchange(address, recorded, { kind: 'bye' })
    expect(await reasonFor(recorded)).toEqual(turned('replayed'))
    expect(await reasonFor(signed({ ...desk, privateKey: strangersKey() }, helloOf(desk)))).toEqual(turned('bad-signature'))
    expect(await reasonFor(signed(desk, helloOf(desk, { district: '33.99' })))).toEqual(turned('wrong-district'))
    expect(await reasonFor(signed(desk, helloOf(desk, { district: BATANG })))).toEqual(turned('unknown-device'))
    expect(await reasonFor(signed(desk, helloOf(desk, { protocol: 99 })))).toEqual(turned('protocol'))
    const stranger = fakeDesk()
    expect(await reasonFor(signed(stranger, helloOf(stranger)))).toEqual(turned('unknown-device'))
    const unconfirmed = await enrolled(false)
    expect(await reasonFor(signed(unconfirmed, helloOf(unconfirmed)))).toEqual(turned('unconfirmed'))
    await inDistrict(given.server, KENDAL, inside => setDeviceState(inside, desk.id, 'revoked', 1))
    expect(await reasonFor(signed(desk, helloOf(desk)))).toEqual(turned('revoked'))
  })

  it('[P2] tells a desk that was put back how far it has counted, also in the calls behind its last conversation', async () => {
    const { address, desk, app: server } = await setUp()
    const recorded = signed(desk, helloOf(desk))
    await exchange(address, recorded, { kind: 'bye' })
    for (let i = 0; i < 3; i++) expect((await call(server, desk, KENDAL, { method: 'GET', url: '/v1/files' })).statusCode).toBe(200)
    const { counter } = desk
    expect(await exchange(address, recorded)).toEqual([{ kind: 'turned-away', reason: 'replayed', counter }])
  })

  it('[P6] [W3] ends at what cannot be read, and keeps what was taken before it', async () => {
    const { address, desk, enrolled } = await setUp()
    const other = await enrolled()
    const chain = chainOf(desk, 2)
    const forged = frameOf(desk, chain.slice(1), other.privateKey)
    const heard = await exchange(address, signed(desk, helloOf(desk)), frameOf(desk, chain.slice(0, 1)), forged)
    expect(heard.at(-1)).toMatchObject({ kind: 'turned-away', reason: 'bad-signature' })
    expect((await inDistrict(given.server, KENDAL, getHead)).head).toBe(1)
    const last = async (...said: Parameters<typeof exchange>[1][]) => (await exchange(address, ...said)).at(-1)
    expect(await last(Buffer.from(`<html>${'Selamat datang di hotspot. '.repeat(9)}</html>`))).toMatchObject({
      kind: 'turned-away',
      reason: 'malformed'
    })
    expect(await last(Buffer.from([0xff, 0xff, 0xff, 0x7f]))).toMatchObject({ kind: 'turned-away', reason: 'too-large' })
    expect(await last(signed(desk, helloOf(desk)), Buffer.from([1, 0xee]))).toMatchObject({ kind: 'turned-away', reason: 'malformed' })
    expect(await exchange(address)).toEqual([])
  })

  it('waits for nobody who does not say who it is', async () => {
    const { address } = await setUp({ headersMs: 200 })
    const talk = conversation(address)
    expect(await talk.rest()).toEqual([])
  })

  it('keeps no long message of who has not said who it is', async () => {
    const { address, desk } = await setUp()
    const talk = conversation(address)
    talk.say(packed(new Uint8Array(8_000)).subarray(0, 6_000))
    expect(await talk.rest()).toEqual([{ kind: 'turned-away', reason: 'too-large' }])
    const chain = chainOf(
      desk,
      1,
      Array.from({ length: 600 }, () => randomBytes(40).toString('hex'))
    )
    const heard = await exchange(address, signed(desk, helloOf(desk)), frameOf(desk, chain), { kind: 'bye' })
    expect(kindsOf(heard)).toContain('verdicts')
  })

  it('takes no fifth conversation of one desk beside four', async () => {
    const { address, desk } = await setUp()
    const open = Array.from({ length: 4 }, () => conversation(address))
    for (const talk of open) {
      talk.say(signed(desk, helloOf(desk)))
      expect((await talk.next())?.kind).toBe('welcome')
    }
    const fifth = await exchange(address, signed(desk, helloOf(desk)))
    expect(fifth).toEqual([{ kind: 'turned-away', reason: 'too-many' }])
    for (const talk of open) talk.cut()
  })

  it('remembers when each desk spoke, and what its clocks said, with every frame', async () => {
    const { address, desk, clock, app: server } = await setUp()
    await exchange(address, signed(desk, helloOf(desk)), frameOf(desk, chainOf(desk, 1)), { kind: 'bye' })
    const seen = await inDistrict(given.server, KENDAL, inside => findDevice(inside, desk.id))
    expect(seen).toMatchObject({ lastSeenAt: clock.now, lastClock: JSON.stringify({ wall: 1_700_000_000_000, boot: 'boot', mono: 5 }) })
    const frames = await inDistrict(given.server, KENDAL, ({ trx }) =>
      trx.selectFrom('frame').selectAll().where('district', '=', KENDAL).execute()
    )
    expect(frames).toMatchObject([{ receivedAt: clock.now, clock: seen?.lastClock }])
    expect((await server.inject('/metrics')).body).toContain('loket_changes_total{district="33.24",verdict="fed"} 1')
  })

  it('serves twelve desks at once, each of which hears all that the others said', async () => {
    const { address, enrolled } = await setUp()
    const desks = await Promise.all(Array.from({ length: 12 }, () => enrolled()))
    await Promise.all(
      desks.map(desk => {
        const chain = chainOf(desk, 40)
        const frames = [0, 10, 20, 30].map(at => frameOf(desk, chain.slice(at, at + 10)))
        return exchange(address, signed(desk, helloOf(desk)), ...frames, { kind: 'bye' })
      })
    )
    const heard = await Promise.all(desks.map(desk => exchange(address, signed(desk, helloOf(desk)), { kind: 'bye' })))
    for (const messages of heard) {
      expect(messages.at(-1)).toEqual({ kind: 'done', head: 480 })
      const parts = messages.filter(message => message.kind === 'part')
      expect(parts.reduce((sum, { picks }) => sum + picks.length, 0)).toBe(480)
    }
  })
})
