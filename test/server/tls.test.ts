import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import https from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import tls from 'node:tls'
import { afterAll, expect, it, vi } from 'vitest'
import { buildApp } from '#server/app'
import { runCommand } from '#server/cli/run'
import { startServing } from '#server/cli/serve'
import { openDatabase } from '#server/database/open'
import { LIMITS } from '#server/limits'
import { command } from './support/command'
import { CERTIFICATE, CERTIFICATE_KEY, OTHER_CERTIFICATE, OTHER_CERTIFICATE_KEY } from './support/test-certificate'

const folder = mkdtempSync(join(tmpdir(), 'slrt-tls-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('speaks TLS 1.2 and later when it is given a certificate, and nothing else', async () => {
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  writeFileSync(cert, CERTIFICATE)
  writeFileSync(key, CERTIFICATE_KEY)
  const env = { DISTRICT_PORT: '0', DISTRICT_TLS_CERT: cert, DISTRICT_TLS_KEY: key, LOKET_DISTRICT_FILE: join(folder, 'd.json') }
  await command(env, 'init', '--district', '33.24', '--name', 'Kabupaten Kendal', '--data', join(folder, 'data'))
  const shell = { env, say: () => undefined, log: () => undefined, now: () => Date.now() }
  const server = await startServing(shell, { kind: 'sqlite', folder: join(folder, 'data') })
  expect(server.address).toMatch(/^https:/)
  const status = (options: https.RequestOptions) =>
    new Promise((resolve, reject) => {
      https
        .get(`${server.address}/healthz`, { ca: CERTIFICATE, agent: false, ...options }, answer => resolve(answer.statusCode))
        .on('error', reject)
    })
  expect(await status({})).toBe(200)
  expect(await status({ maxVersion: 'TLSv1.2' })).toBe(200)
  await expect(status({ minVersion: 'TLSv1', maxVersion: 'TLSv1.1' })).rejects.toThrow()
  await expect(fetch(server.address.replace('https', 'http'))).rejects.toThrow()
  await server.stop()
})

it('takes a renewed certificate into use while it runs, and goes on with the old one while half of it is written', async () => {
  const [certFile, keyFile] = [join(folder, 'renewed.pem'), join(folder, 'renewed-key.pem')]
  writeFileSync(certFile, CERTIFICATE)
  writeFileSync(keyFile, CERTIFICATE_KEY)
  const server = await openDatabase({ kind: 'sqlite', folder: join(folder, 'renewed') })
  const limits = { ...LIMITS, certificateMs: 10 }
  const app = await buildApp({ server, now: () => Date.now(), limits, log: { write: () => undefined }, tls: { certFile, keyFile } })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as { port: number }
  const shown = () =>
    new Promise<string>((resolve, reject) => {
      const socket = tls.connect({ port, host: '127.0.0.1', rejectUnauthorized: false }, () => {
        resolve(String(socket.getPeerCertificate().subject.CN))
        socket.destroy()
      })
      socket.on('error', reject)
    })
  expect(await shown()).toBe('localhost')
  writeFileSync(certFile, OTHER_CERTIFICATE)
  expect(await shown()).toBe('localhost')
  writeFileSync(keyFile, OTHER_CERTIFICATE_KEY)
  await vi.waitFor(async () => expect(await shown()).toBe('lain.invalid'), { timeout: 5_000 })
  await app.close()
  await server.close()
})

it('says when the certificate runs out, louder the nearer that is', async () => {
  const [certFile, keyFile] = [join(folder, 'ending.pem'), join(folder, 'ending-key.pem')]
  writeFileSync(certFile, CERTIFICATE)
  writeFileSync(keyFile, CERTIFICATE_KEY)
  const end = Date.UTC(2126, 9, 29, 1, 48, 33)
  const server = await openDatabase({ kind: 'sqlite', folder: join(folder, 'ending') })
  const app = await buildApp({ server, now: () => Date.now(), limits: LIMITS, log: { write: () => undefined }, tls: { certFile, keyFile } })
  expect((await app.inject('/metrics')).body).toContain(`loket_certificate_expires_timestamp_seconds ${end / 1_000}\n`)
  await app.close()
  await server.close()
  const statusAt = async (now: number, file: string) => {
    const said: string[] = []
    const env = { DISTRICT_DATA: join(folder, 'ending'), DISTRICT_TLS_CERT: file }
    expect(await runCommand({ env, say: text => void said.push(text), log: () => undefined, now: () => now }, ['status'])).toBe(0)
    return said.at(-1)
  }
  const DAY = 86_400_000
  expect(await statusAt(end - 60 * DAY, certFile)).toBe('certificate: until 2126-10-29')
  expect(await statusAt(end - 1.5 * DAY, certFile)).toBe(
    'THE CERTIFICATE RUNS OUT ON 2126-10-29, in 1 day: renew it, or no desk speaks with this server'
  )
  expect(await statusAt(end + DAY, certFile)).toBe(
    'THE CERTIFICATE RAN OUT ON 2126-10-29: no desk speaks with this server until it is renewed'
  )
  expect(await statusAt(end, join(folder, 'gone.pem'))).toContain('CANNOT BE READ')
})
