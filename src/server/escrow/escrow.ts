import { combine, split } from 'shamir-secret-sharing'
import { readLetters, writeLetters } from '#shared/keys/code-letters'
import { wordsOfCode, writeRecoveryCode } from '#shared/keys/recovery-code'
import { codeOfRequest, escrowPublicKey, newEscrowKey, readRequest } from '#wire/escrow'
import { inDistrict } from '../database/inside'
import type { Database } from '../database/place'
import { PlaceError } from '../database/place-error'
import { type Device, listDevices } from '../devices/devices.store'
import { districtDay } from '../districts/district-day'
import { publish } from '../files/publish'
import { listEscrowKeys, saveEscrowKey, saveOpening } from './escrow.store'

/** Two of three officers together open a desk; none of them alone, and not the server. */
const PIECES = 3
const NEEDED = 2
/** A piece of 32 bytes carries one more that numbers it. */
const PIECE_BYTES = 33

/** Makes the district's escrow key, hands its public half to all desks, and gives the private one in three pieces that are kept nowhere. */
export async function makeEscrowKey(server: Database, district: string, holders: string[], now: number): Promise<string[]> {
  if (holders.length !== PIECES || new Set(holders.map(name => name.trim().toLowerCase())).size !== PIECES)
    throw new PlaceError(`name ${PIECES} different people who each keep a piece`)
  const { privateKey, publicKey } = newEscrowKey()
  const pieces = await split(privateKey, PIECES, NEEDED)
  privateKey.fill(0)
  const bytes = Buffer.from(JSON.stringify({ v: 1, publicKey }))
  await inDistrict(server, district, inside => saveEscrowKey(inside, { publicKey, madeAt: now, holders: JSON.stringify(holders) }))
  await publish(server, { district, name: 'escrow', label: districtDay(district, now), now }, async function* () {
    yield bytes
  })
  return pieces.map(writeLetters)
}

export type Asked = { device: Device; ephemeral: Uint8Array }

/** Whose request this is. */
export async function readAsked(server: Database, district: string, typed: string): Promise<Asked> {
  const request = readRequest(typed)
  if (!request) throw new PlaceError('a letter of the request is wrong or missing: compare it with the screen of the desk')
  const devices = await inDistrict(server, district, listDevices)
  const [device, other] = devices.filter(({ id }) => id.replaceAll('-', '').startsWith(request.deviceStart))
  if (!device || other) throw new PlaceError('no desk of this district asks like that')
  return { device, ephemeral: request.ephemeral }
}

export type Opening = { pieces: string[]; holders: string[]; reason: string }

/** The answer that opens that desk, in letters and in words. It is written down who opened it, and why, before it is said. */
export async function answerTo(
  server: Database,
  district: string,
  { device, ephemeral }: Asked,
  { pieces, holders, reason }: Opening,
  now: number
): Promise<{ code: string; words: string[] }> {
  if (new Set(holders.map(name => name.trim().toLowerCase()).filter(Boolean)).size < NEEDED)
    throw new PlaceError('two different people open a desk together')
  if (reason.trim().length < 5) throw new PlaceError('say why this desk has to be opened')
  const privateKey = await joined(pieces)
  const publicKey = escrowPublicKey(privateKey)
  await inDistrict(server, district, async inside => {
    if (!(await listEscrowKeys(inside)).some(known => known.publicKey === publicKey))
      throw new PlaceError('these two pieces do not belong together')
    await saveOpening(inside, {
      at: now,
      device: device.id,
      publicKey,
      holders: JSON.stringify(holders),
      reason: reason.trim().slice(0, 200)
    })
  })
  const code = codeOfRequest(privateKey, { ephemeral, device: device.id })
  privateKey.fill(0)
  return { code: writeRecoveryCode(code), words: wordsOfCode(code) }
}

async function joined(typed: string[]): Promise<Uint8Array> {
  const pieces = typed.map((piece, i) => {
    const bytes = readLetters(piece, PIECE_BYTES)
    if (!bytes) throw new PlaceError(`a letter of piece ${i + 1} is wrong or missing`)
    return bytes
  })
  if (new Set(typed.map(piece => piece.toUpperCase().replaceAll(/[^0-9A-Z]/g, ''))).size < NEEDED)
    throw new PlaceError('two different pieces are needed')
  try {
    return await combine(pieces)
  } catch {
    throw new PlaceError('these two pieces do not belong together')
  }
}
