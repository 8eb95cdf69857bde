import { type KeyObject, sign, verify } from 'node:crypto'
import type { RosterEntry } from '#shared/sync/protocol'

type Roster = { version: number; entries: readonly RosterEntry[] }

const textOf = (district: string, { version, entries }: Roster): Buffer => {
  const lines = entries.map(({ device, code, publicKey, isRevoked }) =>
    [device, code, Buffer.from(publicKey).toString('base64'), isRevoked].join(' ')
  )
  return Buffer.from(`loket-slrt roster 1\n${district}\n${version}\n${lines.join('\n')}\n`)
}

/** The district's signature over the list of its devices, so that a desk takes keys from nobody else. */
export const signRoster = (district: string, roster: Roster, privateKey: KeyObject): Uint8Array =>
  new Uint8Array(sign(null, textOf(district, roster), privateKey))

export const isRosterOf = (district: string, roster: Roster & { signature: Uint8Array }, publicKey: KeyObject): boolean =>
  verify(null, textOf(district, roster), publicKey, roster.signature)
