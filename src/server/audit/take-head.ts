import { createPublicKey } from 'node:crypto'
import type { Countersign, HeadRefusal, ToldHead } from '#shared/audit/audit-head'
import { ok, type Result, refuse } from '#shared/result'
import { countersign, isHeadOf } from '#wire/audit-head'
import { inDistrict } from '../database/inside'
import type { Database } from '../database/place'
import { PlaceError } from '../database/place-error'
import type { Inside } from '../database/tables'
import type { Device } from '../devices/devices.store'
import { districtKey } from '../districts/district-key'
import { findBase, findHead, type KeptHead, saveHead } from './heads.store'

type Base = Pick<KeptHead, 'n' | 'hash'>
type From = { district: string; device: Pick<Device, 'id' | 'publicKey'> }

/**
 * Keeps how far a desk says that its access log goes, and signs that. A log that does not hold the line which the district knows, or is
 * shorter, was cut off or written anew: that is kept too, nothing is signed, and nothing of that desk is until somebody has accepted it.
 */
export async function takeHead(
  server: Database,
  { district, device }: From,
  told: ToldHead,
  now: number
): Promise<Result<Countersign, HeadRefusal | { kind: 'bad-signature' }>> {
  const publicKey = createPublicKey({ key: Buffer.from(device.publicKey, 'base64'), type: 'spki', format: 'der' })
  if (!isHeadOf(Buffer.from(told.signature, 'base64'), device.id, publicKey, told)) return refuse({ kind: 'bad-signature' })
  const key = await districtKey(server, district)
  return inDistrict(server, district, async inside => {
    const base = baseOf(await findBase(inside, device.id))
    if (told.earlier?.n !== base?.n) return refuse({ kind: 'other-head', last: base ?? null })
    const newest = await findHead(inside, device.id)
    const place = (newest?.place ?? 0) + 1
    const row = { device: device.id, place, n: told.n, hash: told.hash, at: now, signature: told.signature, reason: null }
    if (base && (told.earlier?.hash !== base.hash || isBehind(told, base))) {
      // said once: it stands until somebody has looked
      if (newest?.kind !== 'contradicts') await saveHead(inside, { ...row, kind: 'contradicts' })
      return refuse({ kind: 'contradicts', last: base })
    }
    if (told.n !== base?.n) await saveHead(inside, { ...row, kind: 'kept' })
    return ok(countersign({ district, device: device.id, n: told.n, hash: told.hash, at: now }, key))
  })
}

const isBehind = (told: Base, base: Base): boolean => told.n < base.n || (told.n === base.n && told.hash !== base.hash)

/** After an acceptance the next head follows on nothing. */
const baseOf = (kept: KeptHead | undefined): Base | undefined => (kept?.kind === 'kept' ? { n: kept.n, hash: kept.hash } : undefined)

/** Somebody knows why the log of this desk is another one (its data were restored): what it tells next counts. Refused where nothing contradicts. */
export async function acceptLog(inside: Inside, device: string, reason: string, now: number): Promise<void> {
  const newest = await findHead(inside, device)
  if (newest?.kind !== 'contradicts') throw new PlaceError('the access log of that desk contradicts nothing')
  await saveHead(inside, { ...newest, place: newest.place + 1, kind: 'accepted', at: now, reason })
}
