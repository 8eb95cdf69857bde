import { IconAlertTriangle, IconCloudCheck, IconCloudOff, IconCloudUp } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ariaKey, KEYS } from '../keys'
import { useFormat } from '../text/use-format'
import { cx } from '../ui/cx'
import { type BarSentence, barSentences } from './bar-sentences'
import styles from './SyncBar.module.css'
import { useNow } from './use-now'
import { useSyncStatus } from './use-sync-status'

const AGES_GROW_MS = 60_000
const ICONS: Record<BarSentence['tone'], typeof IconCloudUp> = {
  plain: IconCloudUp,
  safe: IconCloudCheck,
  warn: IconCloudOff,
  bad: IconAlertTriangle
}

/** In the foot of every screen: what has reached the district, how old the oldest is that has not, and what needs a person. A press opens the screen. */
export function SyncBar() {
  const { t } = useTranslation()
  const format = useFormat()
  const navigate = useNavigate()
  const now = useNow(AGES_GROW_MS)
  const status = useSyncStatus()
  if (!status) return null
  return (
    <button
      type="button"
      className={styles.bar}
      title={t('sync.bar.open')}
      aria-keyshortcuts={ariaKey(KEYS.sync)}
      onClick={() => void navigate({ to: '/sync' })}
    >
      {barSentences(status, now, t, format).map(({ tone, text }) => {
        const Icon = ICONS[tone]
        return (
          <span key={text} className={cx(styles.item, styles[tone])}>
            <Icon aria-hidden="true" />
            {text}
          </span>
        )
      })}
    </button>
  )
}
