import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import https from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { startServing } from '#server/cli/serve'
import { CERTIFICATE, CERTIFICATE_KEY } from './support/test-certificate'

const folder = mkdtempSync(join(tmpdir(), 'slrt-tls-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('speaks TLS 1.2 and later when it is given a certificate, and nothing else', async () => {
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  writeFileSync(cert, CERTIFICATE)
  writeFileSync(key, CERTIFICATE_KEY)
  const env = { DISTRICT_PORT: '0', DISTRICT_TLS_CERT: cert, DISTRICT_TLS_KEY: key, LOKET_DISTRICT_FILE: join(folder, 'd.json') }
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
