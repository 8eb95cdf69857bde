import { z } from 'zod'
import { Day } from '#shared/day'
import { call } from '#shared/rpc/call'
import { Countersign } from './audit-head'
import { AUDIT_KINDS, type AuditLine } from './audit-line'

/** A record as the access log shows it: never more of a person than initials. */
export type AuditRecord = { id: string; entity: 'resident' | 'visit' | 'case' | 'referral' | 'letter' | 'officer'; title: string }
export type AuditRow = Pick<AuditLine, 'n' | 'at' | 'kind' | 'call' | 'outcome' | 'purpose' | 'found' | 'by' | 'count'> & {
  officerName: string | null
  /** Who was named to confirm it, where two officers do it together. */
  secondName: string | null
  /** At most six; `more` counts the others. */
  records: AuditRecord[]
  more: number
  /** The ticket of the visit that was being served. */
  ticket: string | null
}
export type AuditPage = { rows: AuditRow[]; before: number | null }

/** The first line that is not as it was written, and what is wrong there. */
export type AuditTrouble = {
  n: number
  /** `changed`: the line or its hash; `missing`: a number is not there; `bad-seal`: not signed by this desk; `not-known`: not the line that a paper or the district vouches for. */
  kind: 'changed' | 'missing' | 'bad-seal' | 'not-known'
}
/** What a line tells of those before it: so many that were sealed are gone (0: others stand in their place), or nobody can tell any more where they ended. */
export type AuditLoss = { n: number; kind: 'lines-gone' | 'proof-gone'; count: number }
/** `knownTo`: the newest line that the district has signed; null for none. `losses`: what the chain, though it holds, tells of lines that it lost. */
export type AuditCheck = {
  lines: number
  seals: number
  sealedTo: number
  hash: string
  knownTo: number | null
  losses: AuditLoss[]
  trouble: AuditTrouble | null
}

/** How far the district knows this log. `contradictedAt`: since when it says that this is not the log that it knows. */
export type AuditAtDistrict =
  | { kind: 'alone' }
  | { kind: 'joined'; districtName: string; known: { n: number; at: number } | null; contradictedAt: number | null }

/** A head as it is printed on the register: a line's number and the first 16 digits of its hash, or all 64. */
export const KnownHead = z.object({ n: z.int().positive(), hash: z.string().regex(/^[0-9a-f]{16,64}$/) })
export type KnownHead = z.infer<typeof KnownHead>

export const auditContract = {
  /** The access log, newest first, a hundred lines a page. */
  list: call<AuditPage>()(
    z.object({
      fromOn: Day.nullable(),
      untilOn: Day.nullable(),
      officerId: z.uuid().nullable(),
      /** Lines about this person or anything that is theirs: visits, cases, referrals, letters. */
      residentId: z.uuid().nullable(),
      kind: z.enum(AUDIT_KINDS).nullable(),
      refusedOnly: z.boolean(),
      before: z.int().positive().nullable()
    })
  ),
  /** Goes through the whole chain, every seal and every head that the district has signed; with `known`, also against one that stands on paper, with `countersign` against one that the district has written down. */
  verify: call<AuditCheck, { kind: 'not-of-district' }>()(
    z.object({ known: KnownHead.nullable(), countersign: Countersign.nullable().optional() })
  ),
  /** How far the district knows this log. */
  atDistrict: call<AuditAtDistrict>()(z.object({}))
}
