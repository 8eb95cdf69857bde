import { type KeyObject, sign, verify } from 'node:crypto'
import type { Countersign } from '#shared/audit/audit-head'

type Head = { n: number; hash: string }

/** What a desk signs of its access log. It says what it is, so that no signature of this key can stand for anything else. */
export const headText = (device: string, { n, hash }: Head): Buffer => Buffer.from(`loket-slrt access log\n${device}\n${n}\n${hash}`)

export const isHeadOf = (signature: Uint8Array, device: string, publicKey: KeyObject, head: Head): boolean =>
  verify(null, headText(device, head), publicKey, signature)

const countersignText = ({ district, device, n, hash, at }: Omit<Countersign, 'signature'>): Buffer =>
  Buffer.from(`loket-slrt access log countersigned 1\n${district}\n${device}\n${n}\n${hash}\n${at}`)

/** The district's signature over whose log it was told, how far, and when. */
export function countersign(told: Omit<Countersign, 'signature'>, districtKey: KeyObject): Countersign {
  return { ...told, signature: sign(null, countersignText(told), districtKey).toString('base64') }
}

export const isCountersigned = (said: Countersign, districtKey: KeyObject): boolean =>
  verify(null, countersignText(said), districtKey, Buffer.from(said.signature, 'base64'))
