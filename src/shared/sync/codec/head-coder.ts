import { hexBytes, hexOf, uuidBytes, uuidOf } from './change-place'
import type { ChangeRef } from './change-ref'
import type { Envelope } from './envelope'
import { FrameError } from './frame-error'
import type { FrameState } from './frame-state'
import { type Layout, numberColumn } from './layout'
import { must } from './plain-fields'
import type { Tape } from './tape'

/** What of a change is not as it was expected, one bit each. */
const BITS = { v: 1, desk: 2, seq: 4, prev: 8, boot: 16, replaces: 64 } as const
/** All bits are less than this. */
export const MOST_BITS = 128

const WALL_SPAN = 65_536
const LATEST = 281_474_976_710_655
const NOTHING = new Uint8Array()

/** The bits of a change that follows another. */
export function differences(last: FrameState['last'], now: Envelope | undefined): number {
  if (!now) return 0
  return (
    (now.v === last.v ? 0 : BITS.v) |
    (now.device === last.device && now.epoch === last.epoch ? 0 : BITS.desk) |
    (now.seq === last.seq + 1 ? 0 : BITS.seq) |
    (now.prev === last.prev ? 0 : BITS.prev) |
    (now.boot === last.boot ? 0 : BITS.boot) |
    (now.replaces === undefined ? 0 : BITS.replaces)
  )
}

export type HeadCoder = (state: FrameState, bits: number, given: Envelope | undefined) => Envelope

/** Tells who made a change, when, and after which; its officer and what it rests on are told later. */
export function headCoder(layout: Layout, refs: ChangeRef): HeadCoder {
  const [numbers, wallHigh] = [numberColumn(layout, 'head numbers'), numberColumn(layout, 'wall')]
  const [monoColumn, bootColumn] = [numberColumn(layout, 'mono'), numberColumn(layout, 'boot')]

  return (state, bits, given) => {
    const { tape, last } = state
    const now = given ?? { ...last, deps: [], officer: null, replaces: undefined }
    const v = bits & BITS.v ? tape.uint(numbers, now.v) : last.v
    const device = bits & BITS.desk ? codeUuid(tape, now.device) : last.device
    const epoch = bits & BITS.desk ? tape.uint(numbers, now.epoch) : last.epoch
    const seq = bits & BITS.seq ? tape.uint(numbers, now.seq) : last.seq + 1
    const prev = bits & BITS.prev ? hexOf(tape.noiseBytes(32, tape.isWriting ? hexBytes(now.prev) : NOTHING)) : last.prev
    const boot = bits & BITS.boot ? codeBoot(state, now.boot) : last.boot
    const passed = now.wall - last.wall
    const wall = last.wall + tape.int(wallHigh, Math.floor(passed / WALL_SPAN)) * WALL_SPAN + tape.noise(2, mod(passed, WALL_SPAN))
    const monoBefore = bits & BITS.boot ? 0 : last.mono + (wall - last.wall)
    const coded = { v, device, epoch, seq, prev, wall, boot, mono: monoBefore + tape.int(monoColumn, now.mono - monoBefore) }
    if (wall < 0 || wall > LATEST || seq > 2 ** 50) throw new FrameError('damaged')
    const replaces = bits & BITS.replaces ? refs(tape, state.memory, `${device}.${epoch}`, seq, now.replaces ?? '') : undefined
    state.last = coded
    return { ...coded, deps: [], officer: null, replaces }
  }

  function codeBoot({ tape, boots }: FrameState, boot: string): string {
    const code = tape.uint(bootColumn, tape.isWriting ? boots.indexOf(boot) + 1 : 0)
    if (code > 0) return must(boots[code - 1])
    const found = codeUuid(tape, boot)
    boots.push(found)
    return found
  }
}

const mod = (value: number, by: number): number => value - Math.floor(value / by) * by

const codeUuid = (tape: Tape, uuid: string): string => uuidOf(tape.noiseBytes(16, tape.isWriting ? uuidBytes(uuid) : NOTHING))
