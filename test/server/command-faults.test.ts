import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startServing } from '#server/cli/serve'
import { placeOf } from '#server/config'
import { inDistrict } from '#server/database/inside'
import { openDatabase } from '#server/database/open'
import { type Device, listDevices } from '#server/devices/devices.store'
import { command } from './support/command'
import { fillEveryTable } from './support/fill-tables'
import { CERTIFICATE, CERTIFICATE_KEY } from './support/test-certificate'

describe('a command that cannot do its work', () => {
  let folder: string
  let env: Record<string, string>
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'slrt-faults-'))
    env = { DISTRICT_DATA: join(folder, 'data'), DISTRICT_PORT: '0', LOKET_DISTRICT_FILE: join(folder, 'state/district.json') }
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const database = () => join(env.DISTRICT_DATA ?? '', 'district.db')
  const refused = (text: string) => ({ code: 1, said: expect.stringContaining(text) })
  const init = (code = '33.25') => command(env, 'init', '--district', code, '--name', 'Kabupaten Batang')

  it('says that the database is damaged, and how one is put back', async () => {
    await init()
    writeFileSync(database(), 'no database at all, but long enough to be looked at as if it were one')
    expect(await command(env, 'status')).toEqual(refused(`${database()}: it is damaged`))
    expect(await command(env, 'serve')).toEqual(refused('restore FILE'))
  })

  it('says so where a file stands in the place of the folder', async () => {
    writeFileSync(env.DISTRICT_DATA ?? '', '')
    expect(await command(env, 'status')).toEqual(refused(env.DISTRICT_DATA ?? ''))
    expect(await command(env, 'serve')).toEqual(refused(env.DISTRICT_DATA ?? ''))
  })

  it('says that the database does not answer, and nothing of what its address holds', async () => {
    const { code, said } = await command({ ...env, DATABASE_URL: 'postgres://u:sesame@127.0.0.1:1/x' }, 'status')
    expect({ code, said }).toEqual(refused('does not answer'))
    expect(said).not.toContain('sesame')
    expect(await command({ ...env, DATABASE_URL: 'mysql://u:sesame@127.0.0.1:1/x' }, 'status')).toEqual(refused('DATABASE_URL'))
  })

  it('begins no sample in the place of a district whose disk is not mounted', async () => {
    await init()
    const log = { say: () => undefined, log: () => undefined, now: () => Date.now() }
    await (await startServing({ env, ...log }, placeOf(env, undefined))).stop()
    const mounted = `${env.DISTRICT_DATA}.elsewhere`
    renameSync(env.DISTRICT_DATA ?? '', mounted)
    expect(await command(env, 'serve')).toEqual(refused('mount its disk'))
    expect(existsSync(database())).toBe(false)
    rmSync(env.DISTRICT_DATA ?? '', { recursive: true, force: true })
    renameSync(mounted, env.DISTRICT_DATA ?? '')
    await (await startServing({ env, ...log }, placeOf(env, undefined))).stop()
  })

  it('says that the port is taken, and lets go of the folder', async () => {
    await init()
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise(resolve => other.once('listening', resolve))
    const { port } = other.address() as { port: number }
    expect(await command({ ...env, DISTRICT_PORT: String(port) }, 'serve')).toEqual(refused(`127.0.0.1:${port}`))
    other.close()
    const log = { say: () => undefined, log: () => undefined, now: () => Date.now() }
    await (await startServing({ env, ...log }, placeOf(env, undefined))).stop()
  })

  it('says which file of a certificate is missing or is none', async () => {
    await init()
    const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
    const withTls = { ...env, DISTRICT_TLS_CERT: cert, DISTRICT_TLS_KEY: key }
    expect(await command(withTls, 'serve')).toEqual(refused(cert))
    writeFileSync(cert, 'none')
    writeFileSync(key, 'none')
    expect(await command(withTls, 'serve')).toEqual(refused('DISTRICT_TLS_CERT'))
  })

  it('makes no district by itself where others can reach it: the disk with the data may not be there yet', async () => {
    const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
    writeFileSync(cert, CERTIFICATE)
    writeFileSync(key, CERTIFICATE_KEY)
    const withTls = { ...env, DISTRICT_TLS_CERT: cert, DISTRICT_TLS_KEY: key }
    expect(await command(withTls, 'serve')).toEqual(refused(`there is no district in ${env.DISTRICT_DATA}`))
    expect(existsSync(env.DISTRICT_DATA ?? '')).toBe(false)
  })

  it('makes no sample where a district was wanted and was not made', async () => {
    expect(await init('33')).toEqual(refused('no code of a district'))
    const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
    writeFileSync(cert, CERTIFICATE)
    writeFileSync(key, CERTIFICATE_KEY)
    expect(await command({ ...env, DISTRICT_TLS_CERT: cert, DISTRICT_TLS_KEY: key }, 'serve')).toEqual(
      refused('`npm run district -- init`')
    )
    expect((await command(env, 'status')).said).not.toContain('33.24')
  })

  it('names the district that is not here, and says when there is no desk yet', async () => {
    await init()
    expect(await command(env, 'enrol-code', '--district', '33.99')).toEqual(refused('there is no district 33.99 here: --district 33.25'))
    expect(await command(env, 'access-log')).toEqual({ code: 0, said: 'No desk has been taken in yet.' })
  })

  it('says that an address of a database is none', async () => {
    expect(await command({ ...env, DATABASE_URL: 'postgres://u@127.0.0.1:port/x' }, 'status')).toEqual(
      refused('DATABASE_URL does not name')
    )
  })

  it('says where a backup cannot be written, and leaves nothing half-written', async () => {
    await init()
    expect(await command(env, 'backup', join(folder, 'nowhere/copy.db'))).toEqual(refused(join(folder, 'nowhere/copy.db')))
    expect(existsSync(join(folder, 'nowhere'))).toBe(false)
  })

  it('refuses a backup of a newer version by its own name, and leaves nothing beside the data', async () => {
    await init()
    const file = join(folder, 'copy.db')
    await command(env, 'backup', file)
    const raw = new SqliteFile(file)
    raw.pragma('user_version = 99')
    raw.close()
    expect(await command(env, 'restore', file)).toEqual({ code: 1, said: `${file} was written by a newer version of this program` })
    expect(readdirSync(env.DISTRICT_DATA ?? '')).toEqual(['district.db'])
  })

  it('takes nothing over from a restore or a backup that the power has cut off', async () => {
    await init()
    const file = join(folder, 'copy.db')
    await command(env, 'backup', file)
    await init('33.26')
    // what was under way: a newer copy of the data, and changes that are not in its file yet
    for (const cut of [`${database()}.restoring`, `${join(folder, 'again.db')}.unfinished`]) {
      const raw = new SqliteFile(cut)
      raw.exec('pragma journal_mode = wal; create table junk (n); insert into junk values (1)')
      for (const part of ['', '-wal']) writeFileSync(`${cut}.kept${part}`, readFileSync(`${cut}${part}`))
      raw.close()
      for (const part of ['', '-wal']) writeFileSync(`${cut}${part}`, readFileSync(`${cut}.kept${part}`))
    }
    expect(await command(env, 'restore', file)).toMatchObject({ code: 0 })
    expect(await command(env, 'status')).toEqual({ code: 0, said: expect.stringContaining('33.25') })
    expect(await command(env, 'backup', join(folder, 'again.db'))).toMatchObject({ code: 0 })
  })

  it('opens nothing where the power went in the middle of a restore, until that is done again', async () => {
    await init()
    const file = join(folder, 'copy.db')
    await command(env, 'backup', file)
    // the data were set aside, what belongs to them was not yet, nothing is in their place
    renameSync(database(), `${database()}.before-restore-1`)
    writeFileSync(`${database()}-wal`, 'of the data before')
    expect(await command(env, 'serve')).toEqual(refused('run it again'))
    expect(await command(env, 'restore', file)).toMatchObject({ code: 0 })
    expect(readFileSync(`${database()}.before-restore-1-wal`, 'utf8')).toBe('of the data before')
    expect(await command(env, 'status')).toEqual({ code: 0, said: expect.stringContaining('33.25') })
  })

  it('makes no code for a letter that another desk has', async () => {
    await init()
    const server = await openDatabase(placeOf(env, undefined))
    await fillEveryTable(server, '33.25')
    const [{ code }] = (await inDistrict(server, '33.25', listDevices)) as [Device]
    await server.close()
    expect(await command(env, 'enrol-code', '--desk', code)).toEqual(refused(`there is a desk ${code} already`))
  })

  it('refuses more than it knows what to do with, and a letter that is none', async () => {
    await init()
    expect(await command(env, 'enrol-code', 'B')).toEqual(refused('"B" is not understood'))
    expect(await command(env, 'revoke', 'A', 'B')).toEqual(refused('"B" is not understood'))
    expect(await command(env, 'status', 'now')).toEqual(refused('"now" is not understood'))
    expect(await command(env, 'status', '--now')).toMatchObject({
      code: 1,
      said: expect.stringMatching(/^Unknown option '--now': see .*--help\s*$/)
    })
    expect(await command(env, 'enrol-code', '--desk', 'loket 2')).toEqual(refused('one or two letters'))
    expect(await command(env, 'enrol-code', '--desk', '')).toEqual(refused('one or two letters'))
  })

  it('makes no database where it was only asked about one', async () => {
    const missing = join(folder, 'mistyped')
    for (const asked of [['status'], ['enrol-code'], ['backup', join(folder, 'copy.db')]])
      expect(await command(env, ...asked, '--data', missing)).toEqual(refused(missing))
    expect(existsSync(missing)).toBe(false)
  })

  it('keeps what holds keys and personal data from other users of the machine', async () => {
    await init()
    const file = join(folder, 'copy.db')
    await command(env, 'backup', file)
    for (const path of [env.DISTRICT_DATA ?? '', file]) expect(statSync(path).mode & 0o077).toBe(0)
  })
})

it('does not wait for ever for a database that takes a connection and says nothing', { timeout: 20_000 }, async () => {
  const silent = createServer().listen(0, '127.0.0.1')
  await new Promise(resolve => silent.once('listening', resolve))
  const { port } = silent.address() as { port: number }
  expect(await command({ DATABASE_URL: `postgres://u:sesame@127.0.0.1:${port}/x` }, 'status')).toEqual({
    code: 1,
    said: 'the database of DATABASE_URL does not answer: try again'
  })
  silent.close()
})
