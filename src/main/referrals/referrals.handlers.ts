import type { CaseStatus } from '#shared/cases/case-status'
import { isEnding, mayMove } from '#shared/changes/machine'
import { addWorkingDays } from '#shared/office/working-days'
import { answerLine } from '#shared/referrals/answer-line'
import type { Referral } from '#shared/referrals/referral'
import { type ReferralStatus, referralMachine } from '#shared/referrals/referral-status'
import type { referralsContract } from '#shared/referrals/referrals.contract'
import { ok, refuse } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import { addEvent, moveCaseIfLegal } from '../cases/case-moves'
import { create, move, patch } from '../changes/record'
import { find, get } from '../database/find'
import type { Writer } from '../database/tables'
import { write } from '../database/write'
import type { Desk } from '../desk'
import { findService } from '../directory/reference.store'
import { markedDaysFrom } from '../office/calendar'
import { signedIn } from '../officers/signed-in'
import { findReferralByCode, findUnsent, isCodeTaken, listOpenReferrals, listReferralsOfCase } from './referrals.store'

/** Working days an agency has for its answer. */
const ANSWER_DAYS = 5
/** Crockford base32: no letter that is mistaken for a digit when a code is told by telephone. */
const CODE_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export const referralsHandlers: HandlersOf<typeof referralsContract, Desk> = {
  draft: (desk, input) =>
    write(desk, async trx => {
      const found = await find(trx, 'case', input.caseId)
      if (!found) return refuse({ kind: 'not-found' })
      if (found.closedAt !== null) return refuse({ kind: 'case-closed' })
      const organization = await find(trx, 'organization', input.organizationId)
      if (!organization?.isActive) return refuse({ kind: 'organization-not-found' })
      if (input.serviceCode && !(await findService(desk.reference, input.serviceCode))) return refuse({ kind: 'service-not-found' })
      const officerId = signedIn(desk).id
      const { organizationId, serviceCode, reason } = input
      const begun = await findUnsent(trx, { caseId: found.id, organizationId, officerId })
      if (begun) return ok(patch(trx, 'referral', begun.id, { serviceCode, reason }))
      const referral: Referral = {
        id: trx.newId(),
        ...input,
        code: await newCode(trx, desk),
        status: 'draft',
        dueOn: null,
        sentAt: null,
        repliedAt: null,
        replyRoute: null,
        replyNote: null,
        officerId
      }
      return ok(create(trx, 'referral', referral))
    }),

  send: async (desk, { referralId }) => {
    const marked = await markedDaysFrom(desk, desk.today())
    return write(desk, async trx => {
      const referral = await find(trx, 'referral', referralId)
      if (!referral) return refuse({ kind: 'not-found' })
      const found = await get(trx, 'case', referral.caseId)
      if (found.closedAt !== null) return refuse({ kind: 'case-closed' })
      if (!mayMove(referralMachine, referral.status, 'sent')) return refuse({ kind: 'not-from-here', status: referral.status })
      const organization = await get(trx, 'organization', referral.organizationId)
      const dueOn = addWorkingDays(desk.today(), ANSWER_DAYS, marked)
      const nextStep = `Menunggu jawaban ${organization.name}`.slice(0, 200)
      // a case may be referred to a second agency while the first still holds it
      moveCaseIfLegal(trx, desk, found, 'referred', { ending: 'referral', nextStep, dueOn }, 'ending', organization.name)
      return ok(move(trx, 'referral', referralId, 'sent', { sentAt: desk.clock.now(), dueOn }))
    })
  },

  ofCase: async (desk, { caseId }) => ok(await listReferralsOfCase(desk, caseId)),
  listOpen: async desk => ok(await listOpenReferrals(desk)),
  byCode: async (desk, { code }) => ok((await findReferralByCode(desk, asCode(code))) ?? null),

  answer: (desk, { referralId, to, route, note }) =>
    write(desk, async trx => {
      const referral = await find(trx, 'referral', referralId)
      if (!referral) return refuse({ kind: 'not-found' })
      if (to === referral.status && isEnding(referralMachine, to) && note !== null)
        return ok(await correctAnswer(trx, desk, referral, route, note))
      if (to === 'draft' || to === 'sent' || !mayMove(referralMachine, referral.status, to))
        return refuse({ kind: 'illegal-move', from: referral.status, to })
      const answered = move(trx, 'referral', referralId, to, { repliedAt: desk.clock.now(), replyRoute: route, replyNote: note })
      const { name } = await get(trx, 'organization', referral.organizationId)
      await followOnCase(trx, desk, referral.caseId, to, answerLine(to, name, note))
      return ok(answered)
    })
}

/** An answer that ended a referral stays; what was written of it is put right, and the case's history keeps both. */
async function correctAnswer(
  trx: Writer,
  desk: Desk,
  { id, caseId, organizationId }: Referral,
  replyRoute: Referral['replyRoute'],
  note: string
) {
  const { name } = await get(trx, 'organization', organizationId)
  addEvent(trx, desk, caseId, 'note', `Pembetulan jawaban ${name}: ${note}`)
  return patch(trx, 'referral', id, { replyRoute, replyNote: note })
}

const CASE_FOLLOWS: Partial<Record<ReferralStatus, CaseStatus>> = {
  accepted: 'at-agency',
  'in-service': 'at-agency',
  declined: 'in-process',
  returned: 'in-process',
  completed: 'in-process',
  cancelled: 'in-process'
}

/** The case goes where the answer puts it; closing stays a person's act, so that nothing closes by itself. */
async function followOnCase(trx: Writer, desk: Desk, caseId: string, to: ReferralStatus, said: string): Promise<void> {
  const found = await get(trx, 'case', caseId)
  const next = CASE_FOLLOWS[to]
  if (found.closedAt !== null || !next || found.status === next) {
    addEvent(trx, desk, caseId, 'note', said)
    return
  }
  const nextStep =
    next === 'in-process'
      ? to === 'cancelled'
        ? 'Tentukan langkah lain: rujukan dibatalkan'
        : 'Sampaikan hasil rujukan kepada warga'
      : found.nextStep
  moveCaseIfLegal(trx, desk, found, next, { nextStep, dueOn: next === 'in-process' ? desk.today() : found.dueOn }, 'status', said)
}

/** What people type for a code: small letters, dashes, and the letters that look like digits. */
const asCode = (typed: string): string => typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')

async function newCode(trx: Writer, desk: Desk): Promise<string> {
  for (;;) {
    const code = [...desk.random(8)].map(byte => CODE_LETTERS[byte % 32]).join('')
    if (!(await isCodeTaken(trx, code))) return code
  }
}
