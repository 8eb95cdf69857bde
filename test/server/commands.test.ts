import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { startServing } from '#server/cli/serve'
import { listenOf, placeOf } from '#server/config'
import { inDistrict } from '#server/database/inside'
import { openDatabase } from '#server/database/open'
import { noteBrought } from '#server/devices/brought.store'
import { noteRenewal } from '#server/devices/devices.store'
import { KENDAL } from './support/both-stores'
import { command } from './support/command'
import { enrolBody, type FakeDesk, fakeDesk, numberOnDesk } from './support/test-server'

describe('the settings', () => {
  it('keep data in a folder unless a database is named', () => {
    expect(placeOf({}, undefined)).toEqual({ kind: 'sqlite', folder: join(process.cwd(), 'district-data') })
    expect(placeOf({ DISTRICT_DATA: '/a' }, undefined)).toEqual({ kind: 'sqlite', folder: '/a' })
    expect(placeOf({ DATABASE_URL: 'postgres://x' }, undefined)).toEqual({ kind: 'postgres', url: 'postgres://x' })
    expect(placeOf({ DATABASE_URL: 'postgres://x' }, '/b')).toEqual({ kind: 'sqlite', folder: '/b' })
    expect(placeOf({ DISTRICT_DATA: '' }, undefined)).toEqual({ kind: 'sqlite', folder: join(process.cwd(), 'district-data') })
    expect(() => placeOf({ DISTRICT_DATA: '/a' }, '')).toThrow(/names no folder/)
  })
  it('listen on this machine alone without a certificate', () => {
    expect(listenOf({})).toEqual({ host: '127.0.0.1', port: 3324 })
    expect(listenOf({ DISTRICT_HOST: '', DISTRICT_PORT: '' })).toEqual({ host: '127.0.0.1', port: 3324 })
    expect(() => listenOf({ DISTRICT_HOST: '0.0.0.0' })).toThrow(/127\.0\.0\.1 only/)
    expect(() => listenOf({ DISTRICT_TLS_CERT: 'c' })).toThrow(/belong together/)
    expect(() => listenOf({ DISTRICT_PORT: 'http' })).toThrow(/no port/)
    const tls = { certFile: 'c', keyFile: 'k' }
    expect(listenOf({ DISTRICT_HOST: '0.0.0.0', DISTRICT_TLS_CERT: 'c', DISTRICT_TLS_KEY: 'k' })).toEqual({
      host: '0.0.0.0',
      port: 3324,
      tls
    })
  })
})

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

