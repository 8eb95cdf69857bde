import type { Inside } from '#server/database/tables'
import { findDevice } from '#server/devices/devices.store'
import { readKey } from '#server/devices/ed25519'
import { getHead } from '#server/sync/feed.store'
import type { Row } from '#shared/changes/reduce'
import { type KeptChange, rowKey } from '#shared/sync/district-store'
import type { OpenedChange } from '#shared/sync/frame'
import { openFrame } from '#wire/frames'
import type { ServerView } from '../storage'

/** All that a district's database holds, read out; the changes out of the frames they came in. */
export async function serverView(inside: Inside): Promise<ServerView> {
  const { trx, district } = inside
  const { epoch, head: last } = await getHead(inside)
  const changes = await trx.selectFrom('change').selectAll().where('district', '=', district).execute()
  const waits = await trx.selectFrom('wait').selectAll().where('district', '=', district).execute()
  const found = await trx.selectFrom('row').selectAll().where('district', '=', district).execute()
  const opened = await openFrames(inside)
  const kept = new Map<string, KeptChange>()
  const feed: string[] = []
  for (const { id, hash, frame, place: index, state, feed: number, reason } of changes) {
    const inFrame = opened.get(frame)?.[index]
    if (inFrame?.hash !== hash) throw new Error(`${id} is not where it should lie`)
    const waitsFor = waits.filter(({ change }) => change === id).map(({ dep }) => dep)
    kept.set(id, { ...inFrame, frame, index, state, feed: number, reason, waitsFor })
    if (number !== null) feed[number - 1] = id
  }
  return {
    epoch,
    last,
    feed,
    kept,
    byHash: new Map(changes.map(({ hash, id }) => [hash, id])),
    waiting: new Set(changes.filter(({ state }) => state === 'waiting').map(({ id }) => id)),
    rows: new Map(found.map(({ entity, id, body }): [string, Row] => [rowKey(entity, id), JSON.parse(body)]))
  }
}

async function openFrames(inside: Inside): Promise<Map<string, OpenedChange[]>> {
  const { trx, district } = inside
  const frames = await trx.selectFrom('frame').selectAll().where('district', '=', district).execute()
  const opened = new Map<string, OpenedChange[]>()
  for (const { id, device, epoch, first, count, payload, signature } of frames) {
    const key = readKey((await findDevice(inside, device))?.publicKey ?? '')?.key
    const found = key && openFrame({ device, epoch, first, count, payload: bytes(payload), signature: bytes(signature) }, district, key)
    if (!found || found === 'another-layout') throw new Error(`the frame ${id} cannot be read any more`)
    opened.set(id, found.changes)
  }
  return opened
}

const bytes = (given: Uint8Array): Uint8Array => new Uint8Array(given.buffer, given.byteOffset, given.byteLength)
