import { createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Author } from '#main/changes/log'
import { migrate, NEWEST_VERSION } from '#main/database/migrate'
import { openDatabase as openDesk, readerOf } from '#main/database/open'
import { inDistrict } from '#server/database/inside'
import { openDatabase } from '#server/database/open'
import type { Place } from '#server/database/place'
import { getDistrict } from '#server/districts/districts.store'
import { makeDistrict } from '#server/districts/make-district'
import { decodeFromDesk, decodeFromServer, encodeMessage } from '#shared/sync/messages'
import { DISTRICT } from '../district'
import type { Storage } from '../storage'
import { type DeskRoom, RealDesk } from './real-desk'
import { RealServer } from './real-server'

export type RealStories = { open(): Promise<Storage>; end(): void }

/** Real disks for stories, one after the other: desks on SQLite, the server on SQLite or, where a fresh database is to be had, on PostgreSQL. */
export async function realStories(freshUrl?: () => Promise<string>): Promise<RealStories> {
  const folder = mkdtempSync(join(tmpdir(), 'slrt-sim-'))
  const key = randomBytes(32)
  const empty = join(folder, 'empty.db')
  const raw = openDesk(empty, key, NEWEST_VERSION)
  await migrate(raw, readerOf(raw), empty, key)
  raw.pragma('wal_checkpoint(truncate)')
  raw.close()
  const template = join(folder, 'template')
  await makeDistrictIn({ kind: 'sqlite', folder: template })
  const freshPlace = async (): Promise<Place> => ({ kind: 'postgres', url: (await freshUrl?.()) ?? '' })
  let count = 0
  const open = async () => {
    const room = join(folder, `story-${++count}`)
    mkdirSync(room)
    const place: Place = freshUrl ? await freshPlace() : { kind: 'sqlite', folder: join(room, 'server') }
    if (place.kind === 'postgres') await makeDistrictIn(place)
    else cpSync(template, place.folder, { recursive: true })
    return storageIn({ folder: room, empty, key }, place, freshPlace)
  }
  return { open, end: () => rmSync(folder, { recursive: true, force: true }) }
}

async function makeDistrictIn(place: Place): Promise<void> {
  const server = await openDatabase(place)
  await makeDistrict(server, { code: DISTRICT, name: 'Kabupaten Kendal', isSample: false }, 0)
  await server.close()
}

async function storageIn(
  { folder, empty, key }: { folder: string; empty: string; key: Uint8Array },
  place: Place,
  freshPlace: () => Promise<Place>
): Promise<Storage> {
  const authors = new Map<string, Author>()
  const authorOf = (device: string): Author => {
    const author = authors.get(device) ?? { device, ...generateKeyPairSync('ed25519') }
    authors.set(device, author)
    return author
  }
  const keyOf = (device: string) => authorOf(device).publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  const first = await openDatabase(place)
  const { publicKey } = await inDistrict(first, DISTRICT, getDistrict)
  await first.close()
  const districtKey = createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' })
  const room: DeskRoom = { folder, empty, key, districtKey: () => districtKey, count: 0, desks: [] }
  const servers: RealServer[] = []
  return {
    async server(fuse, now) {
      const server = await RealServer.open({ folder, now, keyOf, freshPlace }, fuse, place)
      servers.push(server)
      return server
    },
    desk: (device, fuse) => new RealDesk(room, authorOf(device), fuse),
    bent(frame) {
      const payload = Uint8Array.from(frame.payload)
      const at = payload.length - 1
      payload[at] = (payload[at] ?? 0) ^ 1
      return { ...frame, payload }
    },
    up: message => decodeFromDesk(encodeMessage(message)),
    down: message => decodeFromServer(encodeMessage(message)),
    async end() {
      for (const desk of room.desks) desk.close()
      for (const server of servers) await server.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
