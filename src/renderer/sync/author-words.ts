import type { TFunction } from 'i18next'
import type { Author } from '#shared/sync/sync.contract'
import type { Format } from '../text/use-format'
import { clockWords } from './clock-words'

/** Who wrote something, at which desk and when, and how far that desk's clock can be trusted. */
export function authorWords({ officerName, deskCode, at, clock }: Author, t: TFunction, format: Format): string {
  const said = t('sync.author', { name: officerName ?? t('sync.someone'), desk: deskCode, at: format.moment(at) })
  return `${said} (${clockWords(clock, t, format)})`
}
