import { ByteReader, ByteWriter } from './codec/bytes'
import { FrameError } from './codec/frame-error'
import { type Frame, MOST_CHANGES } from './frame'
import { bytesOf, fromJson, hexOf, readName, readText, readUuid, toJson, writeName, writeText, writeUuid } from './message-texts'
import { FromDesk, FromServer, type Hello, TURNED_AWAY } from './protocol'
import { readVerdicts, writeVerdicts } from './verdict-runs'

/** What a message's first byte says it is. Numbers are never given twice. */
const KINDS = {
  hello: 1,
  frame: 2,
  bye: 3,
  welcome: 16,
  roster: 17,
  parked: 18,
  verdicts: 19,
  part: 20,
  own: 21,
  done: 22,
  'turned-away': 23
} as const

/** Messages that are rare travel as JSON. */
const AS_JSON = ['roster', 'parked'] as const

/** The bytes of the hash at the cursor that travel: enough to find out a server that was put back. */
const CURSOR_HASH = 8

/** A message in as few bytes as it needs. SPEC P1. */
export function encodeMessage(message: FromDesk | FromServer): Uint8Array {
  const to = new ByteWriter()
  to.byte(KINDS[message.kind])
  write(to, message)
  return to.done()
}

/** What a desk said; throws a FrameError for anything else. */
export const decodeFromDesk = (bytes: Uint8Array): FromDesk => parsed(bytes, value => FromDesk.parse(value))

/** What a server said; throws a FrameError for anything else. */
export const decodeFromServer = (bytes: Uint8Array): FromServer => parsed(bytes, value => FromServer.parse(value))

function parsed<M>(bytes: Uint8Array, parse: (value: unknown) => M): M {
  const from = new ByteReader(bytes)
  const value = read(from)
  if (from.left > 0) throw new FrameError('damaged')
  try {
    return parse(value)
  } catch {
    throw new FrameError('damaged')
  }
}

function write(to: ByteWriter, message: FromDesk | FromServer): void {
  if (message.kind === 'hello') writeHello(to, message)
  else if (message.kind === 'frame') writeFrame(to, message)
  else if (message.kind === 'welcome') {
    to.uint(message.protocol)
    writeName(to, message.feedEpoch)
    to.uint(message.head)
    to.uint(message.now)
    to.uint(message.layout)
    to.uint(message.files)
    writeText(to, message.extents === null ? '' : JSON.stringify(message.extents))
    // nothing at all where there is nothing to say: most conversations are of nothing
    if (message.held) {
      to.uint(message.held.seq)
      to.put(bytesOf(message.held.hash))
    }
  } else if (message.kind === 'verdicts') {
    writeUuid(to, message.device)
    to.uint(message.epoch)
    to.uint(message.first)
    writeVerdicts(to, message.verdicts)
  } else if (message.kind === 'part') {
    to.uint(message.feed)
    writePicks(to, message.picks)
    writeFrame(to, message.frame)
  } else if (message.kind === 'own') {
    for (const n of [message.feed, message.epoch, message.first, message.count]) to.uint(n)
    to.put(bytesOf(message.hash))
  } else if (message.kind === 'done') to.uint(message.head)
  else if (message.kind === 'turned-away') {
    to.byte(TURNED_AWAY.indexOf(message.reason))
    to.uint(message.counter ?? 0)
  } else if (message.kind !== 'bye') writeText(to, toJson(message))
}

