import type { LocalDate } from '#shared/clock'
import { dayForBirths } from '#shared/office/pc-clock'
import { checkKk } from '#shared/residents/kk'
import type { Identity } from '#shared/residents/meant'
import { checkNik, isOverridable } from '#shared/residents/nik'
import { normalizePhone } from '#shared/residents/phone'
import type { ResidentInput } from '#shared/residents/residents.contract'
import { ok, type Result, refuse } from '#shared/result'
import { findArea } from '../areas/areas.store'
import type { Reference } from '../database/reference'

type IdentityProblem =
  | { kind: 'nik-blocked'; blocks: string[] }
  | { kind: 'nik-or-reason' }
  | { kind: 'phone-invalid' }
  | { kind: 'unknown-village' }
  | { kind: 'birth-date-in-future' }

/** What the Regsosek placeholders mean: the person has no NIK, and this is why. */
const PLACEHOLDER_REASONS = {
  refused: 'refused',
  'none-under-17': 'never-recorded',
  'none-adult': 'never-recorded',
  foreigner: 'foreigner'
} as const

/**
 * The typed identity in its stored form, or the one reason why it cannot be kept. Nothing is made up: an unknown birth date stays unknown.
 * A NIK of an unlikely form is kept only by who may do so, with a reason.
 */
export async function readIdentity(
  reference: Reference,
  input: ResidentInput,
  day: LocalDate,
  mayOverride: boolean
): Promise<Result<Identity, IdentityProblem>> {
  const today = dayForBirths(day)
  const nik = readNik(input, today, mayOverride)
  if (!nik.ok) return nik
  const phone = input.phone ? normalizePhone(input.phone) : undefined
  if (phone && !phone.ok) return refuse({ kind: 'phone-invalid' })
  if (input.birthDate && input.birthDate > today) return refuse({ kind: 'birth-date-in-future' })
  for (const address of [input.address, input.domicile]) {
    if (address?.villageCode && !(await findArea(reference, address.villageCode))) return refuse({ kind: 'unknown-village' })
  }
  return ok({ ...input, ...nik.value, phone: phone?.value ?? null, phoneOwner: phone ? input.phoneOwner : null })
}

/** A family card's number without its spaces; null when none was typed. */
export function readKk(typed: string | null): Result<string | null, { kind: 'kk-blocked'; blocks: string[] }> {
  if (!typed?.trim()) return ok(null)
  const { kk, blocks } = checkKk(typed)
  return blocks.length > 0 || !kk ? refuse({ kind: 'kk-blocked', blocks }) : ok(kk)
}

type NikPart = Pick<Identity, 'nik' | 'noNikReason' | 'nikOverrideReason'>

function readNik(
  input: ResidentInput,
  today: LocalDate,
  mayOverride: boolean
): Result<NikPart, Extract<IdentityProblem, { kind: 'nik-blocked' | 'nik-or-reason' }>> {
  if (!input.nik?.trim()) {
    return input.noNikReason
      ? ok({ nik: null, noNikReason: input.noNikReason, nikOverrideReason: null })
      : refuse({ kind: 'nik-or-reason' })
  }
  const { nik, placeholder, blocks } = checkNik(input.nik, { today })
  if (placeholder) return ok({ nik: null, noNikReason: PLACEHOLDER_REASONS[placeholder], nikOverrideReason: null })
  const isOverridden = mayOverride && Boolean(input.nikOverrideReason) && blocks.every(isOverridable)
  if (!nik || (blocks.length > 0 && !isOverridden)) return refuse({ kind: 'nik-blocked', blocks })
  return ok({ nik, noNikReason: null, nikOverrideReason: blocks.length > 0 ? input.nikOverrideReason : null })
}
