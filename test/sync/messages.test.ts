import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { FrameError } from '#shared/sync/codec/frame-error'
import { REFUSALS } from '#shared/sync/district-store'
import { decodeFromDesk, decodeFromServer, encodeMessage } from '#shared/sync/messages'
import { FromDesk, FromServer, PROTOCOL_VERSION, TURNED_AWAY } from '#shared/sync/protocol'

const n = fc.nat(2 ** 40)
const positive = n.map(value => value + 1)
const uuid = fc.uuid()
const bytes = fc.uint8Array({ maxLength: 80 })
const hex = (size: number) => fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: size, maxLength: size })
const hash = hex(64)
const frame = fc.record({
  device: uuid,
  epoch: positive,
  first: positive,
  count: fc.integer({ min: 1, max: 500 }),
  payload: bytes,
  signature: bytes
})
const frameMessage = frame.map(value => ({ kind: 'frame' as const, ...value }))
const verdict = fc.oneof(
  fc.record({ kind: fc.constant('fed' as const), feed: positive }),
  fc.record({ kind: fc.constant('waiting' as const), for: fc.array(fc.string({ maxLength: 20 })) }),
  fc.record({ kind: fc.constant('refused' as const), reason: fc.constantFrom(...REFUSALS) }),
  fc.constant({ kind: 'replaced' as const }),
  fc.record({ kind: fc.constant('gap' as const), expected: n }),
  fc.constant({ kind: 'forked' as const })
)
const runs = fc
  .tuple(positive, fc.nat(40))
  .map(([feed, count]) => Array.from({ length: count }, (_, i) => ({ kind: 'fed' as const, feed: feed + i })))
const picks = fc.uniqueArray(fc.nat(499), { minLength: 1, maxLength: 60 }).map(list => list.sort((a, b) => a - b))

const fromDesk: fc.Arbitrary<FromDesk> = fc.oneof(
  frameMessage,
  fc.constant({ kind: 'bye' as const }),
  fc
    .record({
      device: uuid,
      epoch: positive,
      counter: positive,
      feedEpoch: fc.option(uuid),
      cursor: n,
      ownSeq: n,
      roster: n,
      changeVersion: positive,
      layout: n,
      wall: n,
      mono: n,
      boot: uuid,
      cursorHash: hex(16)
    })
    .map(({ wall, mono, boot, cursorHash, ...rest }) => ({
      ...{ kind: 'hello' as const, protocol: PROTOCOL_VERSION, district: '33.24', clock: { wall, boot, mono } },
      ...rest,
      cursorHash: rest.cursor === 0 ? null : cursorHash
    }))
)
const fromServer: fc.Arbitrary<FromServer> = fc.oneof(
  fc.record({
    kind: fc.constant('welcome' as const),
    protocol: fc.constant(PROTOCOL_VERSION),
    feedEpoch: uuid,
    head: n,
    now: n,
    layout: n,
    files: n,
    extents: fc.option(fc.array(fc.record({ device: uuid, epoch: positive, seq: n, hash }))),
    held: fc.option(fc.record({ seq: positive, hash }))
  }),
  fc.record({
    kind: fc.constant('roster' as const),
    version: positive,
    entries: fc.array(fc.record({ device: uuid, code: fc.constantFrom('A', 'AB'), publicKey: bytes, isRevoked: fc.boolean() })),
    signature: bytes
  }),
  fc.record({
    kind: fc.constant('verdicts' as const),
    device: uuid,
    epoch: positive,
    first: positive,
    verdicts: fc.tuple(fc.array(verdict), runs, fc.array(verdict)).map(parts => parts.flat())
  }),
  fc.record({ kind: fc.constant('part' as const), feed: positive, frame: frameMessage, picks }),
  fc.record({ kind: fc.constant('own' as const), feed: positive, epoch: positive, first: positive, count: positive, hash }),
  fc.record({ kind: fc.constant('done' as const), head: n }),
  fc.record({ kind: fc.constant('turned-away' as const), reason: fc.constantFrom(...TURNED_AWAY) }),
  fc.record({ kind: fc.constant('turned-away' as const), reason: fc.constantFrom(...TURNED_AWAY), counter: positive })
)

describe('a message', () => {
  it('[P1] of a desk is read as it was said', () => {
    fc.assert(
      fc.property(fromDesk, message => {
        expect(decodeFromDesk(encodeMessage(message))).toEqual(message)
      })
    )
  })

  it('[P1] of a server is read as it was said', () => {
    fc.assert(
      fc.property(fromServer, message => {
        expect(decodeFromServer(encodeMessage(message))).toEqual(message)
      })
    )
  })

  it('[L1] about a part of the feed names its changes in the order of their frame, or is not written at all', () => {
    const anyOrder = fc.uniqueArray(fc.nat(499), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(frameMessage, positive, anyOrder, (frame, feed, picks) => {
        const message: FromServer = { kind: 'part', feed, frame, picks }
        const isInOrder = picks.every((pick, i) => i === 0 || pick > (picks[i - 1] as number))
        if (isInOrder) expect(decodeFromServer(encodeMessage(message))).toEqual(message)
        else expect(() => encodeMessage(message)).toThrow('in the order of their frame')
      })
    )
  })

  it('[F17] [P6] that was cut, lengthened or changed is read as something valid or refused, and never anything else', () => {
    fc.assert(
      fc.property(fc.oneof(fromDesk, fromServer), fc.nat(), fc.nat(255), fc.nat(), (message, at, value, cut) => {
        const whole = encodeMessage(message)
        const changed = Uint8Array.from(whole)
        changed[at % changed.length] = value
        for (const bad of [changed, whole.subarray(0, cut % (whole.length + 1)), Uint8Array.from([...whole, value])]) {
          for (const decode of [decodeFromDesk, decodeFromServer]) {
            try {
              decode(bad)
            } catch (error) {
              expect(error).toBeInstanceOf(FrameError)
            }
          }
        }
      })
    )
  })
})

/** If this fails, the form of a message has changed: raise PROTOCOL_VERSION, keep reading the form before, and pin the new hash here. */
it('[P1] has the form that its version promises', () => {
  const form = JSON.stringify([FromDesk, FromServer].map(schema => z.toJSONSchema(schema, { unrepresentable: 'any' })))
  expect([PROTOCOL_VERSION, createHash('sha256').update(form).digest('hex').slice(0, 16)]).toMatchInlineSnapshot(`
    [
      2,
      "ff5eb75b6099aaf9",
    ]
  `)
})
