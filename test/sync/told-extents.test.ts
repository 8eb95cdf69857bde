import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { decodeFromServer, encodeMessage } from '#shared/sync/messages'
import { PROTOCOL_VERSION } from '#shared/sync/protocol'
import { toldExtents } from '#shared/sync/told-extents'
import { messageReader, packed } from '#wire/message-stream'

const extent = (device: string, epoch: number) => ({ device, epoch, seq: 123_456, hash: 'ab'.repeat(32) })

it('[D6] [S3] a device that has begun thousands of epochs keeps no desk from reading what the server holds of the others', () => {
  const broken = randomUUID()
  const others = Array.from({ length: 50 }, () => randomUUID()).flatMap(device => [1, 2, 700_000_001].map(epoch => extent(device, epoch)))
  const all = [...Array.from({ length: 20_000 }, (_, n) => extent(broken, 1_000_000_000 + n)), ...others]
  const extents = [...toldExtents(all)]
  expect(extents).toEqual(expect.arrayContaining(others))
  expect(extents).toContainEqual(extent(broken, 1_000_019_999))
  const welcome = {
    kind: 'welcome',
    protocol: PROTOCOL_VERSION,
    feedEpoch: randomUUID(),
    head: 1,
    now: 1,
    layout: 1,
    files: 0,
    held: null
  } as const
  const [message] = messageReader()(packed(encodeMessage({ ...welcome, extents })))
  expect(message && decodeFromServer(message)).toEqual({ ...welcome, extents })
  expect(toldExtents(others)).toEqual(others)
})
