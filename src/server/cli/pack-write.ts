import { randomBytes } from 'node:crypto'
import { statfs } from 'node:fs/promises'
import { encodeLane, type LaneMessage } from '#shared/sync/lane'
import { encodeMessage } from '#shared/sync/messages'
import type { FromServer, Hello } from '#shared/sync/protocol'
import { packed } from '#wire/message-stream'
import { sealPack } from '#wire/pack'
import { packName, writePackFile } from '#wire/pack-file'
import type { Device } from '../devices/devices.store'
import { readKey } from '../devices/ed25519'
import { districtDay } from '../districts/district-day'
import { districtKey } from '../districts/district-key'
import { readPublishedScopes } from '../files/desk-scopes'
import type { District } from './pack-answer'
import { type LaneSaid, laneAnswers } from './pack-lane'

/** What the district hands to all desks fills no stick: the answers matter more, and the rest goes with the next one. */
const ROOM = 0.4

/** Writes answers into a sealed pack for one desk; gives the file's name. */
export async function writeAnswer(
  at: District,
  to: Device,
  folder: string,
  answers: AsyncIterable<FromServer | Hello>,
  said: LaneSaid
): Promise<string> {
  const { server, district, now } = at
  const receiver = readKey(to.publicKey)
  if (!receiver) throw new Error('a device was let in without a key')
  const from = await districtKey(server, district)
  const about = { direction: 'to-desk', district, device: to.id, pack: randomBytes(16).toString('hex'), at: now } as const
  const name = packName(district, to.code, districtDay(district, now))
  const { bavail, bsize } = await statfs(folder)
  // of a desk that has said nothing, the district's own word is known
  const word = said.holds.length === 0 ? (await readPublishedScopes(server, district)).desks[to.code] : undefined
  const lane = laneAnswers(at, word ? { ...said, villages: word.villages } : said, Math.floor(bavail * bsize * ROOM))
  await writePackFile(folder, name, sealPack(about, bytesOf(answers, lane), { from, to: receiver.key }))
  return name
}

/** In front stands the hello that is answered, or nothing. */
async function* bytesOf(answers: AsyncIterable<FromServer | Hello>, lane: AsyncIterable<LaneMessage>): AsyncGenerator<Uint8Array> {
  let isFirst = true
  for await (const answer of answers) {
    if (isFirst && answer.kind !== 'hello') yield packed(new Uint8Array())
    isFirst = false
    yield packed(encodeMessage(answer))
  }
  for await (const message of lane) yield packed(encodeLane(message))
}
