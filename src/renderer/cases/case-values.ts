import type { z } from 'zod'
import { casesContract } from '#shared/cases/cases.contract'
import type { DraftValues } from '../use-draft'

/** Somebody in the visit; `isConcerned`: the visit is about them, not only brought by them. */
export type CasePerson = { residentId: string; name: string; isConcerned: boolean }
export type CaseField = 'residentId' | 'kind' | 'sector' | 'problemType' | 'serviceCode' | 'summary' | 'urgency'
/** The fields as texts; a kept draft is the same texts. */
export type CaseValues = Record<CaseField, string>

const input = casesContract.open.input
type Read = { ok: true; input: z.output<typeof input> } | { ok: false; wrong: CaseField[] }

/** A new case as it starts: about the one person concerned, a request, not urgent. Who came for another, or with several, is asked whom it is about. */
export function startCase(kept: DraftValues, people: readonly CasePerson[]): CaseValues {
  const isHere = people.some(person => person.residentId === kept.residentId)
  const [first, ...others] = people.filter(person => person.isConcerned)
  const concerned = others.length === 0 ? first?.residentId : undefined
  return {
    residentId: (isHere ? kept.residentId : concerned) ?? '',
    kind: kept.kind ?? 'request',
    sector: kept.sector ?? '',
    problemType: kept.problemType ?? '',
    serviceCode: kept.serviceCode ?? '',
    summary: kept.summary ?? '',
    urgency: kept.urgency ?? 'normal'
  }
}

/** The case as the contract wants it, or the fields that still need something. */
export function readCase(values: CaseValues, visitId: string): Read {
  const empty = (['residentId', 'kind', 'sector', 'problemType', 'summary'] as const).filter(field => values[field].trim() === '')
  if (empty.length > 0) return { ok: false, wrong: empty }
  const read = input.safeParse({ ...values, visitId, serviceCode: values.serviceCode || null })
  if (read.success) return { ok: true, input: read.data }
  return { ok: false, wrong: read.error.issues.map(issue => String(issue.path[0]) as CaseField) }
}
