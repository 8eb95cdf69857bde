import type { KeyObject } from 'node:crypto'
import { FrameError } from '#shared/sync/codec/frame-error'
import { decodeLane, isOfLane, type LaneMessage } from '#shared/sync/lane'
import { decodeFromDesk } from '#shared/sync/messages'
import type { FromDesk, Hello } from '#shared/sync/protocol'
import { isSignedHello, messageReader, splitHello } from '#wire/message-stream'
import { openPack, type Pack } from '#wire/pack'

/** What a desk said in a pack whose signature is known to be good; its second part goes to `lane`. */
export async function* saidIn(
  pack: Pack,
  keys: { district: KeyObject; device: KeyObject },
  lane: (message: LaneMessage) => Promise<void>
): AsyncGenerator<FromDesk> {
  const read = messageReader()
  let isGreeted = false
  for await (const piece of openPack(pack, keys.district)) {
    for (const bytes of read(piece)) {
      if (isGreeted && isOfLane(bytes)) await lane(decodeLane(bytes))
      else if (isGreeted) yield decodeFromDesk(bytes)
      else yield openHello(pack, bytes, keys.device)
      isGreeted = true
    }
  }
  if (!isGreeted || read.isMidway()) throw new FrameError('cut-short')
}

function openHello({ head }: Pack, bytes: Uint8Array, key: KeyObject): Hello {
  const signed = splitHello(bytes)
  const hello = decodeFromDesk(signed.hello)
  if (hello.kind !== 'hello' || hello.device !== head.device || hello.district !== head.district) throw new FrameError('damaged')
  if (!isSignedHello(signed, key)) throw new FrameError('damaged')
  return hello
}
