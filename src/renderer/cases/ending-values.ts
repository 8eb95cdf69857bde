import type { z } from 'zod'
import { casesContract } from '#shared/cases/cases.contract'
import type { LocalDate } from '#shared/clock'
import { parseTypedDate } from '#shared/local-date-input'
import type { DraftValues } from '../use-draft'

export type EndingField = 'text' | 'hasFollowUp' | 'nextStep' | 'dueOn'
export type EndingValues = Record<EndingField, string>
export const NO_ENDING: EndingValues = { text: '', hasFollowUp: '', nextStep: '', dueOn: '' }

/** What a kept draft says of the fields; what it says nothing of is suggested anew. */
export const keptEnding = (kept: DraftValues): Partial<EndingValues> =>
  Object.fromEntries(Object.keys(NO_ENDING).flatMap(field => (kept[field] === undefined ? [] : [[field, kept[field]]])))

type Ending = z.input<typeof casesContract.end.input>['ending']
type Read = { ok: true; ending: Ending } | { ok: false; wrong: EndingField[] }

/** The typed ending as the contract takes it, or the fields that still lack something. A date is what was typed, or refused. */
export function endingOf(kind: Ending['kind'], values: EndingValues, today: LocalDate): Read {
  const wrong: EndingField[] = []
  const text = values.text.trim()
  const asksNext = kind === 'request' || (kind === 'consultation' && values.hasFollowUp !== '')
  const due = parseTypedDate(values.dueOn, today)
  if (kind !== 'request' && text === '') wrong.push('text')
  if (asksNext && values.nextStep.trim() === '') wrong.push('nextStep')
  if (asksNext && (!due.ok || due.value < today)) wrong.push('dueOn')
  if (wrong.length > 0) return { ok: false, wrong }

  const followUp = asksNext && due.ok ? { nextStep: values.nextStep.trim(), dueOn: due.value } : null
  const ending = build(kind, text, followUp)
  const checked = ending && casesContract.end.input.shape.ending.safeParse(ending)
  return checked?.success ? { ok: true, ending: checked.data } : { ok: false, wrong: ['text'] }
}

function build(kind: Ending['kind'], text: string, followUp: { nextStep: string; dueOn: LocalDate } | null): Ending | null {
  if (kind === 'information') return { kind, answer: text }
  if (kind === 'consultation') return { kind, advice: text, followUp }
  return followUp && { kind, note: text || null, followUp }
}
