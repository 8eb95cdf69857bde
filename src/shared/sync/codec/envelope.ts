import { changeId } from '#shared/changes/change'
import { isPlainUuid } from './change-place'
import type { Json, JsonObject } from './memory'
import { isObject } from './sameness'
import { isCarried, isPlainText } from './tape'

/** A change without its ops. */
export type Envelope = {
  v: number
  device: string
  epoch: number
  seq: number
  prev: string
  deps: string[]
  wall: number
  boot: string
  mono: number
  officer: string | null
  replaces: string | undefined
}

const KEYS = ['v', 'id', 'device', 'epoch', 'seq', 'prev', 'deps', 'at', 'officer', 'ops']
const LATEST = 281_474_976_710_655

/** A change as a frame can tell it, or undefined for one that must travel as its text. */
export function envelopeOf(change: Json): { envelope: Envelope; ops: Json[] } | undefined {
  if (!isObject(change) || !hasKeys(change, 'replaces' in change ? [...KEYS, 'replaces'] : KEYS)) return undefined
  const { v, id, device, epoch, seq, prev, deps, at, officer, ops, replaces } = change
  if (!isCount(v) || !isCount(epoch) || !isCount(seq) || !isPlainUuid(device) || id !== changeId(device, epoch, seq)) return undefined
  if (typeof prev !== 'string' || !/^[0-9a-f]{64}$/.test(prev)) return undefined
  if (!Array.isArray(deps) || !deps.every(isName) || !Array.isArray(ops)) return undefined
  if (!isObject(at) || !hasKeys(at, ['wall', 'boot', 'mono'])) return undefined
  const { wall, boot, mono } = at
  if (!isCarried(wall) || wall < 0 || wall > LATEST || !isPlainUuid(boot) || !isCarried(mono)) return undefined
  if ((officer !== null && !isPlainUuid(officer)) || (replaces !== undefined && !isName(replaces))) return undefined
  return { envelope: { v, device, epoch, seq, prev, deps: deps as string[], wall, boot, mono, officer, replaces }, ops }
}

const isCount = (value: Json | undefined): value is number => isCarried(value) && value >= 0
const isName = (value: Json | undefined): value is string => typeof value === 'string' && isPlainText(value)

function hasKeys(value: JsonObject, keys: readonly string[]): boolean {
  const found = Object.keys(value)
  return found.length === keys.length && keys.every((key, index) => key === found[index])
}

/** The change again, with its keys in the order in which desks write them. */
export function changeOf({ v, device, epoch, seq, prev, deps, wall, boot, mono, officer, replaces }: Envelope, ops: Json[]): JsonObject {
  const id = changeId(device, epoch, seq)
  const change: JsonObject = { v, id, device, epoch, seq, prev, deps, at: { wall, boot, mono }, officer, ops }
  if (replaces !== undefined) change.replaces = replaces
  return change
}
