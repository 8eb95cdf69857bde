import type { TFunction } from 'i18next'
import type { SyncStatus } from '#shared/sync/sync.contract'
import { STOP_WARNING_DAYS, UNHEARD_DAYS, UNHEARD_STOP_DAYS, UNHEARD_WARNING_DAYS } from '#shared/sync/unheard'
import type { Format } from '../text/use-format'

export type BarSentence = { tone: 'plain' | 'safe' | 'warn' | 'bad'; text: string }

/** How things stand with the district in a line: first what needs a person, then what has reached it and what has not. */
export function barSentences(status: SyncStatus, now: number, t: TFunction, format: Format): BarSentence[] {
  if (status.link.kind === 'alone') return [{ tone: 'plain', text: t('sync.bar.alone') }]
  if (status.link.kind === 'joining') return [{ tone: 'warn', text: t('sync.bar.joining') }]
  const forPeople = status.refused + status.clashes
  return [
    ...(status.numbering === 'open' ? [] : [{ tone: 'bad' as const, text: t('sync.bar.numbering') }]),
    ...(status.clockAhead === null
      ? []
      : [{ tone: 'bad' as const, text: t('sync.bar.clock', { span: format.aboutSpan(Math.abs(status.clockAhead)) }) }]),
    ...unheard(status, t, format),
    ...(forPeople > 0 ? [{ tone: 'bad' as const, text: t('sync.bar.needsYou', { n: format.number(forPeople) }) }] : []),
    ...flow(status, now, t, format)
  ]
}

function unheard({ unheardDays }: SyncStatus, t: TFunction, format: Format): BarSentence[] {
  if (unheardDays < UNHEARD_WARNING_DAYS) return []
  const span = format.days(unheardDays)
  if (unheardDays >= UNHEARD_STOP_DAYS) return [{ tone: 'bad', text: t('sync.bar.stopped', { span }) }]
  const untilStop = UNHEARD_STOP_DAYS - unheardDays
  if (untilStop <= STOP_WARNING_DAYS) return [{ tone: 'bad', text: t('sync.bar.stopsSoon', { span, left: format.days(untilStop) }) }]
  if (unheardDays >= UNHEARD_DAYS) return [{ tone: 'bad', text: t('sync.bar.unheardTooLong', { span }) }]
  return [{ tone: 'warn', text: t('sync.bar.unheard', { span, left: format.days(UNHEARD_DAYS - unheardDays) }) }]
}

function flow(status: SyncStatus, now: number, t: TFunction, format: Format): BarSentence[] {
  const { unsent, oldestUnsentAt, attachments } = status
  const age = format.span(oldestUnsentAt === null ? 0 : now - oldestUnsentAt)
  const n = format.number(unsent)
  if (status.isTalking) return [{ tone: 'plain', text: t('sync.bar.talking') }]
  if (status.problem) {
    const what = status.problem.kind === 'no-line' ? 'noLine' : 'trouble'
    return [{ tone: 'warn', text: unsent > 0 ? t(`sync.bar.${what}Unsent`, { n, age }) : t(`sync.bar.${what}`) }]
  }
  if (unsent > 0) return [{ tone: 'plain', text: t('sync.bar.unsent', { n, age }) }]
  if (attachments > 0) return [{ tone: 'plain', text: t('sync.bar.attachments', { n: format.number(attachments) }) }]
  return [{ tone: 'safe', text: t('sync.bar.allThere') }]
}
