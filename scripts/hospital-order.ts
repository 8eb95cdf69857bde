import type { DeskApi } from '#shared/contract'
import type { LetterOrder } from '#shared/letters/letters.contract'
import { value } from './answer-value.ts'

/** Drafts a referral of the case to the hospital, or to another agency, and says what a letter to the hospital needs that rests on it. */
export async function hospitalOrder(
  api: DeskApi,
  caseId: string,
  referredTo: string | null = null
): Promise<LetterOrder & { inSpiteOf: string | null }> {
  const [signer] = value(await api.office.signers({}))
  const [hospital] = value(await api.organizations.list({ kind: 'rsud' }))
  if (!signer || !hospital) throw new Error('the sample office has signers and a hospital')
  const organizationId = referredTo ?? hospital.id
  const referral = value(await api.referrals.draft({ caseId, organizationId, serviceCode: null, reason: 'Perlu perawatan segera' }))
  return {
    type: 'rujukan-kesehatan',
    caseId,
    referralId: referral.id,
    organizationId: hospital.id,
    signerId: signer.id,
    urgency: 'Segera',
    attachments: 1,
    purpose: null,
    copiesTo: ['Arsip'],
    bpjs: null,
    school: null,
    inSpiteOf: null
  }
}
