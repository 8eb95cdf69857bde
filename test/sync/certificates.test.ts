import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import tls from 'node:tls'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { setHere } from '#main/sync/here.store'
import { startServing } from '#server/cli/serve'
import { openDatabase } from '#server/database/open'
import { makeEnrolmentCode } from '#server/devices/make-code'
import { makeDistrict } from '#server/districts/make-district'
import { problem, testDesk, value } from '#test/support/test-desk'
import {
  CERTIFICATE,
  CERTIFICATE_KEY,
  EXPIRED_CERTIFICATE,
  OTHER_CERTIFICATE,
  OTHER_CERTIFICATE_KEY
} from '../server/support/test-certificate'
import { KENDAL } from './support/district'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** A district server that shows this certificate, with a code for a desk. */
async function districtWith(cert: string, key: string) {
  const folder = mkdtempSync(join(tmpdir(), 'slrt-tls-'))
  const [certFile, keyFile] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  writeFileSync(certFile, cert)
  writeFileSync(keyFile, key)
  const env = {
    DISTRICT_PORT: '0',
    DISTRICT_TLS_CERT: certFile,
    DISTRICT_TLS_KEY: keyFile,
    LOKET_DISTRICT_FILE: join(folder, 'd.json')
  }
  const shell = { env, say: () => undefined, log: () => undefined, now: () => Date.now() }
  const place = { kind: 'sqlite', folder: join(folder, 'data') } as const
  const database = await openDatabase(place)
  await makeDistrict(database, { code: KENDAL, name: 'Kabupaten Kendal', isSample: false }, Date.now())
  const code = await makeEnrolmentCode(database, KENDAL, { now: Date.now(), isAutoConfirm: true })
  await database.close()
  const running = await startServing(shell, place)
  ends.push(
    () => rmSync(folder, { recursive: true, force: true }),
    () => running.stop()
  )
  return { server: running.address, code }
}

describe('a desk that is shown a certificate', () => {
  // as if public authorities had made these two
  beforeAll(() => tls.setDefaultCACertificates([EXPIRED_CERTIFICATE, OTHER_CERTIFICATE]))

  it.each([
    ['that has run out', EXPIRED_CERTIFICATE, OTHER_CERTIFICATE_KEY, 'certificate-not-now'],
    ['for another address', OTHER_CERTIFICATE, OTHER_CERTIFICATE_KEY, 'certificate-other-name'],
    ['that nobody vouches for', CERTIFICATE, CERTIFICATE_KEY, 'certificate-unknown']
  ])('%s says so when it joins and when it sends, and calls it no fault of the line or of its own', async (_, cert, key, kind) => {
    const { server, code } = await districtWith(cert, key)
    const desk = await testDesk({ officer: 'manager', isOwn: true })
    expect(problem(await desk.api.sync.join({ server, code }))).toEqual({ kind })
    // the district gets another certificate after the desk has joined
    await setHere(desk.desk.db, {
      server,
      district: KENDAL,
      districtKey: desk.desk.author.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
    })
    expect(value(await desk.api.sync.sendNow({})).problem).toEqual({ kind })
    expect(desk.reported).toEqual([])
  })
})

it('calls what does not speak TLS no district server', async () => {
  const plain = net.createServer(socket => socket.end('HTTP/1.0 302 Found\r\nLocation: http://login.invalid/\r\n\r\n'))
  await new Promise<void>(resolve => plain.listen(0, '127.0.0.1', resolve))
  ends.push(() => plain.close())
  const { port } = plain.address() as net.AddressInfo
  const desk = await testDesk({ officer: 'manager', isOwn: true })
  const joined = await desk.api.sync.join({ server: `https://127.0.0.1:${port}`, code: '12345-67890' })
  expect(problem(joined)).toEqual({ kind: 'not-the-server' })
  expect(desk.reported).toEqual([])
})
