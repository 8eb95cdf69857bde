import { useTranslation } from 'react-i18next'
import type { SyncStatus } from '#shared/sync/sync.contract'
import { TroubleNotice } from './TroubleNotice'

/** That letters cannot be numbered now, why, and the way back; nothing while they can. */
export function NumberingNotice({ numbering }: { numbering: SyncStatus['numbering'] }) {
  const { t } = useTranslation()
  if (numbering === 'open') return null
  return <TroubleNotice tone="bad" says={t(numbering === 'held' ? 'sync.numberingHeld' : 'sync.numberingLost', { returnObjects: true })} />
}
