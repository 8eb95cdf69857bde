import { useTranslation } from 'react-i18next'
import type { SyncStatus } from '#shared/sync/sync.contract'
import { Card } from '../ui/Card'
import { Notice } from '../ui/Notice'
import styles from './SyncScreen.module.css'

/** Six digits as they are read aloud: three and three. */
const grouped = (digits: string): string => `${digits.slice(0, 3)} ${digits.slice(3)}`

/** The number that both sides must have alike before anything is exchanged. */
export function CheckNumberCard({ link }: { link: Extract<SyncStatus['link'], { kind: 'joining' }> }) {
  const { t } = useTranslation()
  return (
    <div className={styles.check}>
      <Card title={t('sync.checkTitle')}>
        <p>{t('sync.checkTeach')}</p>
        <output className={styles.checkNumber} aria-label={t('sync.checkNumber')}>
          {grouped(link.checkNumber)}
        </output>
        <p role="status">{t('sync.checkWaiting', { server: link.server })}</p>
        <Notice tone="attention" title={t('sync.checkWhy')} />
      </Card>
    </div>
  )
}
