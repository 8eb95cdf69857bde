import type { Organization } from '#shared/directory/organization'
import type { LetterType } from '#shared/letters/letter'
import { letterTypes } from '#shared/letters/letter-types'
import type { Referral } from '#shared/referrals/referral'

type Known = {
  organizations: readonly Organization[]
  referrals: readonly Pick<Referral, 'id' | 'organizationId'>[]
  /** The kind of agency the case's service refers to. */
  target: string | null
}

/** Whether a letter of this type is written to agencies of this one's kind. */
export const suits = (type: LetterType | null, organization: Organization | undefined): boolean =>
  type !== null && organization !== undefined && letterTypes[type].addressees.includes(organization.kind)

/** The newest referral of the case to this agency: its slip comes back with the answer to the letter. */
export const referralTo = (organizationId: string, referrals: Known['referrals']): string | null =>
  referrals.findLast(sent => sent.organizationId === organizationId)?.id ?? null

/** Whom a letter of this type goes to: where the case was referred, when that is an agency of such letters; else the only one there is; else nobody yet. */
export function addresseeOf(type: LetterType | null, { organizations, referrals, target }: Known): string {
  const referral = referrals.find(sent =>
    suits(
      type,
      organizations.find(one => one.id === sent.organizationId)
    )
  )
  if (referral) return referral.organizationId
  const suited = organizations.filter(one => suits(type, one))
  const wanted = suited.filter(one => one.kind === target)
  const [only, another] = wanted.length > 0 ? wanted : suited
  return only && !another ? only.id : ''
}
