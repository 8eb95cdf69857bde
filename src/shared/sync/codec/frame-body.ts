/**
 * A run of consecutive changes of one desk in as few bytes as the schemas allow, and back again to the very same texts: these are what is signed.
 * Whatever cannot be told by its schema travels as its text. The bytes are meant to be compressed afterwards.
 */
import type { Change } from '#shared/changes/change'
import { ByteReader, ByteWriter } from './bytes'
import { type ChangeCoder, changeCoder } from './change-coder'
import { envelopeOf } from './envelope'
import { FrameError } from './frame-error'
import type { Before } from './frame-state'
import { emptyLayout, type Layout, markOf } from './layout'
import type { Json } from './memory'
import { ReadingTape } from './reading-tape'
import { type Arrangement, WritingTape } from './writing-tape'

export type HashOf = (body: string) => string
export type FrameLimits = { maxChanges: number; maxBodyBytes: number }

/** Frames of fewer changes lie better in rows: most of their columns would hold a byte or two. */
const FIRST_IN_COLUMNS = 256
/** The first byte: how the values lie. */
const IN_ROWS = 1
const IN_COLUMNS = 2

/** In place of a layout's mark, in frames of nothing but copied texts: rows of those lie alike in all layouts. */
const ANY_LAYOUT = 0

/** A value costs a few steps to read, and never less than a byte of text. */
const STEPS_PER_BYTE = 4
const FREE_STEPS = 4_096

/** The frame of some bodies, oldest first. With `before`, only who also has that change can read it. */
export function encodeBodies(bodies: readonly string[], hashOf: HashOf, before?: Before): Uint8Array {
  const hashes = new Map<string, string>()
  const hashOnce: HashOf = text => {
    const known = hashes.get(text)
    if (known !== undefined) return known
    const hash = hashOf(text)
    hashes.set(text, hash)
    return hash
  }
  const copied = new Set<number>()
  for (;;) {
    const made = encode(bodies, hashOnce, before, copied)
    const wrong = made.ok ? changed(made.bytes, bodies, hashOnce, before) : [made.failed]
    if (made.ok && wrong.length === 0) return made.bytes
    // what does not come back as it was is not told but copied; the set only grows, so this ends
    if (wrong.every(index => copied.has(index))) throw new Error('a copied change came back otherwise')
    for (const index of wrong) copied.add(index)
  }
}

/** The frame of some bodies as the texts they are: longer, and read by every version of this program, whatever its entities look like. */
export function encodePlainly(bodies: readonly string[], hashOf: HashOf): Uint8Array {
  const made = encode(bodies, hashOf, undefined, new Set(bodies.keys()))
  if (!made.ok) throw new Error('a text could not be copied')
  return made.bytes
}

/** Names the entities and fields that this program's frames are made of; only who answers the same can read them. */
export const frameLayout = (): number => shared().mark

/** What `before` is for a frame that follows this change. */
export function beforeOf(body: string, hashOf: HashOf): Before {
  const { device, epoch, seq, at, officer } = JSON.parse(body) as Change
  return { device, epoch, seq, at, officer, hash: hashOf(body) }
}

/** The bodies of a frame; throws a FrameError for anything that is no frame, or is one past the limits. */
export function decodeBodies(bytes: Uint8Array, hashOf: HashOf, limits: FrameLimits, before?: Before): string[] {
  try {
    return decode(bytes, hashOf, limits, before)
  } catch (error) {
    // a number out of range in a frame that somebody made up is that frame's fault
    throw error instanceof FrameError ? error : new FrameError('damaged')
  }
}

type Encoded = { ok: true; bytes: Uint8Array } | { ok: false; failed: number }

function encode(bodies: readonly string[], hashOf: HashOf, before: Before | undefined, copied: ReadonlySet<number>): Encoded {
  const { layout, coder, mark } = shared()
  const isPlain = copied.size === bodies.length
  const arrangement: Arrangement = isPlain || bodies.length < FIRST_IN_COLUMNS ? 'rows' : 'columns'
  const tape = new WritingTape(layout, arrangement)
  const state = coder.begin(tape, hashOf, before)
  for (const [index, body] of bodies.entries()) {
    try {
      coder.code(state, { body, parts: copied.has(index) ? undefined : envelopeOf(jsonOf(body)) })
    } catch (error) {
      // JSON nested deeper than the stack, say: its text still travels
      if (copied.has(index)) throw error
      return { ok: false, failed: index }
    }
  }
  const into = new ByteWriter()
  into.byte(arrangement === 'rows' ? IN_ROWS : IN_COLUMNS)
  into.byte(isPlain ? ANY_LAYOUT : mark >> 8)
  into.byte(isPlain ? ANY_LAYOUT : mark & 0xff)
  into.uint(bodies.length)
  tape.done(into)
  return { ok: true, bytes: into.done() }
}

/** The bodies that do not come back as they were. */
function changed(bytes: Uint8Array, bodies: readonly string[], hashOf: HashOf, before: Before | undefined): number[] {
  const longest = bodies.reduce((most, body) => Math.max(most, body.length), 0)
  try {
    const back = decode(bytes, hashOf, { maxChanges: bodies.length, maxBodyBytes: 4 * longest + FREE_STEPS }, before)
    return bodies.flatMap((body, index) => (body === back[index] ? [] : [index]))
  } catch {
    return bodies.map((_, index) => index)
  }
}

function decode(bytes: Uint8Array, hashOf: HashOf, { maxChanges, maxBodyBytes }: FrameLimits, before: Before | undefined): string[] {
  const { layout, coder, mark } = shared()
  const from = new ByteReader(bytes)
  const format = from.byte()
  if (format !== IN_ROWS && format !== IN_COLUMNS) throw new FrameError('newer-format')
  const made = from.byte() * 256 + from.byte()
  if (made !== mark && made !== ANY_LAYOUT) throw new FrameError('other-layout')
  const count = from.uint()
  if (count > maxChanges) throw new FrameError('too-many')
  const tape = new ReadingTape(layout, format === IN_ROWS ? 'rows' : 'columns', from)
  const state = coder.begin(tape, hashOf, before)
  const bodies: string[] = []
  for (let n = 0; n < count; n++) {
    tape.allow(STEPS_PER_BYTE * maxBodyBytes + FREE_STEPS)
    const body = coder.code(state, undefined)
    if (body.length > maxBodyBytes) throw new FrameError('too-large')
    bodies.push(body)
  }
  return bodies
}

function jsonOf(body: string): Json {
  try {
    return JSON.parse(body) as Json
  } catch {
    return null
  }
}

type Shared = { layout: Layout; coder: ChangeCoder; mark: number }
const made = new Map<'shared', Shared>()

/** The coder of this program's schemas, made when first asked for. */
function shared(): Shared {
  const known = made.get('shared')
  if (known) return known
  const layout = emptyLayout()
  const coder = changeCoder(layout)
  const found = { layout, coder, mark: markOf(layout) }
  made.set('shared', found)
  return found
}
