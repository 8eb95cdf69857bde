import { useTranslation } from 'react-i18next'
import { api } from '../api'
import { useMay } from '../session'
import { useFormat } from '../text/use-format'
import { Chip } from '../ui/Chip'
import { useCall } from '../use-call'
import { ProposalState } from './ProposalState'
import styles from './ProposalsPart.module.css'

/** What was asked of the ministry's register for one person, and what became of it: who comes back to ask is answered here. */
export function ProposalsOf({ residentId }: { residentId: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const may = useMay()
  const { value: lines } = useCall(api.proposals.ofResident, { residentId }, { enabled: may(api.proposals.ofResident) })
  if (!lines || lines.length === 0) return null
  return (
    <section aria-label={t('proposals.ofResident')}>
      <h3 className={styles.name}>{t('proposals.ofResident')}</h3>
      <ul className={styles.own}>
        {lines.map(line => (
          <li key={line.id} className={styles.words}>
            <span className={styles.states}>
              <span className={styles.name}>{t(`codes.proposalKind.${line.kind}`)}</span>
              {line.status === 'ready' && <Chip tone="neutral">{t('codes.proposalStatus.ready')}</Chip>}
              <ProposalState line={line} />
            </span>
            <span>{line.what}</span>
            {line.answerNote && <span>{t('proposals.answerWas', { note: line.answerNote })}</span>}
            <span className={styles.soft}>
              {[t('proposals.recorded', { date: format.dayOf(line.recordedAt) }), line.batchNumber].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
