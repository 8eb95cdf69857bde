import { createPrivateKey, type KeyObject } from 'node:crypto'
import type { Frame } from '#shared/sync/frame'
import type { Known, ServerPorts } from '#shared/sync/server-session'
import type { FrameWork } from '#wire/frame-work'
import { frameLayout, openedFrom } from '#wire/frames'
import { signRoster } from '#wire/roster'
import { inDistrict } from '../database/inside'
import type { Database } from '../database/place'
import { hasBroughtTooMuch } from '../devices/brought.store'
import { findDevice, hearDevice, listDevices, noteHanded, noteRenewal, riseCounter } from '../devices/devices.store'
import { readKey } from '../devices/ed25519'
import { getDistrict, getPrivateKey, lockDistrict } from '../districts/districts.store'
import { countFiles } from '../files/files.store'
import { withDistrict } from './district.store'
import { getHead, listExtents, listFeed, renewFeed } from './feed.store'
import { findDigestAt } from './feed-marks.store'
import { laidOut } from './laying-out'
import { listParked } from './parked.store'

/** About a frame's worth of what is sent, so that little waits in memory for a slow line. */
const PAGE = { changes: 512, bytes: 65_536 }
/** Each may wait for hundreds of others, and says for which. */
const PARKED_PAGE = { changes: 64, bytes: 65_536 }

/** `dayBytes`: what the device that speaks may bring in a day; without it, as much as it likes. */
export type Talking = { server: Database; now(): number; frames: FrameWork; dayBytes?: number }

/** What one conversation needs of this server; every read sees only what is committed. `foresee`: begins to open a frame that will be asked for. */
export function serverPorts({ server, now, frames, dayBytes }: Talking, district: string): ServerPorts & { foresee(frame: Frame): void } {
  const inside = <T>(work: Parameters<typeof inDistrict<T>>[2]) => inDistrict(server, district, work)
  let clock: string | null = null
  let listener = ''
  let notedHead = -1
  const keys = new Map<string, Promise<string | undefined>>()
  const openings = new WeakMap<Uint8Array, ReturnType<ServerPorts['open']>>()
  const open: ServerPorts['open'] = async frame => {
    const key = keys.get(frame.device) ?? publicKeyOf(server, district, frame.device)
    keys.set(frame.device, key)
    const publicKey = await key
    const read = publicKey === undefined ? undefined : await frames.read(frame, district, publicKey)
    if (typeof read !== 'object') return read
    const opened = openedFrom(frame, read)
    return opened && { ...opened, ...(read.plain && { plain: read.plain }) }
  }
  return {
    district,
    now,
    async caller(device) {
      listener = device
      const found = await inside(trx => findDevice(trx, device))
      // it counts both with one counter, and its other calls come behind a conversation
      return found && { state: found.state, counter: Math.max(found.counter, found.callCounter) }
    },
    riseCounter(device, counter, said) {
      clock = JSON.stringify(said)
      return inside(async trx => {
        const at = now()
        if (!(await riseCounter(trx, device, counter, { at, clock: JSON.stringify(said) }))) return 'replayed'
        return (await hearDevice(trx, device, said.boot, at)) ? 'risen' : 'frozen'
      })
    },
    roster: () => rosterOf(server, district),
    feed: () => inside(getHead),
    digestAt: feed => inside(trx => findDigestAt(trx, feed)),
    renewFeed: (device, epoch) =>
      inside(async trx => {
        await lockDistrict(trx)
        // another conversation has found the same and was sooner
        if ((await getHead(trx)).epoch !== epoch) return true
        if (!(await noteRenewal(trx, device, now()))) return false
        await renewFeed(trx)
        return true
      }),
    extents: () => inside(listExtents),
    async *parked(device, layout, known) {
      const pageAfter = (after?: Known) => inside(trx => listParked(trx, device, { after, limit: PARKED_PAGE, layout, known }))
      for (let page = await pageAfter(); page.length > 0; page = await pageAfter(page.at(-1)))
        for (const { frame, ...change } of page) yield { ...change, ...(frame && { frame: await laidOut(frames, frame) }) }
    },
    open: frame => openings.get(frame.payload) ?? open(frame),
    foresee(frame) {
      const opening = open(frame)
      // whoever asks for it is told of what went wrong
      opening.catch(() => undefined)
      openings.set(frame.payload, opening)
    },
    transaction: work => withDistrict(server, district, { at: now(), clock, ...(dayBytes === undefined ? {} : { from: listener }) }, work),
    isFull: async () => dayBytes !== undefined && inside(trx => hasBroughtTooMuch(server, trx, listener, { now: now(), most: dayBytes })),
    layout: frameLayout(),
    files: () => inside(countFiles),
    async *page(after, layout) {
      const runs = await inside(async trx => {
        const page = await listFeed(trx, after, PAGE, layout)
        const { head } = await getHead(trx)
        // once for all that was there, and again for what came in meanwhile
        if (page.length > 0 && head > notedHead) {
          notedHead = head
          await noteHanded(trx, listener, now())
        }
        return page
      })
      // one is sent while the next ones are being laid out
      const ready = runs.map(run => laidOut(frames, run.frame))
      // whoever asks for one is told of what went wrong
      for (const frame of ready) frame.catch(() => undefined)
      for (const [i, { feed, picks, hash }] of runs.entries()) yield { feed, picks, hash, frame: await (ready[i] as Promise<Frame>) }
    }
  }
}

/** The key of a device that was ever let in. */
export async function keyOf(server: Database, district: string, device: string): Promise<KeyObject | undefined> {
  const found = await publicKeyOf(server, district, device)
  return found === undefined ? undefined : readKey(found)?.key
}

async function publicKeyOf(server: Database, district: string, device: string): Promise<string | undefined> {
  const found = await inDistrict(server, district, inside => findDevice(inside, device))
  return found && found.state !== 'unconfirmed' ? found.publicKey : undefined
}

/** The district's devices, signed; those that nobody has confirmed are not among them. */
function rosterOf(server: Database, district: string): ReturnType<ServerPorts['roster']> {
  return inDistrict(server, district, async inside => {
    const { rosterVersion: version } = await getDistrict(inside)
    const devices = (await listDevices(inside)).filter(({ state }) => state !== 'unconfirmed')
    const entries = devices.map(({ id: device, code, publicKey, state }) => ({
      ...{ device, code, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64')) },
      isRevoked: state === 'revoked'
    }))
    const key = createPrivateKey({ key: Buffer.from(await getPrivateKey(inside), 'base64'), type: 'pkcs8', format: 'der' })
    return { version, entries, signature: signRoster(district, { version, entries }, key) }
  })
}
