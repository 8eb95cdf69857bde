import { createHash } from 'node:crypto'
import { type Change, changeId, FIRST_PREV } from '#shared/changes/change'
import type { Kept, KeptChange } from '#shared/sync/district-store'
import { frameId, type OpenedChange, type OpenedFrame } from '#shared/sync/frame'

export const DESK_A = '0190aaaa-0000-7000-8000-00000000000a'
export const DESK_B = '0190aaaa-0000-7000-8000-00000000000b'

/** A run of changes of a desk as they lie in a frame; nothing about it is signed. */
export function givenFrame({ device = DESK_A, epoch = 1, first = 1, count = 1, deps = [] as string[] } = {}): OpenedFrame {
  const changes = Array.from({ length: count }, (_, i) => givenChange(device, epoch, first + i, deps))
  return { frame: { device, epoch, first, count, payload: new Uint8Array([1, 2, 3]), signature: new Uint8Array(64) }, changes }
}

function givenChange(device: string, epoch: number, seq: number, deps: string[]): OpenedChange {
  const at = { wall: 1, boot: 'boot', mono: 1 }
  const change: Change = { v: 2, id: changeId(device, epoch, seq), device, epoch, seq, prev: FIRST_PREV, deps, at, officer: null, ops: [] }
  const body = JSON.stringify(change)
  return { change, body, hash: createHash('sha256').update(body).digest('hex') }
}

type Stand = Pick<KeptChange, 'state' | 'feed' | 'reason' | 'waitsFor'>

/** A frame as it is to be kept, each of its changes standing as said. */
export const kept = (opened: OpenedFrame, stand: (index: number) => Stand): Kept => ({
  opened,
  changes: opened.changes.map((item, index) => ({ ...item, frame: frameId(opened), index, ...stand(index) }))
})

export const fed = (feed: number): Stand => ({ state: 'fed', feed, reason: null, waitsFor: [] })
export const waiting = (...waitsFor: string[]): Stand => ({ state: 'waiting', feed: null, reason: null, waitsFor })
export const refused = (reason: 'invalid' | 'not-allowed'): Stand => ({ state: 'refused', feed: null, reason, waitsFor: [] })
