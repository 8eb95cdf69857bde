import { describe, expect, it } from 'vitest'
import { inDistrict } from '#server/database/inside'
import { nextDeskCode } from '#server/devices/desk-code'
import { listDevices, setDeviceState } from '#server/devices/devices.store'
import { DAY_MS, newEnrolmentCode, readEnrolmentCode, spokenCode } from '#server/devices/enrolment-code'
import { makeEnrolmentCode } from '#server/devices/make-code'
import { BATANG, KENDAL, onBothStores } from './support/both-stores'
import { askEnrol, askNonce, call, enrolBody, fakeDesk, numberOnDesk, testServer } from './support/test-server'

describe('an enrolment code', () => {
  it.each(['k7pq3-m9x2a', ' K7PQ3 M9X2A ', 'K7PQ3M9X2A'])('is read as it was meant: %s', text => {
    expect(readEnrolmentCode(text)).toBe('K7PQ3M9X2A')
  })
  it('forgives letters that look like digits', () => expect(readEnrolmentCode('OOOOO-IIlll')).toBe('0000011111'))
  it.each(['', 'K7PQ3-M9X2', 'K7PQ3-M9X2AA', 'K7PQ3-M9X2U', 'K7PQ3-M9X2!'])('is refused when it cannot be one: %s', text => {
    expect(readEnrolmentCode(text)).toBeUndefined()
  })
  it('survives being read aloud', () => {
    const code = newEnrolmentCode()
    expect(readEnrolmentCode(spokenCode(code))).toBe(code)
  })
})

it('gives desks the letters A to Z, then AA, and none twice', () => {
  const taken: string[] = []
  for (let n = 0; n < 28; n++) taken.push(nextDeskCode(taken))
  expect([taken[0], taken[25], taken[26], taken[27]]).toEqual(['A', 'Z', 'AA', 'AB'])
  expect(new Set(taken).size).toBe(28)
})

