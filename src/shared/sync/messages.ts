import type { z } from 'zod'
import { decodeUtf8, encodeUtf8 } from '#shared/utf8'
import { ByteReader, ByteWriter } from './codec/bytes'
import { FrameError } from './codec/frame-error'
import { REFUSALS } from './district-store'
import type { Frame } from './frame'
import { FromDesk, FromServer, type Hello, TURNED_AWAY, type VerdictMessage } from './protocol'

type Verdict = z.infer<typeof VerdictMessage>

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
    name(to, message.feedEpoch)
    to.uint(message.head)
    to.uint(message.now)
    to.uint(message.layout)
    to.uint(message.files)
    text(to, message.extents === null ? '' : JSON.stringify(message.extents))
    // nothing at all where there is nothing to say: most conversations are of nothing
    if (message.held) {
      to.uint(message.held.seq)
      to.put(bytesOf(message.held.hash))
    }
  } else if (message.kind === 'verdicts') {
    uuid(to, message.device)
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
  } else if (message.kind !== 'bye')
    text(
      to,
      JSON.stringify(message, (_, value) => (value instanceof Uint8Array ? { hex: hexOf(value) } : value))
    )
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
  text(to, hello.district)
  uuid(to, hello.device)
  for (const n of [hello.epoch, hello.counter, hello.cursor, hello.ownSeq, hello.roster, hello.changeVersion, hello.layout]) to.uint(n)
  name(to, hello.feedEpoch ?? '')
  to.put(bytesOf(hello.cursorHash?.slice(0, 2 * CURSOR_HASH) ?? ''.padEnd(2 * CURSOR_HASH, '0')))
  to.uint(Math.max(0, hello.clock.wall))
  to.uint(hello.clock.mono)
  text(to, hello.clock.boot)
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
  uuid(to, device)
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

/** Verdicts in runs: mostly all of a frame are fed, one number after the other. */
function writeVerdicts(to: ByteWriter, verdicts: readonly Verdict[]): void {
  to.uint(verdicts.length)
  for (let i = 0; i < verdicts.length; ) {
    const verdict = verdicts[i] as Verdict
    const run = verdict.kind === 'fed' ? fedRun(verdicts, i) : 1
    to.byte(VERDICTS.indexOf(verdict.kind))
    if (verdict.kind === 'fed') {
      to.uint(run)
      to.uint(verdict.feed)
    } else if (verdict.kind === 'waiting') text(to, JSON.stringify(verdict.for))
    else if (verdict.kind === 'refused') to.byte(REFUSALS.indexOf(verdict.reason))
    else if (verdict.kind === 'gap') to.uint(verdict.expected)
    i += run
  }
}

const VERDICTS = ['fed', 'waiting', 'refused', 'replaced', 'gap', 'forked'] as const

function fedRun(verdicts: readonly Verdict[], from: number): number {
  const first = verdicts[from] as Extract<Verdict, { kind: 'fed' }>
  let n = 1
  for (; from + n < verdicts.length; n++) {
    const next = verdicts[from + n] as Verdict
    if (next.kind !== 'fed' || next.feed !== first.feed + n) break
  }
  return n
}

/** A frame has at most this many changes; more verdicts than that are nobody's. */
const MOST = 500

function readVerdicts(from: ByteReader): unknown[] {
  const count = from.uint()
  if (count > MOST) throw new FrameError('too-many')
  const verdicts: unknown[] = []
  while (verdicts.length < count) {
    const kind = VERDICTS[from.byte()]
    if (kind === 'fed') {
      const [run, feed] = [from.uint(), from.uint()]
      if (run > count - verdicts.length) throw new FrameError('damaged')
      for (let i = 0; i < run; i++) verdicts.push({ kind, feed: feed + i })
      if (run === 0) throw new FrameError('damaged')
    } else if (kind === 'waiting') verdicts.push({ kind, for: fromJson(readText(from)) })
    else if (kind === 'refused') verdicts.push({ kind, reason: REFUSALS[from.byte()] })
    else if (kind === 'gap') verdicts.push({ kind, expected: from.uint() })
    else verdicts.push({ kind })
  }
  return verdicts
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
  if (count > MOST) throw new FrameError('too-many')
  let last = -1
  return Array.from({ length: count }, () => {
    last += from.uint() + 1
    return last
  })
}

function text(to: ByteWriter, value: string): void {
  const bytes = encodeUtf8(value)
  to.uint(bytes.length)
  to.put(bytes)
}

function readText(from: ByteReader): string {
  const value = decodeUtf8(from.take(from.uint()))
  if (value === undefined) throw new FrameError('damaged')
  return value
}

/** In place of the length of a short text: what follows is a UUID. */
const UUID = 255

/** A short text that mostly is a UUID. */
function name(to: ByteWriter, value: string): void {
  const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)
  const bytes = encodeUtf8(value)
  to.byte(isUuid ? UUID : bytes.length)
  if (isUuid) uuid(to, value)
  else to.put(bytes)
}

function readName(from: ByteReader): string {
  const length = from.byte()
  if (length === UUID) return readUuid(from)
  const value = decodeUtf8(from.take(length))
  if (value === undefined) throw new FrameError('damaged')
  return value
}

const uuid = (to: ByteWriter, value: string): void => to.put(bytesOf(value.replaceAll('-', '')))

function readUuid(from: ByteReader): string {
  const hex = hexOf(from.take(16))
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16))
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

function hexOf(bytes: Uint8Array): string {
  let hex = ''
  for (const byte of bytes) hex += HEX[byte]
  return hex
}

function fromJson(value: string): unknown {
  try {
    return JSON.parse(value, (_, part) => (isHex(part) ? bytesOf(part.hex) : part))
  } catch {
    throw new FrameError('damaged')
  }
}

const isHex = (value: unknown): value is { hex: string } => typeof (value as { hex?: unknown } | null)?.hex === 'string'
