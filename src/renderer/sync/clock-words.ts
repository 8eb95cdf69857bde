import type { TFunction } from 'i18next'
import type { ClockQuality } from '#shared/office/clock-check'
import type { Format } from '../text/use-format'

/** How far a moment can be trusted, in a few words that stand behind it. */
export function clockWords(clock: ClockQuality, t: TFunction, format: Format): string {
  if (clock.kind === 'wrong')
    return t(clock.ahead > 0 ? 'sync.clock.ahead' : 'sync.clock.behind', { span: format.aboutSpan(Math.abs(clock.ahead)) })
  return clock.kind === 'bounded' ? t('sync.clock.bounded', { span: format.aboutSpan(clock.within) }) : t(`sync.clock.${clock.kind}`)
}
