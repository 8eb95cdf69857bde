import { z } from 'zod'

// How a desk becomes a device of a district. Two calls, because a check number of six digits protects nobody if one side may choose its
// nonce after it has seen the other's: the desk first shows only its nonce's hash, and opens the nonce when the server has given its own.

const Base64 = z.base64().max(200)
const Nonce = z.string().regex(/^[0-9a-f]{64}$/, 'a nonce is 32 bytes in hexadecimal digits')

export const Enrol = z.strictObject({
  code: z.string().max(40),
  /** The desk's own name for itself. */
  device: z.uuid(),
  /** What people call this PC. */
  name: z.string().trim().min(1).max(80),
  /** Ed25519, SPKI in base64. */
  publicKey: Base64,
  /** The letter of a desk that was set up before it joins: it stands in numbers on paper, so it gets that one or none. */
  letter: z
    .string()
    .regex(/^[A-Z]{1,2}$/)
    .optional(),
  /** SHA-256 of the desk's nonce (both in hexadecimal digits). */
  nonceHash: Nonce,
  /** The desk's signature over `enrolText`, base64: whoever has the code must also have the key. */
  signature: Base64
})
export type Enrol = z.infer<typeof Enrol>

const State = z.enum(['unconfirmed', 'active', 'revoked', 'frozen'])

export const Enrolled = z.object({
  district: z.object({ code: z.string(), name: z.string(), publicKey: Base64 }),
  /** The desk's letter: A, B ... Z, AA ... */
  desk: z.string(),
  serverNonce: Nonce,
  state: State
})
export type Enrolled = z.infer<typeof Enrolled>

/** The desk opens its nonce; asked again it is told whether somebody has confirmed it. */
export const OpenNonce = z.strictObject({ district: z.string().max(20), device: z.uuid(), nonce: Nonce })
export const Opened = z.object({ state: State })

export const ENROL_REFUSALS = [
  'unknown-code',
  'code-expired',
  'code-used',
  'code-dead',
  'device-known',
  'desk-taken',
  'desk-other',
  'bad-signature',
  'key-reused'
] as const
export type EnrolRefusal = (typeof ENROL_REFUSALS)[number]

export const enrolText = ({ code, device, publicKey, nonceHash }: Pick<Enrol, 'code' | 'device' | 'publicKey' | 'nonceHash'>): string =>
  `loket-slrt enrol 1\n${code}\n${device}\n${publicKey}\n${nonceHash}\n`

type BothSides = { district: string; districtKey: string; serverNonce: string; device: string; deviceKey: string; nonce: string }

/** The text whose SHA-256 gives the number that both sides read to each other. The code is not in it: who overheard that has gained nothing. */
export const checkText = ({ district, districtKey, serverNonce, device, deviceKey, nonce }: BothSides): string =>
  `loket-slrt check 1\n${district}\n${districtKey}\n${serverNonce}\n${device}\n${deviceKey}\n${nonce}\n`

/** Six digits out of a SHA-256. */
export function checkNumber(hash: Uint8Array): string {
  const number = new DataView(hash.buffer, hash.byteOffset).getUint32(0)
  return String(number % 1_000_000).padStart(6, '0')
}
