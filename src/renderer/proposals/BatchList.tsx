import { useTranslation } from 'react-i18next'
import { api } from '../api'
import { useMay } from '../session'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { useCall } from '../use-call'
import styles from './ProposalsPart.module.css'

/** The lists that were handed over; each can be written again as it was. */
export function BatchList({ onAgain }: { onAgain: (batch: { batchId: string; number: string }) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const may = useMay()
  const batches = useCall(api.proposals.batches, {})
  return (
    <Card title={t('proposals.batches')} isFilling>
      {batches.value?.length === 0 && <p className={styles.soft}>{t('proposals.noBatches')}</p>}
      <ul className={styles.batches}>
        {(batches.value ?? []).map(batch => (
          <li key={batch.id} className={styles.words}>
            <span className={styles.name}>{batch.number}</span>
            <span className={styles.soft}>{t('proposals.batchBy', { date: format.date(batch.exportedOn), name: batch.officerName })}</span>
            <span className={styles.soft}>{t('proposals.batch', { count: batch.count, unanswered: format.number(batch.unanswered) })}</span>
            {may(api.proposals.exportAgain) && (
              <Button onClick={() => onAgain({ batchId: batch.id, number: batch.number })}>
                {t('proposals.exportAgain', { number: batch.number })}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