onBothStores('enrolment', given => {
  const setUp = async ({ isAutoConfirm = false } = {}) => {
    const test = await testServer(given.server)
    const code = await makeEnrolmentCode(given.server, KENDAL, { now: test.clock.now, isAutoConfirm })
    return { ...test, code }
  }
  const devices = () => inDistrict(given.server, KENDAL, listDevices)

  it('takes a desk in when both sides read the same number', async () => {
    const { app, code } = await setUp()
    const desk = fakeDesk()
    const answer = await askEnrol(app, enrolBody(desk, code))
    expect(answer.statusCode).toBe(200)
    const enrolled = answer.json()
    expect(enrolled).toMatchObject({ desk: 'A', state: 'unconfirmed', district: { code: KENDAL, name: 'Kabupaten Kendal' } })
    expect((await call(app, desk, KENDAL, { method: 'HEAD', url: `/v1/blobs/${'0'.repeat(64)}` })).statusCode).toBe(403)

    expect((await askNonce(app, KENDAL, desk)).json()).toEqual({ state: 'unconfirmed' })
    const [device] = await devices()
    expect(device?.checkNumber).toMatch(/^\d{6}$/)
    expect(numberOnDesk(desk, enrolled)).toBe(device?.checkNumber)

    await inDistrict(given.server, KENDAL, inside => setDeviceState(inside, desk.id, 'active', 1))
    expect((await askNonce(app, KENDAL, desk)).json()).toEqual({ state: 'active' })
    expect((await call(app, desk, KENDAL, { method: 'HEAD', url: `/v1/blobs/${'0'.repeat(64)}` })).statusCode).toBe(404)
  })

  it('shows another number when somebody in between has put in a key of their own', async () => {
    const { app, code } = await setUp()
    const [desk, thief] = [fakeDesk(), fakeDesk()]
    const enrolled = (await askEnrol(app, enrolBody(thief, code))).json()
    await askNonce(app, KENDAL, thief)
    const [device] = await devices()
    expect(numberOnDesk(desk, enrolled)).not.toBe(device?.checkNumber)
  })

  it('tells the state of a desk to nobody who lacks its nonce', async () => {
    const { app, code } = await setUp()
    const desk = fakeDesk()
    await askEnrol(app, enrolBody(desk, code))
    expect((await askNonce(app, KENDAL, { ...desk, nonce: 'ab'.repeat(32) })).statusCode).toBe(404)
    expect((await askNonce(app, BATANG, desk)).statusCode).toBe(404)
  })

  it('takes a desk in at once where the code says so', async () => {
    const { app, code } = await setUp({ isAutoConfirm: true })
    expect((await askEnrol(app, enrolBody(fakeDesk(), code))).json()).toMatchObject({ state: 'active' })
  })

  it('gives the same answer to a call whose answer was lost, and takes nobody in twice', async () => {
    const { app, code } = await setUp()
    const body = enrolBody(fakeDesk(), code)
    const first = await askEnrol(app, body, 'the same key')
    const second = await askEnrol(app, body, 'the same key')
    expect(second.json()).toEqual(first.json())
    expect(await devices()).toHaveLength(1)
    const other = await askEnrol(app, { ...body, name: 'PC lain' }, 'the same key')
    expect([other.statusCode, other.json()]).toEqual([409, { kind: 'key-reused' }])
  })

  it('takes one desk in for one code, also when two ask at once', async () => {
    const { app, code } = await setUp()
    const answers = await Promise.all([fakeDesk(), fakeDesk(), fakeDesk()].map(desk => askEnrol(app, enrolBody(desk, code))))
    expect(answers.map(answer => answer.statusCode).sort()).toEqual([200, 410, 410])
    expect(await devices()).toHaveLength(1)
  })

  it('lets a code die after five wrong guesses, and after a day', async () => {
    const { app, code, clock } = await setUp()
    const wrong = code.slice(0, 4) + (code.endsWith('000000') ? '111111' : '000000')
    for (let n = 0; n < 5; n++) expect((await askEnrol(app, enrolBody(fakeDesk(), wrong))).json()).toEqual({ kind: 'unknown-code' })
    expect((await askEnrol(app, enrolBody(fakeDesk(), code))).json()).toEqual({ kind: 'code-dead' })

    const other = await makeEnrolmentCode(given.server, KENDAL, { now: clock.now, isAutoConfirm: false })
    clock.now += DAY_MS
    expect((await askEnrol(app, enrolBody(fakeDesk(), other))).json()).toEqual({ kind: 'code-expired' })
  })

  it('refuses who has the code but not the key, and a desk that is already here', async () => {
    const { app, code, clock } = await setUp()
    const desk = fakeDesk()
    const body = enrolBody(desk, code)
    expect((await askEnrol(app, { ...body, publicKey: fakeDesk().publicKey })).json()).toEqual({ kind: 'bad-signature' })
    expect((await askEnrol(app, { ...body, publicKey: Buffer.from('no key').toString('base64') })).json()).toEqual({
      kind: 'bad-signature'
    })
    await askEnrol(app, body)
    const next = () => makeEnrolmentCode(given.server, KENDAL, { now: clock.now, isAutoConfirm: true })
    // nobody has confirmed it: it may ask again, and keeps its letter
    expect((await askEnrol(app, enrolBody(desk, await next()))).json()).toMatchObject({ desk: 'A', state: 'active' })
    // it has lost what it was told, or gave up as it was being confirmed
    expect((await askEnrol(app, enrolBody(desk, await next()))).json()).toMatchObject({ desk: 'A', state: 'active' })
    expect(await inDistrict(given.server, KENDAL, listDevices)).toHaveLength(1)
    expect((await askEnrol(app, enrolBody({ ...fakeDesk(), id: desk.id }, await next()))).json()).toEqual({ kind: 'device-known' })
    await inDistrict(given.server, KENDAL, inside => setDeviceState(inside, desk.id, 'revoked', 1))
    expect((await askEnrol(app, enrolBody(desk, await next()))).json()).toEqual({ kind: 'device-known' })
  })

  it('leaves a desk that was set up alone its letter, and spends no code on one that cannot have it', async () => {
    const { app, clock } = await setUp()
    const codeFor = (deskCode: string | null) =>
      makeEnrolmentCode(given.server, KENDAL, { now: clock.now, isAutoConfirm: true, ...(deskCode && { deskCode }) })
    const ask = async (code: string, letter: string) => (await askEnrol(app, { ...enrolBody(fakeDesk(), code), letter })).json()
    expect(await ask(await codeFor(null), 'C')).toMatchObject({ desk: 'C', state: 'active' })
    const code = await codeFor(null)
    expect(await ask(code, 'C')).toEqual({ kind: 'desk-taken' })
    expect(await ask(code, 'B')).toMatchObject({ desk: 'B' })
    expect(await ask(await codeFor('D'), 'E')).toEqual({ kind: 'desk-other' })
  })

  it('finds the district by the code alone, and gives each district its own letters', async () => {
    const { app, clock } = await setUp()
    for (const district of [KENDAL, BATANG]) {
      const code = await makeEnrolmentCode(given.server, district, { now: clock.now, isAutoConfirm: false })
      expect((await askEnrol(app, enrolBody(fakeDesk(), code))).json()).toMatchObject({ desk: 'A', district: { code: district } })
    }
  })
})
