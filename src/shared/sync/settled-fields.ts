import { NOT_CLOSED } from '#shared/cases/case-status'
import type { Op } from '#shared/changes/op'
import { isEndingOf } from '#shared/changes/policy'
import type { Clash, Row } from '#shared/changes/reduce'
import { NOT_ANSWERED } from '#shared/proposals/proposal-status'

type Side = 'standing' | 'wished'
type Fields = Extract<Op, { type: 'resolve' }>['fields']

/**
 * What holds of a clash from now on, by what a person chose of each field. A status and all that was said with it are one step: it is taken whole or not at all,
 * so that no case is closed in one field and open in another, and no proposal answered that still waits.
 */
export function settledFields(entity: string, { kind, fields }: Clash, row: Row, choices: Readonly<Record<string, Side>>): Fields {
  const isStep = kind === 'status-moved-on'
  const sideOf = (field: string): Side | undefined => choices[isStep ? 'status' : field]
  const settled = Object.fromEntries(
    Object.entries(fields).map(([field, wished]) => [field, sideOf(field) === 'wished' ? wished : (row.fields[field] ?? null)])
  ) as Fields
  const isTaken = isStep && sideOf('status') === 'wished'
  if (isTaken && entity === 'case' && !isEndingOf(entity, fields.status)) return { ...settled, ...NOT_CLOSED }
  return isTaken && entity === 'proposal' && fields.status === 'proposed' ? { ...settled, ...NOT_ANSWERED } : settled
}
