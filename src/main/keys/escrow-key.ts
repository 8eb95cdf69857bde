import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { DistrictDoor } from '#shared/recovery/recovery.contract'
import { codeForEscrow, EscrowFile, writeRequest } from '#wire/escrow'
import { contentOfKeys, type DeskKeys } from './desk-keys'
import { dropSealed, keepSealed, type SealedKeys, sealedIn } from './sealed-keys'

export const ESCROW_FILE = 'escrow.key'

/** Seals what opens the data to the district's escrow key, unless that has been done for this very key. */
export function sealToDistrict(data: string, keys: DeskKeys, { publicKey }: EscrowFile, madeAt: number): void {
  const isDone = sealedIn(data, ESCROW_FILE).filter(({ file }) => file.escrow?.publicKey === publicKey).length === 2
  if (isDone) return
  mkdirSync(join(data, 'backups'), { recursive: true })
  const { code, ephemeral } = codeForEscrow(publicKey, keys.device)
  const escrow = { device: keys.device, publicKey, ephemeral: Buffer.from(ephemeral).toString('base64') }
  keepSealed(data, ESCROW_FILE, code, contentOfKeys(keys), { madeAt, escrow })
}

/** Since when the district can open these data, and what it has to be told for that; undefined when it cannot. */
export function districtDoor(data: string): DistrictDoor | undefined {
  const [found] = sealedIn(data, ESCROW_FILE)
  return found && doorOf(found.file)
}

/** The same of a sealed file that lies elsewhere; undefined where it is sealed to no district. */
export function doorOf({ madeAt, escrow }: SealedKeys): DistrictDoor | undefined {
  return escrow && { since: madeAt, request: writeRequest(escrow.device, Buffer.from(escrow.ephemeral, 'base64')) }
}

/** An answer that was said aloud opens nothing that is sealed from now on. */
export function forgetDistrictDoor(data: string): void {
  dropSealed(data, ESCROW_FILE)
}

/** The district's escrow key in the bytes of its file; undefined for what this program cannot read. */
export async function readEscrowFile(read: () => AsyncIterable<Uint8Array>): Promise<EscrowFile | undefined> {
  try {
    const pieces: Uint8Array[] = []
    for await (const piece of read()) pieces.push(piece)
    return EscrowFile.parse(JSON.parse(Buffer.concat(pieces).toString('utf8')))
  } catch {
    return undefined
  }
}
