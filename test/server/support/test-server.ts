import { createHash, generateKeyPairSync, type KeyObject, randomBytes, randomUUID, sign } from 'node:crypto'
import { buildApp } from '#server/app'
import type { Database } from '#server/database/place'
import type { App } from '#server/http'
import { LIMITS, type Limits } from '#server/limits'
import { checkNumber, checkText, type Enrolled, enrolText } from '#shared/sync/enrolment'
import { authorization, requestText } from '#wire/signed-request'

export type TestServer = { app: App; logs: string[]; clock: { now: number } }

/** The server's HTTP interface on an open database, at a time of its own. */
export async function testServer(server: Database, limits: Partial<Limits> = {}): Promise<TestServer> {
  const logs: string[] = []
  const clock = { now: 1_700_000_000_000 }
  const log = { write: (line: string) => void logs.push(line) }
  return { app: await buildApp({ server, now: () => clock.now, limits: { ...LIMITS, ...limits }, log }), logs, clock }
}

export type FakeDesk = { id: string; publicKey: string; privateKey: KeyObject; nonce: string; counter: number }

export function fakeDesk(): FakeDesk {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const spki = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  return { id: randomUUID(), publicKey: spki, privateKey, nonce: randomBytes(32).toString('hex'), counter: 0 }
}

/** What a desk sends to be enrolled. */
export function enrolBody(desk: FakeDesk, code: string) {
  const asked = { code, device: desk.id, publicKey: desk.publicKey, nonceHash: createHash('sha256').update(desk.nonce).digest('hex') }
  return { ...asked, name: 'PC depan', signature: sign(null, Buffer.from(enrolText(asked)), desk.privateKey).toString('base64') }
}

export const askEnrol = (app: App, body: unknown, key: string = randomUUID()) =>
  app.inject({ method: 'POST', url: '/v1/enrol', headers: { 'idempotency-key': key }, payload: body as object })

export const askNonce = (app: App, district: string, desk: FakeDesk) =>
  app.inject({ method: 'POST', url: '/v1/enrol/nonce', payload: { district, device: desk.id, nonce: desk.nonce } })

/** The number that the desk's screen shows. */
export function numberOnDesk(desk: FakeDesk, { district, serverNonce }: Enrolled): string {
  const sides = {
    district: district.code,
    districtKey: district.publicKey,
    serverNonce,
    device: desk.id,
    deviceKey: desk.publicKey,
    nonce: desk.nonce
  }
  return checkNumber(createHash('sha256').update(checkText(sides)).digest())
}

type Call = { method: 'GET' | 'HEAD' | 'PUT'; url: string; body?: Uint8Array; headers?: Record<string, string> }

/** The headers of a request as a desk signs it, with its next counter. */
export function signedBy(desk: FakeDesk, district: string, { method, url, body = new Uint8Array(), headers = {} }: Call) {
  const counter = ++desk.counter
  const text = requestText({ district, device: desk.id, counter }, method, url, body)
  const signature = sign(null, Buffer.from(text), desk.privateKey)
  const type = method === 'PUT' ? { 'content-type': 'application/octet-stream' } : {}
  return { authorization: authorization({ district, device: desk.id, counter, signature }), ...type, ...headers }
}

export function call(app: App, desk: FakeDesk, district: string, asked: Call) {
  const headers = signedBy(desk, district, asked)
  return app.inject({ method: asked.method, url: asked.url, headers, ...(asked.body ? { payload: Buffer.from(asked.body) } : {}) })
}
