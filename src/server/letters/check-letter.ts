import { verify } from 'node:crypto'
import type { LocalDate } from '#shared/clock'
import { type IssuedLetter, isPast } from '#shared/letters/issued-letter'
import { type LetterClaims, parseLetterCode } from '#shared/letters/letter-code'
import { voidLetterClaim } from '#shared/sync/claims'
import { claimKey } from '#shared/sync/district-store'
import { inDistrict } from '../database/inside'
import type { Database } from '../database/place'
import type { Inside } from '../database/tables'
import { listDevices } from '../devices/devices.store'
import { readKey } from '../devices/ed25519'
import { listDistricts } from '../districts/districts.store'
import { listClaimed, listRows } from '../sync/rows.store'

/** What the code on a paper is worth. `not-here-yet`: well signed, but its desk has not sent the letter yet. */
export type Checked =
  | { kind: 'not-a-letter-code' | 'damaged' | 'newer-version' | 'unknown-key' | 'forged' }
  | { kind: Standing; number: string; issuedOn: string }
type Standing = 'in-force' | 'past' | 'void' | 'not-here-yet'

/** Checks a letter's code against the keys and letters of all districts here. */
export async function checkLetter(server: Database, text: string, today: LocalDate): Promise<Checked> {
  const code = parseLetterCode(text)
  if (!code.ok) return { kind: code.problem }
  const { claims, payload, signature } = code
  for (const { district } of await listDistricts(server)) {
    const checked = await inDistrict(server, district, async inside => {
      const key = (await listDevices(inside)).map(({ publicKey }) => readKey(publicKey)).find(known => known?.id === claims.keyId)
      if (!key) return undefined
      if (!verify(null, payload, key.key, signature)) return { kind: 'forged' } as const
      return { kind: await standingOf(inside, claims, today), number: claims.number, issuedOn: claims.issuedOn }
    })
    if (checked) return checked
  }
  return { kind: 'unknown-key' }
}

async function standingOf(inside: Inside, { number, dataHash }: LetterClaims, today: LocalDate): Promise<Standing> {
  const inForce = { name: 'letter-number', value: number, entity: 'letter', id: '' }
  const neverInForce = voidLetterClaim(number, Buffer.from(dataHash).toString('hex'))
  const claimed = await listClaimed(inside, [inForce, neverInForce])
  const id = claimed.get(claimKey(inForce))
  const letter = id === undefined ? undefined : [...(await listRows(inside, [{ entity: 'letter', id }])).values()][0]
  const isThis = letter && Buffer.from(String(letter.fields.dataHash), 'hex').subarray(0, 16).equals(dataHash)
  if (!isThis) return claimed.has(claimKey(neverInForce)) ? 'void' : 'not-here-yet'
  const { status, validUntil } = letter.fields as Pick<IssuedLetter, 'status' | 'validUntil'>
  if (status === 'void') return 'void'
  return isPast({ validUntil: validUntil ?? null }, today) ? 'past' : 'in-force'
}
