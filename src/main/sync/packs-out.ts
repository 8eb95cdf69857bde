import { deskSession } from '#shared/sync/desk-session'
import type { DeskPorts } from '#shared/sync/desk-store'
import { FRAME_CHANGES } from '#shared/sync/frame'
import type { FromDesk } from '#shared/sync/protocol'
import type { Desk } from '../desk'
import { lastOwn, placeOf, unsentBehind } from './packs.store'

/** What a desk has to say to a district that cannot answer: hello, everything that has no verdict, bye. Each frame is made when it is asked for, and nothing counts as sent. SPEC P5, D2. */
export async function* messagesOut({ raw }: Desk, ports: DeskPorts): AsyncGenerator<FromDesk> {
  yield helloFrom(ports)
  const upTo = lastOwn(raw)
  for (let at = 0; at < upTo; ) {
    const { run, last } = unsentBehind(raw, at, upTo, FRAME_CHANGES)
    const frame = run.length > 0 ? ports.seal(run, ports.store.progress().layout !== ports.layout) : undefined
    const end = frame && run[frame.count - 1]
    // what did not fit the frame begins the next one
    at = end && frame.count < run.length ? placeOf(raw, end.change.id) : last
    if (frame) yield { kind: 'frame', ...frame }
    // the screen's calls are answered between two frames
    await new Promise(resolve => setImmediate(resolve))
  }
  const offered = new Set<string>()
  for (let held = ports.store.heldFrame(offered); held; held = ports.store.heldFrame(offered)) {
    offered.add(held.name)
    yield { kind: 'frame', ...held.frame }
  }
  yield { kind: 'bye' }
}

/** The hello with which a conversation of a desk that has nothing to offer begins. */
function helloFrom(ports: DeskPorts): FromDesk {
  const silent = { ...ports.store, unsent: () => [], heldFrame: () => undefined }
  const [hello] = deskSession({ ...ports, store: silent }).start()
  if (!hello) throw new Error('a conversation begins with a hello')
  return hello
}
