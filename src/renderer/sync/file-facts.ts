import type { TFunction } from 'i18next'
import type { FileStanding } from '#shared/sync/sync.contract'
import type { Format } from '../text/use-format'

/** Which edition of what the district hands to its desks is in service here, and whether a newer one is on its way. */
export function fileFacts(files: readonly FileStanding[], t: TFunction, format: Format): [string, string][] {
  return files
    .filter(({ name, held, next }) => name === 'reference' || next || (held && name !== 'registry-difference'))
    .map(file => [t(`sync.file.${file.name}`), [servedWords(file, t, format), nextWords(file, t, format)].filter(Boolean).join(' ')])
}

function servedWords({ name, held }: FileStanding, t: TFunction, format: Format): string {
  if (name === 'registry-difference') return ''
  if (!held) return t(name === 'reference' ? 'sync.file.shipped' : 'sync.file.none')
  return t('sync.file.held', { label: held.label, on: format.dayOf(held.publishedAt) })
}

function nextWords({ next }: FileStanding, t: TFunction, format: Format): string {
  if (!next) return ''
  const { label, have, size, trouble } = next
  if (trouble) return t(`sync.file.${trouble}`, { label })
  return t('sync.file.coming', { label, have: format.size(have), size: format.size(size) })
}
