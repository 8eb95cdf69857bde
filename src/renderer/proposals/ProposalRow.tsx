import { useTranslation } from 'react-i18next'
import type { ProposalLine } from '#shared/proposals/proposals.contract'
import { useFormat } from '../text/use-format'
import { ProposalState } from './ProposalState'
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
        {line.answerNote && <span>{t('proposals.answerWas', { note: line.answerNote })}</span>}
        <span className={styles.soft}>{line.batchNumber ?? t('proposals.recorded', { date: format.dayOf(line.recordedAt) })}</span>
      </span>
      <span className={styles.chips}>
        <ProposalState line={line} />
      </span>
    </span>
  )
}
