import type { Change } from '#shared/changes/change'

/** A run of consecutive changes of one device, compressed, and that device's signature over their hashes. SPEC W1-W4. */
export type Frame = { device: string; epoch: number; first: number; count: number; payload: Uint8Array; signature: Uint8Array }

/** A change as it lay in a frame: the text its hash is over, and what that text says. */
export type OpenedChange = { change: Change; body: string; hash: string }
/** `isPlain`: its payload is the texts as they are, laid out by nobody. `plain`: the texts as such a payload, where somebody has made it already. */
export type OpenedFrame = { frame: Frame; changes: OpenedChange[]; isPlain?: boolean; plain?: Uint8Array }

/** What a device signs: its name for the frame and the hash (hex) of each change in it. Whoever holds some of the changes can still check the rest by hash. */
export function frameText(district: string, device: string, epoch: number, first: number, hashes: readonly string[]): string {
  return `loket-slrt frame 1\n${district}\n${device}\n${epoch}\n${first}\n${hashes.join('\n')}\n`
}

/** The name of a frame wherever it is kept: the same changes cut the same way are the same frame. */
export const frameId = ({ frame, changes }: OpenedFrame): string => `${changes.at(-1)?.hash ?? ''}.${frame.count}`

/** What a desk calls its layout that wants the texts as they are: on a line that costs nothing, laying out takes longer than sending. SPEC W5. */
export const PLAIN_LAYOUT = 0

/** At most this many changes in a frame, so that one crosses a bad line in about a second and a cut costs one frame. */
export const FRAME_CHANGES = 64
/** More changes than this are read out of no frame, and judged of none: another program may fill its frames fuller than this one. */
export const MOST_CHANGES = 500
/** At most this many compressed bytes in a frame. */
export const FRAME_BYTES = 32_768
/** Frames that a desk may have under way without an answer: enough to fill a line of 300 ms that loses a piece now and then. SPEC P3. */
export const FRAMES_UNDER_WAY = 16
/** The longest body of one change, in bytes of UTF-8: an office's logo fits. */
export const BODY_BYTES = 524_288
