import { createHash, createPrivateKey, type KeyObject } from 'node:crypto'
import http from 'node:http'
import { type Change, changeId, FIRST_PREV } from '#shared/changes/change'
import type { OpenedChange } from '#shared/sync/frame'
import { decodeFromServer, encodeMessage } from '#shared/sync/messages'
import { type FromDesk, type FromServer, type Hello, PROTOCOL_VERSION } from '#shared/sync/protocol'
import { frameLayout, sealFrame } from '#wire/frames'
import { messageReader, packed, signedHello } from '#wire/message-stream'
import { KENDAL } from './both-stores'
import type { FakeDesk } from './test-server'

/** One conversation over HTTP, message by message. */
export type Conversation = {
  say(message: FromDesk | Uint8Array): void
  /** The next answer; undefined when the conversation is over. */
  next(): Promise<FromServer | undefined>
  /** All that is still to be heard. */
  rest(): Promise<FromServer[]>
  end(): void
  cut(): void
}

export function conversation(address: string): Conversation {
  const heard: FromServer[] = []
  let isOver = false
  let wake = () => {}
  const read = messageReader()
  const request = http.request(`${address}/v1/exchange`, { method: 'POST', headers: { 'content-type': 'application/x-loket-slrt' } })
  const over = () => {
    isOver = true
    wake()
  }
  request.on('error', over)
  request.on('response', response => {
    response.on('data', (piece: Buffer) => {
      heard.push(...read(piece).map(decodeFromServer))
      wake()
    })
    response.on('close', over)
    response.on('error', over)
  })
  request.flushHeaders()
  const next = async () => {
    while (heard.length === 0 && !isOver) await new Promise<void>(resolve => (wake = resolve))
    return heard.shift()
  }
  return {
    say: message => void request.write(message instanceof Uint8Array ? message : packed(encodeMessage(message))),
    next,
    async rest() {
      const all: FromServer[] = []
      for (let message = await next(); message; message = await next()) all.push(message)
      return all
    },
    end: () => void request.end(),
    cut: () => void request.destroy()
  }
}

/** A hello of a desk that has nothing yet, unless said otherwise. */
export function helloOf(desk: FakeDesk, said: Partial<Hello> = {}): Hello {
  const at = { cursor: 0, cursorHash: null, ownSeq: 0, roster: 0, feedEpoch: null, layout: frameLayout() }
  const clock = { wall: 1_700_000_000_000, boot: 'boot', mono: 5 }
  const who = { district: KENDAL, device: desk.id, epoch: 1, counter: ++desk.counter }
  return { kind: 'hello', protocol: PROTOCOL_VERSION, changeVersion: 2, ...who, ...at, clock, ...said }
}

export const signed = (desk: FakeDesk, hello: Hello): Uint8Array => packed(signedHello(encodeMessage(hello), desk.privateKey))

/** A desk's first changes, chained; they say nothing. */
export function chainOf(desk: FakeDesk, count: number, deps: string[] = []): OpenedChange[] {
  const chain: OpenedChange[] = []
  for (let seq = 1; seq <= count; seq++) {
    const at = { wall: 1_700_000_000_000 + seq, boot: '0190aaaa-0000-7000-8000-000000000001', mono: seq }
    const id = changeId(desk.id, 1, seq)
    const change: Change = {
      v: 2,
      id,
      device: desk.id,
      epoch: 1,
      seq,
      prev: chain.at(-1)?.hash ?? FIRST_PREV,
      deps,
      at,
      officer: null,
      ops: []
    }
    const body = JSON.stringify(change)
    chain.push({ change, body, hash: createHash('sha256').update(body).digest('hex') })
  }
  return chain
}

export const frameOf = (desk: FakeDesk, changes: OpenedChange[], key: KeyObject = desk.privateKey): FromDesk => ({
  kind: 'frame',
  ...sealFrame(changes, { district: KENDAL, privateKey: key, level: 3 })
})

export const strangersKey = (): KeyObject =>
  createPrivateKey({ key: Buffer.from(`302e020100300506032b657004220420${'11'.repeat(32)}`, 'hex'), format: 'der', type: 'pkcs8' })
