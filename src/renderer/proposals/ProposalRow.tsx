import { useTranslation } from 'react-i18next'
import type { ProposalLine } from '#shared/proposals/proposals.contract'
import { useFormat } from '../text/use-format'
import { Chip } from '../ui/Chip'
import styles from './ProposalsPart.module.css'

/** One proposal: for whom, what, and how long it has waited. */
export function ProposalRow({ line }: { line: ProposalLine }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <span className={styles.row}>
      <span className={styles.words}>
        <span className={styles.name}>{line.residentName}</span>
        <span className={styles.soft}>{[t(`codes.proposalKind.${line.kind}`), line.areaLine].filter(Boolean).join(' · ')}</span>
      </span>
      <span className={styles.words}>
        <span>{line.what}</span>
        <span className={styles.soft}>{line.batchNumber ?? t('proposals.recorded', { date: format.dayOf(line.recordedAt) })}</span>
      </span>
      <span className={styles.chips}>
        {line.status !== 'proposed' && line.status !== 'ready' && (
          <Chip tone={line.status === 'approved' ? 'good' : 'neutral'}>{t(`codes.proposalStatus.${line.status}`)}</Chip>
        )}
        {line.answeredOn && <span className={styles.soft}>{t('proposals.answeredOn', { date: format.date(line.answeredOn) })}</span>}
        {line.status === 'proposed' && line.answerBy && (
          <Chip tone={line.isLate ? 'bad' : 'neutral'}>
            {t(line.isLate ? 'proposals.late' : 'proposals.answerBy', { date: format.date(line.answerBy) })}
          </Chip>
        )}
        {line.status === 'proposed' && line.age !== null && <span className={styles.soft}>{format.days(line.age)}</span>}
      </span>
    </span>
  )
}
