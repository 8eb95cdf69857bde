import { IconSend } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { QueueItem } from '#shared/sync/sync.contract'
import { useFormat } from '../text/use-format'
import { Card } from '../ui/Card'
import { EmptyState } from '../ui/EmptyState'
import { QueueRecords } from './QueueRecords'
import styles from './SyncScreen.module.css'

/** A week without a line is a few thousand; the oldest say enough. `total`: how many there are. */
function Items({ items, total }: { items: readonly QueueItem[]; total: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const more = total - items.length
  return (
    <>
      <ol className={styles.items}>
        {items.map(item => (
          <li key={item.change} className={styles.item}>
            <QueueRecords item={item} />
          </li>
        ))}
      </ol>
      {more > 0 && <p className={styles.soft}>{t('sync.queueMore', { n: format.number(more) })}</p>}
    </>
  )
}

/** What only this desk has, the newest last; and what the district keeps until another desk has spoken. */
export function QueueCard({ items, unsent, waiting }: { items: readonly QueueItem[]; unsent: number; waiting: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const kept = items.filter(item => item.state === 'waiting')
  return (
    <Card title={t('sync.queue')}>
      {unsent === 0 ? (
        <EmptyState icon={<IconSend aria-hidden="true" />} title={t('sync.queueNone')}>
          {t('sync.queueNoneTeach')}
        </EmptyState>
      ) : (
        <>
          <p className={styles.soft}>{t('sync.queueCount', { n: format.number(unsent) })}</p>
          <Items items={items.filter(item => item.state === 'new')} total={unsent} />
        </>
      )}
      {kept.length > 0 && (
        <>
          <h3 className={styles.quietTitle}>{t('sync.waitingTitle')}</h3>
          <p className={styles.soft}>{t('sync.waitingTeach')}</p>
          <Items items={kept} total={waiting} />
        </>
      )}
    </Card>
  )
}