describe('the district server’s commands', () => {
  let env: Record<string, string>
  beforeEach(() => {
    const folder = mkdtempSync(join(tmpdir(), 'slrt-commands-'))
    folders.push(folder)
    env = { DISTRICT_DATA: join(folder, 'data'), DISTRICT_PORT: '0', LOKET_DISTRICT_FILE: join(folder, 'state/district.json') }
  })
  const serve = (said: string[] = []) =>
    startServing({ env, say: text => void said.push(text), log: () => undefined, now: () => Date.now() }, placeOf(env, undefined))
  const post = async (address: string, path: string, body: unknown) => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }
    const answer = await fetch(address + path, { method: 'POST', headers, body: JSON.stringify(body) })
    return answer.json()
  }
  const enrol = (address: string, desk: FakeDesk, code: string) => post(address, '/v1/enrol', enrolBody(desk, code))

  it('make the sample district the first time, where a desk on this machine finds it and joins at once', async () => {
    const said: string[] = []
    const server = await serve(said)
    const file = JSON.parse(readFileSync(env.LOKET_DISTRICT_FILE ?? '', 'utf8'))
    expect(file).toEqual({ version: 1, address: server.address, district: KENDAL, name: 'Kabupaten Kendal', code: expect.any(String) })
    expect(statSync(env.LOKET_DISTRICT_FILE ?? '').mode & 0o077).toBe(0)
    expect(said.join('\n')).toContain(file.code)
    expect(await enrol(file.address, fakeDesk(), file.code)).toMatchObject({ desk: 'A', state: 'active' })
    await vi.waitFor(() => expect(JSON.parse(readFileSync(env.LOKET_DISTRICT_FILE ?? '', 'utf8')).code).not.toBe(file.code), {
      timeout: 5_000
    })
    await server.stop()
    expect(() => readFileSync(env.LOKET_DISTRICT_FILE ?? '')).toThrow()
    const again = await serve()
    expect((await command(env, 'devices')).said).toMatch(/^A +active/)
    await again.stop()
  })

  it('refuse a second server on the same folder with a word, and let the administrator work beside the first', async () => {
    const server = await serve()
    await expect(serve()).rejects.toThrow(/already running/)
    const { said } = await command({}, '--data', env.DISTRICT_DATA ?? '', 'status')
    expect(said).toContain('33.24: 0 changes in the feed')
    await server.stop()
  })

  it('take a desk in by its number, show it, and shut it out', async () => {
    const server = await serve()
    const code = (await command(env, 'enrol-code')).said.split('\n')[0] ?? ''
    expect(code).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/)
    const desk = fakeDesk()
    const enrolled = await enrol(server.address, desk, code)
    expect((await command(env, 'confirm')).said).toContain('has shown no number yet')
    const nonce = { district: KENDAL, device: desk.id, nonce: desk.nonce }
    await post(server.address, '/v1/enrol/nonce', nonce)
    const number = numberOnDesk(desk, enrolled)
    expect((await command(env, 'confirm')).said).toContain(number)
    expect(await command(env, 'confirm', number === '000000' ? '111111' : '000000')).toMatchObject({ code: 1 })
    expect(await command(env, 'confirm', `${number.slice(0, 3)} ${number.slice(3)}`)).toEqual({ code: 0, said: 'Desk A (PC depan) is in.' })
    expect(await post(server.address, '/v1/enrol/nonce', nonce)).toEqual({ state: 'active' })
    await command(env, 'revoke', 'a')
    expect(await post(server.address, '/v1/enrol/nonce', nonce)).toEqual({ state: 'revoked' })
    expect((await command(env, 'revoke', 'Z')).said).toBe('there is no desk Z')
    await server.stop()
  })

  it('[S11] say which desk has brought more in a day than an office does, and release it', async () => {
    const server = await serve()
    const { code } = JSON.parse(readFileSync(env.LOKET_DISTRICT_FILE ?? '', 'utf8'))
    const desk = fakeDesk()
    await enrol(server.address, desk, code)
    const database = await openDatabase(placeOf(env, undefined))
    const bring = (bytes: number) => inDistrict(database, KENDAL, inside => noteBrought(inside, desk.id, bytes, Date.now()))
    await bring(100 * 2 ** 20)
    expect((await command(env, 'status')).said).not.toContain('has brought')
    await bring(924 * 2 ** 20)
    expect((await command(env, 'status')).said).toContain('desk A has brought 1.0 GB today')
    await bring(3 * 2 ** 30)
    expect((await command(env, 'status')).said).toContain('DESK A HAS BROUGHT 4.0 GB TODAY')
    expect((await command(env, 'release', 'a')).said).toContain('Desk A may speak again')
    expect((await command(env, 'status')).said).not.toMatch(/has brought/i)
    await database.close()
    await server.stop()
  })

  it('[S8] say which desk has made the feed begin anew too often, and release it', async () => {
    const server = await serve()
    const { code } = JSON.parse(readFileSync(env.LOKET_DISTRICT_FILE ?? '', 'utf8'))
    const desk = fakeDesk()
    await enrol(server.address, desk, code)
    expect((await command(env, 'release', 'A')).said).toBe('desk A is not stopped')
    const database = await openDatabase(placeOf(env, undefined))
    const renew = (now: number) => inDistrict(database, KENDAL, inside => noteRenewal(inside, desk.id, now))
    await renew(Date.now())
    expect((await command(env, 'status')).said).toContain(
      'desk A has seen more than this server holds: all desks took the feed anew, 1 time'
    )
    await renew(Date.now())
    await renew(Date.now())
    expect(await renew(Date.now())).toBe(false)
    expect((await command(env, 'status')).said).toContain('npm run district -- release A')
    expect(await command(env, 'release', 'A')).toMatchObject({ code: 0 })
    expect((await command(env, 'status')).said).not.toContain('anew')
    expect((await command(env, 'devices')).said).toMatch(/^A +active/)
    expect(await renew(Date.now())).toBe(true)
    await database.close()
    await server.stop()
  })

  it('make districts, and ask which is meant where there are several', async () => {
    expect((await command(env, 'enrol-code')).said).toMatch(/no district here yet/)
    expect(await command(env, 'init', '--district', '33.25', '--name', 'Kabupaten Batang')).toMatchObject({ code: 0 })
    expect((await command(env, 'init', '--district', '33.25', '--name', 'Batang')).said).toMatch(/already here/)
    expect((await command(env, 'init', '--district', 'Batang', '--name', 'Batang')).said).toMatch(/no code of a district/)
    await command(env, 'init', '--district', '33.26', '--name', 'Kabupaten Pekalongan')
    expect(await command(env, 'enrol-code')).toEqual({ code: 1, said: 'say which district: --district 33.25 or --district 33.26' })
    expect(await command(env, 'enrol-code', '--district', '33.26', '--desk', 'c')).toMatchObject({ code: 0 })
  })

  it('back up and restore', async () => {
    const server = await serve()
    const file = join(env.DISTRICT_DATA ?? '', 'copy.db')
    expect((await command(env, 'backup', file)).said).toContain('33.24: 0 changes, feed up to 0')
    expect((await command(env, 'restore', file)).said).toMatch(/already running/)
    await server.stop()
    expect(await command(env, 'restore', file)).toMatchObject({ code: 0 })
  })

  it('say what there is to say when they are not understood', async () => {
    expect(await command(env, 'nonsense')).toMatchObject({ code: 2, said: expect.stringContaining('enrol-code') })
    expect(await command(env, '--help')).toMatchObject({ code: 0 })
    expect(await command(env, 'revoke', '--help')).toEqual({
      code: 0,
      said: expect.stringMatching(/^npm run district -- revoke DESK [^\n]+$/)
    })
    expect(await command(env, 'frobnicate')).toEqual({ code: 2, said: expect.stringContaining('"frobnicate" is no command') })
    expect(await command(env, 'status', '--colour')).toMatchObject({ code: 1, said: expect.stringContaining('--colour') })
  })
})

it('names the district in the command to run next where there are several', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'slrt-several-'))
  const env = { DISTRICT_DATA: folder }
  const init = (code: string, name: string) => command(env, 'init', '--district', code, '--name', name)
  expect((await init('33.24', 'Kabupaten Kendal')).said).toMatch(/-- enrol-code$/)
  expect((await command(env, 'enrol-code')).said).toMatch(/-- confirm NUMBER$/)
  expect((await init('33.25', 'Kabupaten Batang')).said).toMatch(/-- enrol-code --district 33\.25$/)
  expect((await command(env, 'enrol-code', '--district', '33.24')).said).toMatch(/-- confirm NUMBER --district 33\.24$/)
  rmSync(folder, { recursive: true })
})
