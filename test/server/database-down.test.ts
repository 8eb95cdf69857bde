import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase } from '#server/database/open'
import { databaseFile } from '#server/database/sqlite'
import { makeDistrict } from '#server/districts/make-district'
import { type Postgres, startPostgres } from '#test/support/postgres'
import { KENDAL } from './support/both-stores'
import { command } from './support/command'
import { conversation, helloOf, signed } from './support/conversation'
import { askNonce, fakeDesk, testServer } from './support/test-server'

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

it('a server on a database that may only be read says so instead of serving, and is not well', async () => {
  const { url, server } = await givenDistrict()
  const { app } = await testServer(server)
  expect((await app.inject('/healthz')).statusCode).toBe(200)
  await server.close()
  const superuser = new pg.Client({ connectionString: url.replace('plain_owner', 'postgres') })
  await superuser.connect()
  await superuser.query(`alter database ${new URL(url).pathname.slice(1)} set default_transaction_read_only = on`)
  await superuser.end()
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
