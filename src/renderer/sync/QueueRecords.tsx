import { useTranslation } from 'react-i18next'
import type { QueueItem } from '#shared/sync/sync.contract'
import { useFormat } from '../text/use-format'
import styles from './QueueRecords.module.css'
import { RecordLink } from './RecordLink'

/** A visit alone touches a dozen rows: the first are named. */
const SHOWN = 3

/** What a change touches, and who wrote it when. */
export function QueueRecords({ item }: { item: QueueItem }) {
  const { t } = useTranslation()
  const format = useFormat()
  const more = item.records.length - SHOWN
  return (
    <div>
      <p className={styles.records}>
        {item.records.length === 0 && t('sync.noRecords')}
        {item.records.slice(0, SHOWN).map(record => (
          <RecordLink key={`${record.entity}/${record.id}`} {...record} />
        ))}
        {more > 0 && <span>{t('sync.queueMore', { n: format.number(more) })}</span>}
      </p>
      <p className={styles.more}>
        {item.officerName
          ? t('sync.byWhom', { name: item.officerName, at: format.moment(item.at) })
          : t('sync.byNobody', { at: format.moment(item.at) })}
      </p>
    </div>
  )
}
