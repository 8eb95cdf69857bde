import type { LocalDate } from '#shared/clock'
import type { IssuedLetter } from '#shared/letters/issued-letter'
import { LetterType, SIFAT } from '#shared/letters/letter'
import { letterTypes } from '#shared/letters/letter-types'
import { LetterOrder } from '#shared/letters/letters.contract'
import { formatDateShort, parseTypedDate } from '#shared/local-date-input'
import { normalizeDigits } from '#shared/residents/nik'
import type { DraftValues } from '../use-draft'

export const EMPTY_LETTER = {
  type: '',
  organizationId: '',
  signerId: '',
  urgency: '',
  attachments: '',
  purpose: '',
  bpjsCard: '',
  bpjsOn: '',
  bpjsReason: '',
  bpjsFacility: '',
  bpjsLetter: '',
  schoolName: '',
  schoolGrade: ''
}
/** What stands in the fields of the letter desk, as typed; a draft is the same texts. */
export type LetterValues = typeof EMPTY_LETTER
export type LetterField = keyof LetterValues

export const letterTypeOf = (text: string): LetterType | null => LetterType.safeParse(text).data ?? null

/** Which extra questions a type asks; a letter that does not speak of BPJS never asks for it. */
export const asks = (type: LetterType) => {
  const { required, addressees } = letterTypes[type]
  return {
    addressee: addressees.length > 0,
    purpose: required.includes('purpose'),
    bpjs: required.includes('bpjs'),
    school: required.includes('school'),
    registry: required.includes('registry')
  }
}

/** What was typed for a letter, to write the same once more. What case, resident and register say is read anew. */
export function typedIn({ type, facts: { sifat, lampiran, purpose, bpjs, school } }: IssuedLetter): Partial<LetterValues> {
  return {
    type,
    urgency: sifat,
    attachments: `${lampiran}`,
    purpose: purpose ?? '',
    bpjsCard: bpjs?.cardNumber ?? '',
    bpjsOn: bpjs?.deactivatedOn ? formatDateShort(bpjs.deactivatedOn) : '',
    bpjsReason: bpjs?.reason ?? '',
    bpjsFacility: bpjs?.facility ?? '',
    bpjsLetter: bpjs?.facilityLetter ?? '',
    schoolName: school?.name ?? '',
    schoolGrade: school?.grade ?? ''
  }
}

type Start = { kept: DraftValues; earlier: Partial<LetterValues>; type: LetterType | null; signerId: string; organizationId: string }

/** A new letter: the service's own type, the first signer, whom such a letter goes to; what an earlier one said goes before that, and a kept draft before all of it. */
export function startLetter({ kept, earlier, type, signerId, organizationId }: Start): LetterValues {
  const fresh: LetterValues = {
    ...EMPTY_LETTER,
    type: type ?? '',
    signerId,
    organizationId,
    urgency: type ? letterTypes[type].sifat : SIFAT[0],
    attachments: '0',
    ...earlier
  }
  return Object.fromEntries(Object.entries(fresh).map(([field, value]) => [field, kept[field] ?? value])) as LetterValues
}

/** What a letter is written in: its case, the referral that goes along, and the day. */
type Within = { caseId: string; referralId: string | null; today: LocalDate }
type Read = { ok: true; order: LetterOrder } | { ok: false; wrong: LetterField[] }

/** The letter as it is ordered, or the fields that cannot be read. What is merely missing, the preview says. */
export function readLetter(values: LetterValues, { caseId, referralId, today }: Within): Read {
  const type = letterTypeOf(values.type)
  if (!type) return { ok: false, wrong: ['type'] }
  if (!values.signerId) return { ok: false, wrong: ['signerId'] }
  const wrong: LetterField[] = []
  const wants = asks(type)
  const deactivated = parseTypedDate(values.bpjsOn, today, { past: true })
  const card = normalizeDigits(values.bpjsCard)
  if (wants.bpjs && card !== '' && !/^\d{13}$/.test(card)) wrong.push('bpjsCard')
  if (wants.bpjs && !deactivated.ok && deactivated.problem.kind !== 'empty') wrong.push('bpjsOn')
  if (!/^\d{1,2}$/.test(values.attachments.trim())) wrong.push('attachments')
  if (wrong.length > 0) return { ok: false, wrong }

  const text = (value: string) => value.trim() || null
  const hasBpjs = [card, values.bpjsOn, values.bpjsReason, values.bpjsFacility, values.bpjsLetter].some(value => value.trim() !== '')
  const order = LetterOrder.safeParse({
    type,
    caseId,
    referralId,
    organizationId: wants.addressee ? values.organizationId || null : null,
    signerId: values.signerId,
    urgency: values.urgency,
    attachments: Number(values.attachments),
    purpose: text(values.purpose),
    copiesTo: [...letterTypes[type].tembusan],
    bpjs:
      wants.bpjs && hasBpjs
        ? {
            cardNumber: card || null,
            deactivatedOn: deactivated.ok ? deactivated.value : null,
            reason: text(values.bpjsReason),
            facility: text(values.bpjsFacility),
            facilityLetter: text(values.bpjsLetter)
          }
        : null,
    school: wants.school && text(values.schoolName) ? { name: values.schoolName.trim(), grade: text(values.schoolGrade) } : null
  })
  if (order.success) return { ok: true, order: order.data }
  return { ok: false, wrong: order.error.issues.map(({ path }) => fieldOf(path)) }
}

const INSIDE: Record<string, LetterField> = {
  cardNumber: 'bpjsCard',
  deactivatedOn: 'bpjsOn',
  reason: 'bpjsReason',
  facility: 'bpjsFacility',
  facilityLetter: 'bpjsLetter',
  name: 'schoolName',
  grade: 'schoolGrade'
}
function fieldOf([part, inner]: readonly PropertyKey[]): LetterField {
  const named = inner === undefined ? undefined : INSIDE[String(inner)]
  return named ?? (String(part) in EMPTY_LETTER ? (String(part) as LetterField) : 'type')
}
