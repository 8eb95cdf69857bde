import type { LocalDate } from '#shared/clock'
import type { IntakeInput, IntakePerson } from '#shared/intake/intake'
import { dayForBirths } from '#shared/office/pc-clock'
import { checkNik } from '#shared/residents/nik'
import { normalizePhone } from '#shared/residents/phone'
import { ok, type Result, refuse } from '#shared/result'

export type PersonProblem = { kind: 'nik-blocked'; blocks: string[] } | { kind: 'phone-invalid' } | { kind: 'birth-date-in-future' }

/** What was typed in its stored form, by the rules of the resident form: what is taken in now is never turned away later. */
export function readPerson(input: IntakeInput, day: LocalDate): Result<IntakePerson, PersonProblem> {
  const today = dayForBirths(day)
  const check = input.nik?.trim() ? checkNik(input.nik, { today }) : undefined
  if (check && !check.placeholder && (check.blocks.length > 0 || !check.nik)) return refuse({ kind: 'nik-blocked', blocks: check.blocks })
  const phone = input.phone?.trim() ? normalizePhone(input.phone) : undefined
  if (phone && !phone.ok) return refuse({ kind: 'phone-invalid' })
  if (input.birthDate && input.birthDate > today) return refuse({ kind: 'birth-date-in-future' })
  return ok({ ...input, nik: (check && !check.placeholder && check.nik) || null, phone: phone?.value ?? null })
}
