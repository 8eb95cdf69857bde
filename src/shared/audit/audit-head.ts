import { z } from 'zod'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const Signature = z.string().regex(/^[A-Za-z0-9+/]{86}==$/)

/** A line of an access log and its hash, which stands for all lines before it. */
export const AuditHead = z.object({ n: z.int().positive(), hash: Hash })

/**
 * What a desk tells its district of its access log: the newest line, signed, and what stands now in the line that the district knows already.
 * `hash` null: that line is not there.
 */
export const ToldHead = AuditHead.extend({
  signature: Signature,
  earlier: z.object({ n: z.int().positive(), hash: Hash.nullable() }).nullable()
})
export type ToldHead = z.infer<typeof ToldHead>

/** The district's word that it was told this head of this desk at that moment, UTC milliseconds. */
export const Countersign = AuditHead.extend({
  district: z.string().regex(/^\d\d\.\d\d$/),
  device: z.uuid(),
  at: z.int(),
  signature: Signature
})
export type Countersign = z.infer<typeof Countersign>

/** `other-head`: it knows this head, and asks what stands in that line now. `contradicts`: the log is not the one it knows, and it signs nothing. */
export const HeadRefusal = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('other-head'), last: AuditHead.nullable() }),
  z.object({ kind: z.literal('contradicts'), last: AuditHead })
])
export type HeadRefusal = z.infer<typeof HeadRefusal>
