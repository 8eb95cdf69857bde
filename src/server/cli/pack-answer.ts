import { FrameError } from '#shared/sync/codec/frame-error'
import { type FromDesk, type FromServer, type Hello, PROTOCOL_VERSION, type TurnedAway } from '#shared/sync/protocol'
import { type ServerPorts, serverSession } from '#shared/sync/server-session'
import { frameWork } from '#wire/frame-work'
import type { Database } from '../database/place'
import type { Device } from '../devices/devices.store'
import { serverPorts } from '../sync/ports'

/** The district does not speak with the desk that wrote a pack. */
export class NotHeard extends Error {
  readonly reason: TurnedAway

  constructor(reason: TurnedAway) {
    super(reason)
    this.reason = reason
  }
}

export type District = { server: Database; district: string; now: number }

/**
 * The district's half of a conversation that lies in a pack, beginning with the hello that it answers. The hello's counter protects
 * nothing here, as packs are read again and in any order: what is in them has the same effect every time. SPEC P5, P7.
 */
export async function* answersTo({ server, district, now }: District, said: AsyncIterable<FromDesk>): AsyncGenerator<FromServer | Hello> {
  const session = serverSession(packPorts(server, district, now))
  for await (const message of said) {
    if (message.kind === 'hello') yield message
    for await (const answer of session.receive([message])) {
      if (answer.kind === 'turned-away') throw new NotHeard(answer.reason)
      yield answer
      if (answer.kind === 'done') return
    }
  }
  throw new FrameError('cut-short')
}

/** Takes the frames of a pack and answers nothing: a later pack of that desk is answered. */
export async function takeFrames(to: District, said: AsyncIterable<FromDesk>): Promise<void> {
  const session = serverSession({ ...packPorts(to.server, to.district, to.now), page: async function* () {} })
  for await (const message of said)
    for await (const answer of session.receive([message])) if (answer.kind === 'turned-away') throw new NotHeard(answer.reason)
}

/** The whole feed, for a desk that has not asked. Sticks are large: so it fits whatever that desk has or lacks. */
export async function* unasked({ server, district, now }: District, { id: device }: Device): AsyncGenerator<FromServer> {
  const clock = { wall: now, boot: '', mono: 0 }
  const nothing = { feedEpoch: null, cursor: 0, cursorHash: null, ownSeq: 0, roster: 0, layout: 0 }
  const hello: Hello = {
    kind: 'hello',
    protocol: PROTOCOL_VERSION,
    district,
    device,
    epoch: 1,
    counter: 1,
    changeVersion: 1,
    clock,
    ...nothing
  }
  const said = async function* (): AsyncGenerator<FromDesk> {
    yield hello
    yield { kind: 'bye' }
  }
  for await (const answer of answersTo({ server, district, now }, said())) if (answer.kind !== 'hello') yield answer
}

const packPorts = (server: Database, district: string, now: number): ServerPorts => ({
  ...serverPorts({ server, now: () => now, frames: frameWork }, district),
  riseCounter: async () => 'risen'
})
