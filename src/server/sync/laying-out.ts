import type { Frame } from '#shared/sync/frame'
import type { FrameWork } from '#wire/frame-work'

/** What came over a fast line and goes over slow ones; a frame is mostly asked for by many desks at about the same time. */
const recent = new Map<string, Promise<Uint8Array>>()
const MOST_RECENT = 500
const LEVEL = 10

type Kept = Frame & { toLayOut?: string }

/** A frame as its reader wants it. SPEC W5. */
export async function laidOut(frames: FrameWork, { toLayOut, ...frame }: Kept): Promise<Frame> {
  return toLayOut === undefined ? frame : { ...frame, payload: await payloadOnce(frames, toLayOut, frame.payload) }
}

function payloadOnce(frames: FrameWork, id: string, payload: Uint8Array): Promise<Uint8Array> {
  const known = recent.get(id)
  if (known !== undefined) return known
  const made = frames.layOut(payload, LEVEL)
  // whoever asks for it is told of what went wrong; the next one tries again
  made.catch(() => recent.delete(id))
  const [oldest] = recent.keys()
  if (recent.size >= MOST_RECENT && oldest !== undefined) recent.delete(oldest)
  recent.set(id, made)
  return made
}
