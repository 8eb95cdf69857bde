import { z } from 'zod'

/** What a desk makes up and has its district sign: 32 bytes in hexadecimal digits. */
export const ProofNonce = z.string().regex(/^[0-9a-f]{64}$/)
/** The district's signature over a desk's nonce, base64: whoever gives it has the district's key. */
export const DistrictProof = z.object({ kind: z.literal('district'), signature: z.base64().max(200) })

export const proofText = (of: { district: string; device: string; nonce: string }): string =>
  `loket-slrt district 1\n${of.district}\n${of.device}\n${of.nonce}\n`
