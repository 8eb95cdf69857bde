import type { Op } from '#shared/changes/op'
import { isEndingOf, mayReopen, policyOf } from '#shared/changes/policy'
import { type Row, stampOf } from '#shared/changes/reduce'
import { Violation } from './violation'

/**
 * What one op may do to a row, said a second time and in another way than `reduce` does it: I6 nothing is overwritten silently,
 * I7 nothing comes back, I10 who has seen the newest value writes the next.
 */
export function checkStep(op: Op, name: string, before: Row | undefined, after: Row | undefined): void {
  if (!before || !after) {
    if (op.type !== 'create' && op.type !== 'append' && after)
      throw new Violation('I5', `${name} wrote on a ${op.entity} that is not there`)
    return
  }
  const wrong = (invariant: string, what: string) => {
    throw new Violation(invariant, `${name} (${op.type} ${op.entity}): ${what}`)
  }
  const isSame = (a: unknown, b: unknown) =>
    (a ?? null) === (b ?? null) || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b))
  if (before.gone !== undefined && after.gone !== before.gone) wrong('I7', 'what was removed came back')
  if (before.gone !== undefined && !isSame(before.fields, after.fields)) wrong('I7', 'what was removed was changed')

  const wished: Record<string, unknown> =
    op.type === 'transition'
      ? { ...op.fields, status: op.to }
      : op.type === 'merge'
        ? { mergedInto: op.into }
        : op.type === 'unmerge'
          ? { mergedInto: null }
          : 'fields' in op
            ? op.fields
            : {}
  const isNew = op.type === 'create' || op.type === 'append'
  const base: Record<string, string> = 'base' in op ? op.base : {}
  if (before.fields !== after.fields)
    for (const fields of [before.fields, after.fields])
      for (const field in fields)
        if (!Object.hasOwn(wished, field) && !isSame(before.fields[field], after.fields[field])) wrong('I6', `${field} changed unasked`)
  if (isNew && !isSame(before.fields, after.fields)) wrong('I6', 'what was there was made again')

  const [was, is] = [before.fields.status, after.fields.status]
  const sawStatus = base.status === stampOf(before, 'status')
  if (!isSame(was, is) && op.type !== 'resolve') {
    if (isEndingOf(op.entity, was) && !mayReopen(op.entity)) wrong('I7', `it left its ending ${was}`)
    if (isEndingOf(op.entity, was) && !sawStatus) wrong('I7', `it left its ending ${was} unseen`)
    if (policyOf(op.entity, 'status') === 'human' && !sawStatus) wrong('I6', `a step from a status it had not seen`)
  }

  if (isNew || before.gone !== undefined) return
  const cards = after.clashes ?? []
  const isOnCard = (field: string, value: unknown) => cards.some(card => card.change === name && isSame(card.fields[field], value))
  const isRaised = (field: string, value: unknown) =>
    isOnCard(field, value) && !(before.clashes ?? []).some(card => Object.values(base).includes(card.change))
  if (op.type === 'tombstone' && after.gone === name) {
    const isUnseen = (field: string) => (base[field] ?? base['*']) !== stampOf(before, field)
    if (Object.keys(before.stamps).some(isUnseen)) wrong('I6', 'what it had not seen was removed')
  }
  for (const [field, value] of Object.entries(wished)) {
    const rule = policyOf(op.entity, field)
    const seen = Object.hasOwn(base, field) ? base[field] : undefined
    const isNewest = seen === stampOf(before, field)
    const [old, now] = [before.fields[field], after.fields[field]]
    if (isSame(old, value)) {
      if (rule === 'human' && op.type === 'patch' && isRaised(field, value)) wrong('C6', `a clash about ${field}, which is the same`)
      continue
    }
    if (rule === 'human' && !isNewest && seen !== undefined && !isSame(now, old) && op.type !== 'resolve')
      wrong('I6', `${field} was overwritten`)
    if (
      rule === 'human' &&
      !isSame(now, value) &&
      !isOnCard(field, value) &&
      cards.every(card => card.kind !== 'circle' || card.change !== name)
    )
      wrong('I6', `${field} was dropped`)
    if (rule === 'fixed' && !isSame(now, old)) wrong('I6', `${field} is fixed and changed`)
    if (rule === 'union' && Array.isArray(old) && Array.isArray(value)) {
      const missing = [...(isNewest ? [] : old), ...value].filter(item => !(now as unknown[]).includes(item))
      if (missing.length > 0) wrong('I6', `${field} lost ${missing}`)
    }
    if (rule === 'greatest' && Number(now) < Math.max(Number(old), Number(value))) wrong('I6', `${field} went back`)
    if (op.type === 'patch' && rule === 'later' && !isSame(now, value)) wrong('I10', `${field} kept an older value`)
    if (op.type === 'patch' && rule === 'human' && isNewest && !isSame(now, value)) wrong('I10', `${field} did not take the newest value`)
  }
  for (const card of before.clashes ?? []) {
    if (cards.some(other => other.change === card.change)) {
      if (op.type !== 'resolve' && Object.values(base).includes(card.change) && cards.some(other => other.change === name))
        wrong('C10', `a second card beside that of ${card.change}`)
      continue
    }
    const isAnswered = op.type === 'resolve' && op.clash === card.change
    const isRenewed = Object.values(base).includes(card.change) && cards.some(other => other.change === name)
    if (!isAnswered && !isRenewed) wrong('I6', `the card of ${card.change} went away`)
  }
}
