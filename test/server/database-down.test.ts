import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { faultWord } from '#server/database/fault-word'
import { inDistrict } from '#server/database/inside'
import { openDatabase } from '#server/database/open'
import { databaseFile } from '#server/database/sqlite'
import { makeEnrolmentCode } from '#server/devices/make-code'
import { makeDistrict } from '#server/districts/make-district'
import { type Postgres, startPostgres } from '#test/support/postgres'
import { KENDAL } from './support/both-stores'
import { command } from './support/command'
import { chainOf, conversation, frameOf, helloOf, signed } from './support/conversation'
import { askEnrol, askNonce, enrolBody, fakeDesk, testServer } from './support/test-server'

let postgres: Postgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.stop())

const givenDistrict = async () => {
  const url = await postgres.freshUrlAsOwner()
  const server = await openDatabase({ kind: 'postgres', url })
  await makeDistrict(server, { code: KENDAL, name: 'Kabupaten Kendal', isSample: false }, 0)
  return { url, server }
}

const asSuperuser = async (url: string, ...statements: string[]) => {
  const superuser = new pg.Client({ connectionString: url.replace('plain_owner', 'postgres') })
  await superuser.connect()
  for (const statement of statements) await superuser.query(statement)
  await superuser.end()
}

it('a server on a database that may only be read says so instead of serving, and is not well', async () => {
  const { url, server } = await givenDistrict()
  const { app } = await testServer(server)
  expect((await app.inject('/healthz')).statusCode).toBe(200)
  await server.close()
  await asSuperuser(url, `alter database ${new URL(url).pathname.slice(1)} set default_transaction_read_only = on`)
  const env = { DATABASE_URL: url, DISTRICT_PORT: '0' }
  expect(await command(env, 'serve')).toEqual({ code: 1, said: expect.stringContaining('may only be read') })
  expect(await command(env, 'enrol-code')).toEqual({ code: 1, said: expect.stringContaining('may only be read') })
  expect(await command(env, 'status')).toMatchObject({ code: 0 })
  const standby = await openDatabase({ kind: 'postgres', url })
  const health = await testServer(standby)
  const answer = await health.app.inject('/healthz')
  expect([answer.statusCode, answer.json()]).toEqual([503, { kind: 'read-only' }])
  expect((await health.app.inject('/metrics')).body).toContain('loket_database_up 0')
  await standby.close()
})

it('a server whose folder was taken away is not well', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'slrt-district-'))
  const server = await openDatabase({ kind: 'sqlite', folder })
  await makeDistrict(server, { code: KENDAL, name: 'Kabupaten Kendal', isSample: false }, 0)
  const { app } = await testServer(server)
  expect((await app.inject('/healthz')).statusCode).toBe(200)
  // as when its disk is unmounted, or another folder is mounted over it: what is written then is found by nobody
  rmSync(databaseFile(folder))
  const answer = await app.inject('/healthz')
  expect([answer.statusCode, answer.json()]).toEqual([503, { kind: 'no-database' }])
  expect((await app.inject('/metrics')).body).toContain('loket_database_up 0')
  await server.close()
  rmSync(folder, { recursive: true })
})

it('a server whose database is gone says that it cannot serve now, in every call', async () => {
  const own = await startPostgres()
  const server = await openDatabase({ kind: 'postgres', url: await own.freshUrl() })
  await makeDistrict(server, { code: KENDAL, name: 'Kabupaten Kendal', isSample: false }, 0)
  const { app } = await testServer(server)
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  await own.stop()
  const desk = fakeDesk()
  const asked = await askNonce(app, KENDAL, desk)
  expect([asked.statusCode, asked.json()]).toEqual([503, { kind: 'no-database', reference: expect.any(String) }])
  const answer = await fetch(`${address}/v1/exchange`, { method: 'POST', body: Buffer.from(signed(desk, helloOf(desk))) })
  expect(answer.status).toBe(503)
  const talk = conversation(address)
  talk.say(signed(desk, helloOf(desk)))
  expect(await talk.rest()).toEqual([])
  await app.close()
  await server.close()
})

it('a server whose database is restarted while a transaction is under way goes on with the next one', async () => {
  const { url, server } = await givenDistrict()
  const broken = inDistrict(server, KENDAL, async ({ trx }) => {
    await asSuperuser(
      url,
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`
    )
    // the word of it has come before anything more is asked of the connection
    await new Promise(setImmediate)
    return trx.selectFrom('feed').selectAll().execute()
  })
  expect(faultWord(await broken.catch(error => error))).toContain('does not answer')
  expect(await inDistrict(server, KENDAL, ({ trx }) => trx.selectFrom('feed').select('last').execute())).toEqual([{ last: 0 }])
  await server.close()
})

it('a server whose database has no room left says so to the desk and to whoever watches it, until there is room', async () => {
  const { url, server } = await givenDistrict()
  const { app, clock, logs } = await testServer(server)
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const desk = fakeDesk()
  await askEnrol(app, enrolBody(desk, await makeEnrolmentCode(server, KENDAL, { now: clock.now, isAutoConfirm: true })))
  const frame = frameOf(desk, chainOf(desk, 3))
  const push = () => {
    const talk = conversation(address)
    for (const message of [signed(desk, helloOf(desk)), frame, { kind: 'bye' } as const]) talk.say(message)
    talk.end()
    return talk.rest()
  }
  await asSuperuser(
    url,
    `create function full_disk() returns trigger language plpgsql as $$ begin raise exception 'full' using errcode = '53100'; end $$`,
    'create trigger full_disk before insert on change execute function full_disk()'
  )
  expect((await push()).at(-1)).toEqual({ kind: 'turned-away', reason: 'too-many' })
  const full = await app.inject('/healthz')
  expect([full.statusCode, full.json()]).toEqual([503, { kind: 'disk-full' }])
  expect((await app.inject('/metrics')).body).toContain('loket_database_up 0')
  expect(logs.join('')).toContain('53100')
  await asSuperuser(url, 'drop trigger full_disk on change')
  expect((await push()).at(-1)).toEqual({ kind: 'done', head: 3 })
  expect((await app.inject('/healthz')).statusCode).toBe(200)
  await app.close()
  await server.close()
})
