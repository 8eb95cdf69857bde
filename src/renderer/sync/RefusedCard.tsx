import { IconMailCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { QueueItem } from '#shared/sync/sync.contract'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { EmptyState } from '../ui/EmptyState'
import { RefusedItem } from './RefusedItem'
import styles from './SyncScreen.module.css'

/** Perlu diperbaiki: changes that came back. */
export function RefusedCard({ items }: { items: readonly QueueItem[] }) {
  const { t } = useTranslation()
  return (
    <Card title={t('sync.refusedTitle')} aside={items.length > 0 && <Chip tone="bad">{items.length}</Chip>}>
      {items.length === 0 ? (
        <EmptyState icon={<IconMailCheck aria-hidden="true" />} title={t('sync.refusedNone')}>
          {t('sync.refusedNoneTeach')}
        </EmptyState>
      ) : (
        <>
          <p className={styles.soft}>{t('sync.refusedSafe')}</p>
          <ul className={styles.items}>
            {items.map(item => (
              <RefusedItem key={item.change} item={item} />
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}