function read(from: ByteReader): unknown {
  const byte = from.byte()
  const kind = (Object.keys(KINDS) as (keyof typeof KINDS)[]).find(name => KINDS[name] === byte)
  if (!kind) throw new FrameError('newer-format')
  if ((AS_JSON as readonly string[]).includes(kind)) return fromJson(readText(from))
  switch (kind) {
    case 'hello':
      return readHello(from)
    case 'frame':
      return readFrame(from)
    case 'welcome': {
      const [protocol, feedEpoch, head, now] = [from.uint(), readName(from), from.uint(), from.uint()]
      const [layout, files, extents] = [from.uint(), from.uint(), readText(from)]
      const held = from.left === 0 ? null : { seq: from.uint(), hash: hexOf(from.take(32)) }
      return { kind, protocol, feedEpoch, head, now, layout, files, extents: extents === '' ? null : fromJson(extents), held }
    }
    case 'verdicts':
      return { kind, device: readUuid(from), epoch: from.uint(), first: from.uint(), verdicts: readVerdicts(from) }
    case 'part':
      return { kind, feed: from.uint(), picks: readPicks(from), frame: readFrame(from) }
    case 'own':
      return { kind, feed: from.uint(), epoch: from.uint(), first: from.uint(), count: from.uint(), hash: hexOf(from.take(32)) }
    case 'done':
      return { kind, head: from.uint() }
    case 'turned-away': {
      const [reason, counter] = [TURNED_AWAY[from.byte()], from.uint()]
      return { kind, reason, ...(counter > 0 ? { counter } : {}) }
    }
    default:
      return { kind }
  }
}

function writeHello(to: ByteWriter, hello: Hello): void {
  to.uint(hello.protocol)
  writeText(to, hello.district)
  writeUuid(to, hello.device)
  for (const n of [hello.epoch, hello.counter, hello.cursor, hello.ownSeq, hello.roster, hello.changeVersion, hello.layout]) to.uint(n)
  writeName(to, hello.feedEpoch ?? '')
  to.put(bytesOf(hello.cursorHash?.slice(0, 2 * CURSOR_HASH) ?? ''.padEnd(2 * CURSOR_HASH, '0')))
  to.uint(Math.max(0, hello.clock.wall))
  to.uint(hello.clock.mono)
  writeText(to, hello.clock.boot)
}

function readHello(from: ByteReader): unknown {
  const [protocol, district, device] = [from.uint(), readText(from), readUuid(from)]
  const [epoch, counter, cursor, ownSeq, roster, changeVersion, layout] = [
    from.uint(),
    from.uint(),
    from.uint(),
    from.uint(),
    from.uint(),
    from.uint(),
    from.uint()
  ]
  const feedEpoch = readName(from)
  const cursorHash = hexOf(from.take(CURSOR_HASH))
  const [wall, mono, boot] = [from.uint(), from.uint(), readText(from)]
  const clock = { wall, boot, mono }
  return {
    ...{ kind: 'hello', protocol, district, device, epoch, counter, cursor, ownSeq, roster, changeVersion, layout, clock },
    feedEpoch: feedEpoch === '' ? null : feedEpoch,
    cursorHash: cursor === 0 ? null : cursorHash
  }
}

function writeFrame(to: ByteWriter, { device, epoch, first, count, payload, signature }: Frame): void {
  writeUuid(to, device)
  for (const n of [epoch, first, count, payload.length]) to.uint(n)
  to.put(payload)
  to.uint(signature.length)
  to.put(signature)
}

function readFrame(from: ByteReader): unknown {
  const [device, epoch, first, count] = [readUuid(from), from.uint(), from.uint(), from.uint()]
  const payload = from.take(from.uint())
  return { kind: 'frame', device, epoch, first, count, payload, signature: from.take(from.uint()) }
}

function writePicks(to: ByteWriter, picks: readonly number[]): void {
  to.uint(picks.length)
  let last = -1
  for (const pick of picks) {
    // whoever cuts the feed into parts begins another one here
    if (pick <= last) throw new Error('the changes of a part stand in the order of their frame')
    to.uint(pick - last - 1)
    last = pick
  }
}

function readPicks(from: ByteReader): number[] {
  const count = from.uint()
  if (count > MOST_CHANGES) throw new FrameError('too-many')
  let last = -1
  return Array.from({ length: count }, () => {
    last += from.uint() + 1
    return last
  })
}
