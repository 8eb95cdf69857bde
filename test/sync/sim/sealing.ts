// Frames without cryptography: cheap to make and to check, and spoilt by the same tampering as real ones.
import type { Change } from '#shared/changes/change'
import type { Frame, OpenedChange, OpenedFrame } from '#shared/sync/frame'

/** What a payload holds, under the bytes that stand for it; bytes that are not here are noise. */
const payloads = new WeakMap<Uint8Array, readonly OpenedChange[]>()
/** Signatures that have been checked: the frame they are good for. */
const good = new WeakMap<Uint8Array, { key: string; opened: OpenedFrame }>()
const bodies = new WeakMap<Uint8Array, string>()

/** 64 hex digits that another text does not have. */
export function hashText(text: string): string {
  let a = 0x9e3779b9
  let b = 0x85ebca6b
  // of a long text every eighth letter: what the stories change stands at the beginning
  for (let i = 0; i < text.length; i += i < 512 ? 1 : 8) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b + code, 0xc2b2ae35) ^ (b >>> 13)
  }
  const part = (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0')
  return part + part + part + part
}

/** A change with its text and hash, as it lies in a log. */
export function written(change: Change): OpenedChange {
  const body = JSON.stringify(change)
  return { change, body, hash: hashText(body) }
}

export const keyOf = (device: string): string => `key of ${device}`

/** Cuts and signs a frame of consecutive changes. */
export function sealFrame(district: string, key: string, changes: readonly OpenedChange[]): Frame {
  const [first] = changes
  if (!first) throw new Error('a frame holds at least one change')
  const { device, epoch, seq } = first.change
  const payload = new Uint8Array(1)
  payloads.set(payload, changes)
  const signature = new Uint8Array(1)
  bodies.set(signature, tag(key, district, device, epoch, seq, changes))
  const frame = { device, epoch, first: seq, count: changes.length, payload, signature }
  good.set(signature, { key: keyed(frame, district, key), opened: { frame, changes: [...changes] } })
  return frame
}

/** What a frame holds, or undefined when it is not what the holder of the key signed. */
export function openFrame(district: string, key: string | undefined, frame: Frame): OpenedFrame | undefined {
  if (key === undefined) return undefined
  const known = good.get(frame.signature)
  const { device, epoch, first, count, payload, signature } = frame
  if (known && known.opened.frame.payload === payload && known.key === keyed(frame, district, key)) return known.opened
  const changes = payloads.get(payload)
  if (!changes || changes.length !== count) return undefined
  if (changes.some(({ change }, i) => change.device !== device || change.epoch !== epoch || change.seq !== first + i)) return undefined
  return bodies.get(signature) === tag(key, district, device, epoch, first, changes)
    ? { frame: { device, epoch, first, count, payload, signature }, changes: [...changes] }
    : undefined
}

/** What a frame holds, whoever signed it. */
export function openUnchecked(frame: Frame): OpenedFrame | undefined {
  const changes = payloads.get(frame.payload)
  return changes && { frame, changes: [...changes] }
}

/** The frame with one byte of its texts changed on the way. */
export function bent(frame: Frame): Frame {
  const changes = payloads.get(frame.payload) ?? []
  const payload = new Uint8Array(1)
  payloads.set(
    payload,
    changes.map((item, i) => (i > 0 ? item : written({ ...item.change, at: { ...item.change.at, wall: item.change.at.wall + 1 } })))
  )
  return { ...frame, payload }
}

const keyed = ({ device, epoch, first, count }: Frame, district: string, key: string) =>
  `${district}/${key}/${device}.${epoch}.${first}+${count}`

const tag = (key: string, district: string, device: string, epoch: number, first: number, changes: readonly OpenedChange[]): string => {
  let text = `${key}/${district}/${device}.${epoch}.${first}`
  for (const { hash } of changes) text += hash.slice(0, 16)
  return text
}
