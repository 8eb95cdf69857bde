import type { TFunction } from 'i18next'
import type { Author } from '#shared/sync/sync.contract'
import type { Format } from '../text/use-format'

/** Who wrote something, at which desk and when; says so where only the PC's clock vouches for the time. */
export function authorWords({ officerName, deskCode, at, isExact }: Author, t: TFunction, format: Format): string {
  const said = t('sync.author', { name: officerName ?? t('sync.someone'), desk: deskCode, at: format.moment(at) })
  return isExact ? said : `${said} (${t('sync.unsureClock')})`
}
